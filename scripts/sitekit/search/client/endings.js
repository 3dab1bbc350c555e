// English words that differ by their ending: one may be asked for and the other written.

const ENDINGS = ["", "s", "es", "e", "ed", "er", "ers", "or", "ors", "ing", "ings", "ion", "ions", "ment", "ments", "ly", "y", "ies", "al", "ic", "ical", "ary", "ist", "ists"];

// The word in the singular or the plural.
function otherNumber(word) {
  const found = [`${word}s`, `${word}es`];
  if (word.endsWith("y")) found.push(`${word.slice(0, -1)}ies`);
  if (word.endsWith("ies")) found.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("es")) found.push(word.slice(0, -2));
  if (word.endsWith("s")) found.push(word.slice(0, -1));
  return found;
}

// What may be left of the word when an ending is taken off.
function stems(word) {
  const found = new Set([word]);
  for (const ending of ENDINGS) {
    if (!ending || !word.endsWith(ending) || word.length - ending.length < 3) continue;
    const stem = word.slice(0, -ending.length);
    found.add(stem);
    if (stem.at(-1) === stem.at(-2)) found.add(stem.slice(0, -1));  // swimming: swim
  }
  return [...found];
}

// Words with the same stem and another ending.
const relatives = (word) => [...new Set(stems(word).flatMap((stem) => ENDINGS.map((ending) => stem + ending)))].filter((other) => other !== word && other.length > 2);
