// From a query to what is looked for. A group is a word or an unbroken run of Lao or Chinese; it has needles: strings to
// look for, and how good a find is, best first. “ word ” is a whole word, “ word” what begins so, “run” stands anywhere.
// A pair is two neighbours as they were typed: a phrase is worth more than its words.

const MOST_GROUPS = 12;
const MOST_LETTERS = 120;

const occurs = (index) => ([needle]) => (needle.endsWith(" ") ? Boolean(rowOf(index, needle.trim())) : rowsFrom(index, needle.trim()).length > 0);

function wordGroup(index, word, typed) {
  const whole = Boolean(rowOf(index, word));
  // words that only begin alike say less where the word itself occurs: “train” is not “training”
  const needles = [[` ${word} `, 1], ...(index.english ? inflected(word, whole) : []), [` ${word}`, whole ? 0.3 : 0.65]].filter(occurs(index));
  // marks that fold away were typed: a find with the same marks is the one that was meant
  return { text: word, needles, typed: typed !== word ? typed : "", grams: [] };
}

function inflected(word, whole) {
  const number = otherNumber(word);
  const others = relatives(word).filter((other) => !number.includes(other));
  return [...number.map((other) => [` ${other} `, 0.8]), ...others.map((other) => [` ${other} `, whole ? 0.4 : 0.7])];
}

const runGroup = (index, run, typed) => ({ text: run, needles: [[run, 1]], typed, grams: grams(run) });

// The query cut into what stands between blanks and signs, and runs by words of a question: [text, as it was typed].
function pieces(index, query) {
  const words = query.toLowerCase().normalize("NFC").slice(0, MOST_LETTERS).match(/[\p{L}\p{N}\p{M}\u200b-\u200f]+/gu) ?? [];
  const found = [];
  for (const word of words) {
    const runs = flatten(word).match(RUNS) ?? [];
    const asTyped = writtenLine(word).match(RUNS) ?? [];
    runs.forEach((run, at) => {
      const rest = index.fillers.inside && UNSPACED.test(run) ? run.split(index.fillers.inside).filter(Boolean) : [run];
      if (rest.length === 1 && rest[0] === run) found.push([run, asTyped.length === runs.length ? asTyped[at] : run]);
      else found.push(...(rest.length ? rest : [run]).map((piece) => [piece, piece]));
    });
  }
  return found.slice(0, MOST_GROUPS);
}

const tokensFor = (index, text) => {
  if (UNSPACED.test(text)) return grams(text);
  return index.english ? [text, ...otherNumber(text), ...stems(text)] : [text];
};

async function groups(index, query) {
  const found = pieces(index, query);
  await loadTokens(index, found.flatMap(([text]) => tokensFor(index, text)));
  const made = found.map(([text, typed]) => (UNSPACED.test(text) ? runGroup : wordGroup)(index, text, typed));
  if (made.some(({ text, typed }) => !isFiller(index, text, typed))) for (const group of made) group.filler = isFiller(index, group.text, group.typed);
  await mend(index, made.filter((group) => !group.grams.length && !group.needles.length));
  return made;
}

const isFiller = (index, text, typed) => index.fillers.words.has(typed || text);

// A Vietnamese word typed as keys of the Telex method where no such keyboard was on: “haauj” for “hậu”.
const telex = (word) => word.replace(/[sfrxj]$/, "").replace(/aa|aw/g, "a").replace(/ee/g, "e").replace(/oo|ow/g, "o").replace(/uw|w/g, "u").replace(/dd/g, "d");

// Words that do not occur: the words of the index that they may be a slip for, those with about the fewest slips.
async function mend(index, lost) {
  if (!lost.length) return;
  await loadWords(index);
  for (const group of lost) {
    const near = nearest(index, group.text, forgiven(group.text));
    const keys = telex(group.text);
    if (keys !== group.text && index.vocabulary.includes(keys)) near.unshift([keys, 0.25]);
    group.near = near.filter(([, slips]) => slips <= near[0][1] + 0.75).slice(0, 6);
  }
  await loadTokens(index, lost.flatMap((group) => group.near.map(([word]) => word)));
  for (const group of lost) {
    group.needles = group.near.flatMap(([word, slips]) => [[` ${word} `, 0.6 / (0.5 + slips)], [` ${word}`, 0.5 / (0.5 + slips)]]);
    group.typed = "";
  }
}

// Neighbouring words as a phrase; a word with a slip by each word that it may stand for.
async function pairs(index, found) {
  const out = [];
  for (let at = 0; at + 1 < found.length; at += 1) {
    const [one, two] = [found[at], found[at + 1]];
    if (one.grams.length || two.grams.length || one.filler || two.filler) continue;
    const typed = one.typed || two.typed ? `${one.typed || one.text} ${two.typed || two.text}` : "";
    const texts = spellings(one).flatMap((first) => spellings(two).map((second) => `${first} ${second}`));
    out.push({ at, one: one.text, two: two.text, needles: texts.flatMap((text) => [[` ${text} `, 1], [` ${text}`, 0.8]]), typed });
  }
  if (index.root.pairs && out.length) {
    await loadTokens(index, out.flatMap(({ needles }) => needles.map(([needle]) => needle.trim())));
    await mendPairs(index, out);
  }
  return out;
}

const spellings = (group) => (group.near?.length ? group.near.map(([word]) => word) : [group.text]);

// Where the index knows pairs: one that does not occur may have a slip in one of its words, though each by itself is a word.
async function mendPairs(index, found) {
  const occurring = found.filter(({ needles }) => needles.some(([needle]) => rowsFrom(index, needle.trim()).length));
  const settled = new Set(occurring.flatMap(({ at }) => [at, at + 1]));
  for (const pair of found.filter(({ at }) => !settled.has(at) && !settled.has(at + 1))) {
    await loadWords(index);
    const firsts = pair.one.length < 3 ? [] : nearest(index, pair.one, 1).map(([word]) => `${word} ${pair.two}`);
    await loadTokens(index, [`${pair.one} `, ...firsts]);
    const seconds = pair.two.length < 3 ? [] : rowsFrom(index, `${pair.one} `).map(([token]) => token).filter((token) => distance(pair.two, token.slice(pair.one.length + 1), 1) <= 1);
    pair.slips = [...firsts, ...seconds].filter((token) => rowOf(index, token)).map((token) => [` ${token} `, 0.7]);
  }
}

// The query with each name of another language or spelling in it replaced by the index's own.
function readings(index, query) {
  const typed = flatten(query.slice(0, 4 * MOST_LETTERS)).slice(0, MOST_LETTERS);
  const found = [];
  for (const [other, own] of besides(index, pieces(index, query).flatMap(([text]) => tokensFor(index, text)), "aliases")) {
    const from = UNSPACED.test(other) ? other : ` ${other} `;
    if (typed.includes(from)) found.push(typed.replace(from, ` ${own} `).trim().replace(/ +/g, " "));
    if (found.length === 5) break;
  }
  return found;
}
