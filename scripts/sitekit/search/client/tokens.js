// What of a text can be looked up, the same here and in scripts/sitekit/search/tokens.py.

const UNSPACED = /[\u0e80-\u0eff\u3007\u3400-\u9fff\uf900-\ufaff]/u;  // Lao and Chinese write no blanks between words
const RUNS = /[\u0e80-\u0eff]+|[\u3007\u3400-\u9fff\uf900-\ufaff]+|[^\s\u0e80-\u0eff\u3007\u3400-\u9fff\uf900-\ufaff]+/gu;
const JOINT = /([\u0e80-\u0eff\u3007\u3400-\u9fff\uf900-\ufaff]) (?=[\u0e80-\u0eff\u3007\u3400-\u9fff\uf900-\ufaff])/gu;
const HAN = /[\u3007\u3400-\u9fff\uf900-\ufaff]/u;
const TONES = /^([^\u0300\u0301\u0303\u0309\u0323]*)([\u0300\u0301\u0303\u0309\u0323])(.*)$/u;

// The folded line: its words and unbroken runs, a blank between them and at both ends, so that words can be told.
const flatten = (line) => spaced(fold(line));

const spaced = (plain) => (UNSPACED.test(plain) ? ` ${plain.replace(JOINT, "$1").match(RUNS).join(" ")} ` : ` ${plain} `);

// The stretches of a run; whoever types less than one finds it by its beginning.
function grams(run) {
  const chars = [...run];
  const size = HAN.test(run) ? 2 : 3;
  return Array.from({ length: Math.max(1, chars.length - size + 1) }, (_, at) => chars.slice(at, at + size).join(""));
}

// A word with its marks, in small letters, the tone at its end: hòa and hoà are one word.
const writtenWord = (word) => word.toLowerCase().normalize("NFD").replace(TONES, "$1$3$2");

// A line as it is written, in small letters, with a blank for every sign: where marks count.
const writtenLine = (line) => ` ${(line.normalize("NFC").match(/[\p{L}\p{N}\p{M}\u200b-\u200f]+/gu) ?? []).map(writtenWord).join(" ").replace(JOINT, "$1")} `;
