// What one reading of the query looks for in the texts of the candidates: its groups, pairs of neighbours, and parts of
// unbroken runs. A unit has needles, a weight, and the group that it stands for.

const PART = 0.35;

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
