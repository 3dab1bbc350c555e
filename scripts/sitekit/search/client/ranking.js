// Which pages answer a query, the best first: Okapi BM25 over weighted fields, phrases and pieces counting like words.

const KINDS = { home: 0.8, section: 1.05, place: 1.1, article: 1.02, news: 0.75 };
const SATURATION = 2.5;
const LENGTH_WEIGHT = 0.35;
const PAIR = 1.6;
const PART = 0.35;

// How much of `unit` is in `page`: {frequency (finds, weighted by field and by how good they are), sections}.
function weigh(page, unit) {
  const needles = unit.needles.filter(([needle]) => page.folded.includes(needle));
  if (!needles.length) return null;
  let frequency = 0;
  const sections = new Map();
  for (const each of page.fields) {
    let best = 0;
    for (const [needle, worth] of needles) {
      const times = occurrences(each.folded, needle);
      if (!times) continue;
      best = times * worth;
      // what only looks alike without its marks is a poor find
      if (unit.typed) best *= 0.3 + 0.7 * Math.min(1, occurrences(written(each), unit.typed) / times);
      break;
    }
    frequency += best * FIELDS[each.kind];
    if (best && each.section) sections.set(each.section, (sections.get(each.section) ?? 0) + best * FIELDS[each.kind]);
  }
  return { frequency, sections };
}

function occurrences(text, needle) {
  let times = 0;
  // neighbouring words share their blank: the next find may begin with the last letter of this one
  for (let at = text.indexOf(needle); at >= 0 && times < 12; at = text.indexOf(needle, at + needle.length - 1)) times += 1;
  return times;
}

// Everything that one reading of the query looks for: groups first, then pairs, then parts of unbroken runs.
function unitsOf(index, reading, english) {
  const found = groups(index, reading, english);
  const phrases = pairs(index, found);
  // a mended pair stands for its two words, which by themselves lead astray
  const units = found.map((group, at) => ({ ...group, group: at, weight: phrases.some((pair) => pair.mended?.includes(at)) ? 0.3 : 1 }));
  units.push(...phrases.map((pair) => ({ ...pair, group: pair.mended ?? null, weight: PAIR })));
  found.forEach((group, at) => {
    for (const [part, share] of group.parts ?? []) {
      units.push({ needles: [[part, 1]], typed: "", group: null, part: at, share, weight: PART * Math.min(2, [...part].length / 2) });
    }
  });
  return { found, units };
}

function judgeAll(index, reading, english) {
  const { found, units } = unitsOf(index, reading, english);
  const judged = new Map();
  for (const unit of units) {
    const weights = index.pages.map((page) => [page, weigh(page, unit)]).filter(([, weight]) => weight);
    const rarity = Math.log(1 + (index.pages.length - weights.length + 0.5) / (weights.length + 0.5)) + 0.15;
    for (const [page, { frequency, sections }] of weights) {
      const length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (page.folded.length / index.length);
      const points = unit.weight * rarity * (frequency * (SATURATION + 1)) / (frequency + SATURATION * length);
      const entry = judged.get(page) ?? { page, score: 0, groups: new Map(), sections: new Map() };
      entry.score += points;
      for (const group of [unit.group ?? []].flat()) entry.groups.set(group, 1);
      if (unit.share && entry.groups.get(unit.part) !== 1) entry.groups.set(unit.part, Math.min(0.9, (entry.groups.get(unit.part) ?? 0) + unit.share));
      for (const [section, worth] of sections) entry.sections.set(section, (entry.sections.get(section) ?? 0) + worth * unit.weight * rarity);
      judged.set(page, entry);
    }
  }
  return { found, units, judged };
}

// A title that is the query, or begins with it.
function titleBonus(page, flat) {
  const title = page.fields[0].folded.trim();
  if (title === flat) return 12;
  if (!title.startsWith(flat) || flat.length < 2) return 0;
  return page.kind === "home" ? 14 : 3;
}

function rank(index, query, english) {
  const best = new Map();
  for (const [reading, worth] of readings(index, query)) {
    const { found, units, judged } = judgeAll(index, reading, english);
    const flat = fold(reading);
    for (const entry of judged.values()) {
      const matched = [...entry.groups.values()].reduce((sum, share) => sum + share, 0) / found.length;
      if (matched < 0.3) continue;
      // every word of the query first, then most of them
      const score = (entry.score + titleBonus(entry.page, flat)) * worth * matched ** 3 * (KINDS[entry.page.kind] ?? 1);
      const other = best.get(entry.page);
      if (!other || score > other.score) best.set(entry.page, { ...entry, score, terms: units });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.page.number - b.page.number);
}
