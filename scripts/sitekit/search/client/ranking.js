// Which of the candidates answer best, now that their texts are here: Okapi BM25 over weighted fields, phrases and pieces
// counting like words, and what a page is called before what it says.

const SATURATION = 2.5;
const LENGTH_WEIGHT = 0.35;
const ALL_WORDS = 2;
// What a find with other marks than those typed is worth where one with the same marks is to be had.
const OTHER_MARKS = 0.7;
const OTHER_MARKS_ALONE = 0.1;

// More finds in a field than this say no more.
const MOST_TIMES = 12;

// How much of `unit` is in `page`: {frequency (finds, weighted by field and by how good they are), sections}.
function weigh(page, unit) {
  const found = findsByField(page, unit.needles);
  if (!found.size) return null;
  let frequency = 0;
  let exact = !unit.typed;
  const sections = new Map();
  for (const each of page.fields) {
    if (!found.has(each)) continue;
    const { times, worth } = found.get(each);
    let points = times * worth * each.worth;
    if (unit.typed) {
      // what only looks alike without its marks is a poor find
      const same = Math.min(1, occurrences(writtenLines(each), UNSPACED.test(unit.typed) ? unit.typed : ` ${unit.typed} `) / times);
      points *= 0.15 + 0.85 * same;
      exact ||= same > 0;
    }
    frequency += points;
    if (each.section) sections.set(each.section, (sections.get(each.section) ?? 0) + points);
  }
  return { frequency, exact, sections };
}

// Field → {times, worth} of the best needle that it holds.
function findsByField(page, needles) {
  const found = new Map();
  for (const [needle, worth] of needles) {
    const better = new Set(found.keys());
    let number = 0;
    for (let at = page.folded.indexOf(needle); at >= 0;) {
      while (page.fields[number].end <= at) number += 1;
      const each = page.fields[number];
      const entry = found.get(each);
      if (!entry) found.set(each, { times: 1, worth });
      else if (!better.has(each)) entry.times += 1;
      const enough = better.has(each) || found.get(each).times >= MOST_TIMES;
      at = page.folded.indexOf(needle, enough ? each.end : at + stepOf(needle));
    }
  }
  return found;
}

// Neighbouring words share their blank: the next find may begin with the last letter of this one.
const stepOf = (needle) => Math.max(1, needle.length - 1);

function occurrences(text, needle) {
  let times = 0;
  for (let at = text.indexOf(needle); at >= 0 && times < MOST_TIMES; at = text.indexOf(needle, at + stepOf(needle))) times += 1;
  return times;
}

// How rare a find is among all pages, told from the candidates, where finds crowd.
function rarityAmong(index, pages, count) {
  return rarity(index.root.pages, count + (index.root.pages - pages.length) * (count / pages.length) ** 2);
}

function judgeTexts(index, pages, reading) {
  const units = unitsOf(pages, reading);
  const judged = new Map();
  const other = reading.found.length === 1 ? OTHER_MARKS_ALONE : OTHER_MARKS;
  const mean = pages.reduce((sum, page) => sum + page.folded.length, 0) / pages.length;
  for (const unit of units) {
    const weights = pages.map((page) => [page, weigh(page, unit)]).filter(([, weight]) => weight);
    const rare = unit.rarity ?? rarityAmong(index, pages, weights.length);
    const certain = weights.some(([, { exact }]) => exact);
    for (const [page, { frequency, exact, sections }] of weights) {
      const length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (page.folded.length / mean);
      const points = unit.weight * rare * (frequency * (SATURATION + 1)) / (frequency + SATURATION * length);
      const entry = judged.get(page) ?? { page, score: 0, groups: new Map(), parts: new Map(), sections: new Map() };
      entry.score += points;
      // a page with the marks that were typed answers better than one with other marks, if there is any
      for (const group of [unit.group ?? []].flat()) entry.groups.set(group, certain && !exact ? other : 1);
      if (unit.share) entry.parts.set(unit.part, (entry.parts.get(unit.part) ?? 0) + unit.share);
      for (const [section, worth] of sections) entry.sections.set(section, (entry.sections.get(section) ?? 0) + worth * unit.weight * rare);
      judged.set(page, entry);
    }
  }
  return { units, judged };
}

// Readings of the query → the pages, best first.
function rank(index, pages, asked) {
  const best = new Map();
  for (const reading of asked) {
    const { units, judged } = judgeTexts(index, pages, reading);
    const total = reading.found.reduce((sum, group) => sum + group.need, 0);
    for (const entry of judged.values()) {
      const matched = reading.found.reduce((sum, group, at) => sum + group.need * (entry.groups.get(at) ?? Math.min(0.9, entry.parts.get(at) ?? 0)), 0) / total;
      // every word of the query first, then most of them
      const called = nameBonus(index, pages, entry.page, reading) + (reading.menu.includes(entry.page.number) ? 14 : 0);
      if (matched < 0.3 && !called) continue;
      const score = (entry.score * matched ** ALL_WORDS + called * Math.min(1, ...entry.groups.values())) * reading.worth;
      const other = best.get(entry.page);
      if (!other || score > other.score) best.set(entry.page, { ...entry, score, terms: units });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.page.number - b.page.number);
}
