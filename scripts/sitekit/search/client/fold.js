// What is alike to somebody who types. The same rule as scripts/sitekit/search/folding.py; a table of cases holds them equal.
// Every character is folded by itself, so that a place in the folded text leads back to the place in the original.

const DROPPED = /[\u0300-\u036f\u0ec8-\u0ecc\u00ad\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f]/u;
const ALIKE = new Map([["ແ", "ເເ"], ["ຣ", "ລ"], ["ຼ", "ລ"], ["đ", "d"]]);
const WRITTEN = /[\p{L}\p{N}\p{M}]/u;
// Traditional → simplified characters, as far as the index at hand needs them; the worker fills it.
const SIMPLIFIED = new Map();

// Python counts white space by its own list; all of it folds to a blank here as there.
const decomposed = (text) => text.normalize("NFKD").toLowerCase().normalize("NFKD");

function foldCharacter(char) {
  let folded = "";
  for (const part of decomposed(char)) {
    if (!DROPPED.test(part)) folded += WRITTEN.test(part) ? ALIKE.get(part) ?? SIMPLIFIED.get(part) ?? part : " ";
  }
  return folded;
}

// What a character folds to, by its number: asked for every letter of every page, so kept. Room for all numbers up to
// U+FFFF is made at once: a list with gaps would be looked up like a dictionary.
const noneKnown = () => new Array(0x10000).fill(undefined);
let known = noneKnown();
const folded = (code) => known[code] ??= foldCharacter(String.fromCodePoint(code));

function fold(text) {
  let out = "";
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at);
    if (code > 0xffff) at += 1;
    out += folded(code);
  }
  return out.replace(/ {2,}/g, " ").trim();
}

// The folded text and, for each of its characters, where it comes from: [text, starts].
function foldWithPlaces(text) {
  let out = "";
  const places = [];
  let blank = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at);
    const plain = folded(code);
    for (let unit = 0; unit < plain.length; unit += 1) {
      const isBlank = plain[unit] === " ";
      if (!isBlank || !blank) {
        out += plain[unit];
        places.push(at);
      }
      blank = isBlank;
    }
    if (code > 0xffff) at += 1;
  }
  return [out, places];
}
