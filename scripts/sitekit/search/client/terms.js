// From a query to what is looked for. A group is a word or an unbroken run of Lao or Chinese: it has needles (strings to
// look for, and how good a find is, best first), a run also parts (and which share of the run each shows to be there).
// Besides the groups there are pairs: two neighbours as they were typed, which make a phrase worth more than its words.

const UNSPACED = /[\u0e80-\u0eff\u3007\u3400-\u9fff\uf900-\ufaff]/u;  // Lao and Chinese write no blanks between words
const RUNS = /[\u0e80-\u0eff]+|[\u3007\u3400-\u9fff\uf900-\ufaff]+|[^\s\u0e80-\u0eff\u3007\u3400-\u9fff\uf900-\ufaff]+/gu;
const HAN = /[\u3007\u3400-\u9fff\uf900-\ufaff]/u;
const MOST_GROUPS = 12;
const MOST_LETTERS = 120;

// English endings: the forms that a word may have been cut from.
function stems(word) {
  const found = new Set();
  for (const ending of ["ings", "ing", "edly", "ed", "ers", "er", "ors", "or", "ments", "ment", "es", "s", "ly"]) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length < 3) continue;
    found.add(stem);
    if (stem.at(-1) === stem.at(-2)) found.add(stem.slice(0, -1));
  }
  if (/ies$|ied$/.test(word) && word.length > 4) found.add(`${word.slice(0, -3)}y`);
  if (word.endsWith("y") && word.length > 4) found.add(`${word.slice(0, -1)}ie`);
  return [...found];
}

// The words of the index that `word` may be a slip for: only those with the fewest slips.
function slips(index, word, most = forgiven(word)) {
  const found = most ? nearest(index, word, most) : [];
  return found.filter(([, number]) => number === found[0][1]).slice(0, 4);
}

function wordGroup(index, word, typed, english) {
  const occurs = ([needle]) => index.all.includes(needle);
  let needles = [[` ${word} `, 1], [` ${word}`, 0.7]].filter(occurs);
  if (english) needles.push(...stems(word).map((stem) => [` ${stem}`, 0.6]).filter(occurs));
  if (!needles.length) needles = slips(index, word).map(([near, number]) => [` ${near} `, 0.6 / (0.5 + number)]);
  // marks that fold away were typed: a find with the same marks is the one that was meant
  return { text: word, needles, typed: typed && typed !== word ? ` ${typed} ` : "" };
}

// The longest pieces of `run` that occur in the index, from left to right; a piece that occurs has only parts that
// occur, so no other cut has fewer pieces.
function pieces(index, run) {
  const chars = [...run];
  const found = [];
  for (let at = 0; at < chars.length;) {
    let end = at;
    while (end < chars.length && index.all.includes(chars.slice(at, end + 1).join(""))) end += 1;
    if (end > at) found.push(chars.slice(at, end).join(""));
    at = Math.max(end, at + 1);
  }
  return found;
}

// An unbroken run: found whole, or by its pieces, or in part by short stretches of it.
function runGroup(index, run) {
  const chars = [...run];
  const size = HAN.test(run) ? 2 : 4;
  const stretches = chars.length > size ? chars.slice(0, -size + 1).map((_, at) => chars.slice(at, at + size).join("")) : [];
  // a single Chinese sign is a word; rare ones say much
  const others = [...pieces(index, run), ...(HAN.test(run) && chars.length > 1 ? chars : [])].filter((part) => part !== run);
  const parts = new Map(others.map((part) => [part, 0]));
  // which share of the run is found is told by its stretches, all alike
  for (const stretch of stretches) parts.set(stretch, 1 / stretches.length);
  return { text: run, needles: index.all.includes(run) ? [[run, 1]] : [], parts: [...parts] };
}

function groups(index, query, english) {
  const words = query.toLowerCase().normalize("NFC").slice(0, 4 * MOST_LETTERS).match(/[\p{L}\p{N}\p{M}\u200b-\u200f]+/gu) ?? [];
  const found = [];
  for (const typed of words) {
    const folded = fold(typed);
    const runs = folded.match(RUNS) ?? [];
    for (const run of runs) found.push(UNSPACED.test(run) ? runGroup(index, run) : wordGroup(index, run, runs.length === 1 ? typed : "", english));
  }
  return found.slice(0, MOST_GROUPS);
}

// Neighbouring words as a phrase, and, where it does not occur, with a slip of one of the two mended.
function pairs(index, found) {
  const words = found.map((group) => (group.parts ? "" : group.text));
  const out = [];
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [one, two] = [words[at], words[at + 1]];
    if (!one || !two) continue;
    const typed = found[at].typed || found[at + 1].typed ? `${found[at].typed.trimEnd() || ` ${one}`}${found[at + 1].typed || ` ${two} `}` : "";
    if (index.all.includes(` ${one} ${two}`)) {
      out.push({ needles: [[` ${one} ${two} `, 1], [` ${one} ${two}`, 0.8]], typed });
      continue;
    }
    const mended = [...near(index, one).map((word) => `${word} ${two}`), ...near(index, two).map((word) => `${one} ${word}`)];
    const needles = mended.map((pair) => [` ${pair} `, 0.7]).filter(([needle]) => index.all.includes(needle));
    if (needles.length) out.push({ needles, typed: "", mended: [at, at + 1] });
  }
  return out;
}

const near = (index, word) => (word.length < 3 ? [] : nearest(index, word, 1).map(([other]) => other));

// The query as typed, and with each name of another language or spelling replaced by the index's own.
function readings(index, query) {
  const typed = fold(query).slice(0, MOST_LETTERS);
  const found = [[query.slice(0, 4 * MOST_LETTERS), 1]];
  for (const [own, ...others] of index.names) {
    for (const other of others) {
      if (found.length === 6) return found;
      const [from, to] = UNSPACED.test(other) ? [other, ` ${own} `] : [` ${other} `, ` ${own} `];
      if (` ${typed} `.includes(from)) found.push([` ${typed} `.replace(from, to).trim().replace(/ +/g, " "), 0.97]);
    }
  }
  return found;
}
