// Words that differ from a typed one by a slip or two of the fingers.

// Damerau–Levenshtein distance (two neighbours changing places count once), or Infinity above `most`.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return Infinity;
    [before, above] = [above, row];
  }
  return above[other.length] <= most ? above[other.length] : Infinity;
}

// One bit per letter that occurs: two words `most` slips apart differ in few of them, which is quick to see.
function letters(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 31);
  return bits;
}

function count(bits) {
  let ones = 0;
  for (let rest = bits; rest; rest &= rest - 1) ones += 1;
  return ones;
}

// Slips between `word` and `candidate`, or the beginning of it: somebody may not have typed to the end.
function slipsBetween(word, candidate, wanted, most) {
  if (Math.abs(candidate.length - word.length) <= most && count(wanted ^ letters(candidate)) <= 2 * most) {
    const slips = distance(word, candidate, most);
    // the same letters in another order is the commonest slip of all
    if (slips === 1 && candidate.length === word.length && wanted === letters(candidate)) return 0.5;
    if (slips <= most) return slips;
  }
  if (word.length < 5 || candidate.length <= word.length || candidate.length > word.length + 4) return Infinity;
  const beginning = candidate.slice(0, word.length);
  return count(wanted ^ letters(beginning)) > 2 * most ? Infinity : distance(word, beginning, most) + 0.25;
}

// The words of the index nearest to `word`: [word, slips], fewest slips first, then the commonest.
function nearest(index, word, most) {
  const wanted = letters(word);
  const found = [];
  for (const candidate of index.vocabulary) {
    const slips = candidate === word ? Infinity : slipsBetween(word, candidate, wanted, most);
    if (slips <= most + 0.25) found.push([candidate, slips]);
  }
  return found.sort((a, b) => a[1] - b[1]).slice(0, 8);
}

// How many slips are forgiven in a word of this length.
const forgiven = (word) => (word.length < 3 ? 0 : word.length < 7 ? 1 : 2);
