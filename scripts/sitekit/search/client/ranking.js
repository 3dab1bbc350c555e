// Which of the candidates answer best, now that their texts are here: Okapi BM25 over weighted fields, phrases and pieces
// counting like words, and what a page is called before what it says.

const SATURATION = 2.5;
const LENGTH_WEIGHT = 0.35;
const PART = 0.35;
const REVERSE = 0.9;
const ALL_WORDS = 2;

// How much of `unit` is in `page`: {frequency (finds, weighted by field and by how good they are), sections}.
function weigh(page, unit) {
  const needles = unit.needles.filter(([needle]) => page.folded.includes(needle));
  if (!needles.length) return null;
  let frequency = 0;
  let exact = !unit.typed;
  const sections = new Map();
  for (const each of page.fields) {
    let best = 0;
    for (const [needle, worth] of needles) {
      const times = occurrences(each.all, needle);
      if (!times) continue;
      best = times * worth;
      if (unit.typed) {
        // what only looks alike without its marks is a poor find
        const same = Math.min(1, occurrences(writtenLines(each), UNSPACED.test(unit.typed) ? unit.typed : ` ${unit.typed} `) / times);
        best *= 0.15 + 0.85 * same;
        exact ||= same > 0;
      }
      break;
    }
    frequency += best * each.worth;
    if (best && each.section) sections.set(each.section, (sections.get(each.section) ?? 0) + best * each.worth);
  }
  return { frequency, exact, sections };
}

function occurrences(text, needle) {
  let times = 0;
  // neighbouring words share their blank: the next find may begin with the last letter of this one
  for (let at = text.indexOf(needle); at >= 0 && times < 12; at = text.indexOf(needle, at + needle.length - 1)) times += 1;
  return times;
}

// The longest pieces of `run` that occur in the pages, from left to right; a piece that occurs has only parts that
// occur, so no other cut has fewer pieces.
function longest(pages, run) {
  const chars = [...run];
  const found = [];
  const here = (from, to) => pages.some((page) => page.folded.includes(chars.slice(from, to).join("")));
  for (let at = 0; at < chars.length;) {
    let end = at;
    while (end < chars.length && here(at, end + 1)) end += 1;
    if (end > at) found.push(chars.slice(at, end).join(""));
    at = Math.max(end, at + 1);
  }
  return found;
}

// Parts of a run, and which share of it each shows to be there: told by its stretches, all alike.
function partsOf(pages, run) {
  const chars = [...run];
  const size = HAN.test(run) ? 2 : 4;
  const all = chars.length > size ? chars.slice(0, -size + 1).map((_, at) => chars.slice(at, at + size).join("")) : [];
  // what stands nowhere tells no page from another
  const stretches = all.filter((stretch) => pages.some((page) => page.folded.includes(stretch)));
  // a single Chinese sign is a word; rare ones say much
  const others = [...longest(pages, run), ...(HAN.test(run) && chars.length > 1 ? chars : [])].filter((piece) => piece !== run);
  return [...new Map([...others.map((piece) => [piece, 0]), ...stretches.map((stretch) => [stretch, 1 / stretches.length])])];
}

// A pair that stands on no page may have a slip in one of its words, though each by itself is a word: neighbours in the
// pages that differ from it by one slip.
function mended(pages, { one, two }) {
  const found = new Set();
  for (const { folded } of pages) {
    for (let at = folded.indexOf(` ${one} `); at >= 0 && two.length > 2; at = folded.indexOf(` ${one} `, at + 1)) {
      const next = folded.slice(at + one.length + 2, at + one.length + two.length + 5).match(/^[^\s]+(?= )/u);
      if (next && distance(two, next[0], 1) === 1) found.add(`${one} ${next[0]}`);
    }
    for (let at = folded.indexOf(` ${two} `); at >= 0 && one.length > 2; at = folded.indexOf(` ${two} `, at + 1)) {
      const before = folded.slice(Math.max(0, at - one.length - 3), at).match(/ ([^\s]+)$/u);
      if (before && distance(one, before[1], 1) === 1) found.add(`${before[1]} ${two}`);
    }
  }
  return [...found];
}

function phrasesOf(pages, phrases) {
  const here = phrases.filter(({ needles }) => needles.some(([needle]) => pages.some((page) => page.folded.includes(needle))));
  const settled = new Set(here.flatMap(({ at }) => [at, at + 1]));
  const lost = phrases.filter(({ at }) => !settled.has(at) && !settled.has(at + 1));
  const others = lost.map((pair) => [pair, mended(pages, pair)]).filter(([, texts]) => texts.length);
  return [...here, ...others.map(([pair, texts]) => ({ needles: texts.map((text) => [` ${text} `, 0.7]), typed: "", mended: [pair.at, pair.at + 1] }))];
}

// Everything that one reading of the query looks for: groups first, then pairs, then parts of unbroken runs.
function unitsOf(pages, { found, phrases: asked }) {
  const phrases = phrasesOf(pages, asked);
  // a mended pair stands for its two words, which by themselves lead astray
  const mending = new Set(phrases.flatMap((pair) => pair.mended ?? []));
  const units = found.map((group, at) => ({ ...group, group: at, weight: mending.has(at) ? 0.3 : group.need }));
  units.push(...phrases.map((pair) => ({ ...pair, group: pair.mended ?? null, weight: PAIR })));
  found.forEach((group, at) => {
    for (const [piece, share] of group.grams.length ? partsOf(pages, group.text) : []) {
      units.push({ needles: [[piece, 1]], typed: "", group: null, part: at, share, weight: PART * Math.min(2, [...piece].length / 2) });
    }
  });
  return units;
}

// How rare a find is among all pages, told from the candidates, where finds crowd.
function rarityAmong(index, pages, count) {
  return rarity(index.root.pages, count + (index.root.pages - pages.length) * (count / pages.length) ** 2);
}

function judgeTexts(index, pages, reading) {
  const units = unitsOf(pages, reading);
  const judged = new Map();
  const mean = pages.reduce((sum, page) => sum + page.folded.length, 0) / pages.length;
  for (const unit of units) {
    const weights = pages.map((page) => [page, weigh(page, unit)]).filter(([, weight]) => weight);
    const rare = unit.rarity ?? rarityAmong(index, pages, weights.length);
    const certain = weights.some(([, { exact }]) => exact);
    for (const [page, { frequency, exact, sections }] of weights) {
      const length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (page.folded.length / mean);
      const points = unit.weight * rare * (frequency * (SATURATION + 1)) / (frequency + SATURATION * length);
      const entry = judged.get(page) ?? { page, score: 0, groups: new Map(), sections: new Map() };
      entry.score += points;
      // a page with the marks that were typed answers better than one with other marks, if there is any
      for (const group of [unit.group ?? []].flat()) entry.groups.set(group, certain && !exact ? 0.75 : 1);
      if (unit.share && (entry.groups.get(unit.part) ?? 0) < 0.75) entry.groups.set(unit.part, Math.min(0.9, (entry.groups.get(unit.part) ?? 0) + unit.share));
      for (const [section, worth] of sections) entry.sections.set(section, (entry.sections.get(section) ?? 0) + worth * unit.weight * rare);
      judged.set(page, entry);
    }
  }
  return { units, judged };
}

// What a page is called: its title and the parts of it, its other names, its headings. Worth points are the query itself,
// a name with the query in it, and a query with the name in it.
function nameBonus(index, pages, page, reading) {
  if (reading.flat.length < 4) return 0;
  const best = (names, worth) => Math.max(0, ...names.map((name) => share(index, pages, name, reading, worth)));
  const [first, ...parts] = page.titles;
  return page.whole * Math.max(best([first], 12), best(parts, 8), best(page.names, 7), page.headings.includes(reading.flat) ? 5 : 0);
}

function share(index, pages, name, { flat, found }, worth) {
  if (name === flat) return worth;
  if (name.includes(UNSPACED.test(flat) ? flat.trim() : flat)) return worth * 0.5 * (flat.length / name.length);
  const words = found.filter(({ filler, grams: stretches }) => !filler && !stretches.length);
  if (words.length > 1 && words.length === found.length && words.every(({ text }) => name.includes(` ${text} `))) return worth * 0.4 * (flat.length / name.length);
  if (name.length < 4 || !flat.includes(UNSPACED.test(name) ? name.trim() : name)) return 0;
  // as much of the query as the name covers; the name of the whole province stands in every second query and says nothing
  let [covered, all] = [0, 0];
  for (const { text, need, grams: stretches } of found) {
    covered += need * (stretches.length ? Math.min(1, name.trim().length / text.length) * text.includes(name.trim()) : name.includes(` ${text} `));
    all += need;
  }
  const rare = rarityAmong(index, pages, pages.filter((page) => page.folded.includes(name.trim())).length);
  return worth * REVERSE * (covered / all) * Math.min(1, rare);
}

// Readings of the query → the pages, best first.
function rank(index, pages, asked) {
  const best = new Map();
  for (const reading of asked) {
    const { units, judged } = judgeTexts(index, pages, reading);
    const total = reading.found.reduce((sum, group) => sum + group.need, 0);
    for (const entry of judged.values()) {
      const matched = reading.found.reduce((sum, group, at) => sum + group.need * (entry.groups.get(at) ?? 0), 0) / total;
      // every word of the query first, then most of them
      const called = nameBonus(index, pages, entry.page, reading) + (reading.menu.includes(entry.page.number) ? 14 : 0);
      if (matched < 0.3 && !called) continue;
      const score = (entry.score * matched ** ALL_WORDS + called) * reading.worth;
      const other = best.get(entry.page);
      if (!other || score > other.score) best.set(entry.page, { ...entry, score, terms: units });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.page.number - b.page.number);
}
