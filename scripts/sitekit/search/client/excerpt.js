// What a result shows: the sentence with the find, its finds marked, safe to put into a page.

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text) => text.replace(/[&<>"']/g, (char) => ESCAPES[char]);
const MARKS = /^\p{M}$/u;
// Vowels of Lao that are written before their consonant belong to it.
const LEADING = /^[\u0ec0-\u0ec4]$/u;
const EXCERPT = 170;

// Stretches [start, end) of `text` that the units of a query find, whole letters with their marks, merged and in order.
// Pieces of a run are marked only where the whole run is not to be found.
function finds(text, units) {
  const [flat, places] = flattenWithPlaces(text);
  // the best needle that occurs: where “lo” stands by itself, the “lo” of “long” is not meant
  const here = units.map((unit) => [unit, unit.needles.find(([needle]) => flat.includes(needle))?.[0]]).filter(([, needle]) => needle);
  const whole = new Set(here.filter(([unit]) => unit.part === undefined).map(([unit]) => unit.group));
  const stretches = [];
  for (const [unit, needle] of here) {
    if (unit.part !== undefined && (whole.has(unit.part) || [...needle].length < 2)) continue;
    const core = needle.trim();
    for (let at = flat.indexOf(needle); at >= 0 && stretches.length < 200; at = flat.indexOf(needle, at + core.length)) {
      const first = at + (needle.startsWith(" ") ? 1 : 0);
      stretches.push(widen(text, places[first], places[first + core.length - 1]));
    }
  }
  return merge(text, stretches.sort((a, b) => a[0] - b[0]));
}

// The flattened text and, for each of its characters, where it comes from: it has the letters of the folded text, and
// differs from that in its blanks only.
function flattenWithPlaces(text) {
  const [plain, starts] = foldWithPlaces(text);
  const flat = spaced(plain.trimEnd());
  const places = [];
  let at = 0;
  for (let unit = 0; unit < flat.length; unit += 1) {
    const blank = flat[unit] === " ";
    while (!blank && plain[at] === " ") at += 1;
    places.push(starts[at] ?? text.length);
    if (!blank) at += 1;
  }
  return [flat, places];
}

// From the first to the last letter of a find, with every mark that hangs on them.
function widen(text, start, last) {
  let from = start;
  while (from > 0 && MARKS.test(text[from])) from -= 1;
  if (from > 0 && LEADING.test(text[from - 1])) from -= 1;
  let to = last + (text.codePointAt(last) > 0xffff ? 2 : 1);
  while (to < text.length && MARKS.test(text[to])) to += 1;
  return [from, to];
}

// Overlapping stretches as one, and neighbours with nothing but a blank between them.
function merge(text, stretches) {
  const merged = [];
  for (const [from, to] of stretches) {
    const before = merged.at(-1);
    if (before && !text.slice(before[1], from).trim()) before[1] = Math.max(before[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

// `text` from `from` to `to` with its finds marked.
function withMarks(text, stretches, from = 0, to = text.length) {
  let html = "";
  let at = from;
  for (const [start, end] of stretches) {
    if (start < from || end > to) continue;
    html += `${escape(text.slice(at, start))}<mark>${escape(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escape(text.slice(at, to));
}

const marked = (text, units) => withMarks(text, finds(text, units));

// The part of `line` around its first find: at most EXCERPT letters, cut between words or clusters.
function around(line, units) {
  const found = finds(line, units);
  if (line.length <= EXCERPT) return withMarks(line, found);
  const [first] = found;
  let from = Math.max(0, (first ? first[0] : 0) - EXCERPT / 3);
  let to = Math.min(line.length, from + EXCERPT);
  from = Math.floor(from);
  const blank = line.indexOf(" ", from);
  if (from > 0 && blank > 0 && blank < from + 20 && blank < (first ? first[0] : Infinity)) from = blank + 1;
  while (from > 0 && (MARKS.test(line[from]) || LEADING.test(line[from - 1] ?? ""))) from -= 1;
  to = Math.floor(to);
  const end = line.lastIndexOf(" ", to);
  if (to < line.length && end > to - 20 && end > from) to = end;
  while (to < line.length && (MARKS.test(line[to]) || LEADING.test(line[to - 1]))) to += 1;
  return `${from > 0 ? "… " : ""}${withMarks(line, found, from, to)}${to < line.length ? " …" : ""}`;
}

// The line of a section's text (one per block) that holds most of what is looked for, and how much that is.
function bestLine(text, units) {
  const here = units.map(({ needles, weight }) => [needles.map(([needle]) => needle).filter((needle) => text.all.includes(needle)), weight]).filter(([needles]) => needles.length);
  let best = "";
  let most = 0;
  text.folded.forEach((flat, at) => {
    let sum = 0;
    for (const [needles, weight] of here) if (needles.some((needle) => flat.includes(needle))) sum += weight;
    if (sum > most) [best, most] = [text.lines[at], sum];
  });
  return { line: best, weight: most };
}
