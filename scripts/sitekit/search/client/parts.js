// The index comes in parts, and only those that a query needs: the root first, then parts of the tokens, then pages.

async function read(address, cache = "default") {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

async function openIndex(address, given = null) {
  // the root is asked for anew each time: it names the folder of the parts, which never change
  const root = given ?? await read(address, "no-cache");
  for (const [traditional, simplified] of root.variants.match(/../gu) ?? []) SIMPLIFIED.set(traditional, simplified);
  known = noneKnown();
  return { root, folder: new URL(`${root.parts}/`, address), asked: new Map(), parts: [], pages: [], vocabulary: null };
}

// Each part is asked for once; one that failed may be asked for again.
function part(index, name) {
  if (!index.asked.has(name)) {
    const coming = read(new URL(`${name}.json`, index.folder));
    coming.catch(() => index.asked.delete(name));
    index.asked.set(name, coming);
  }
  return index.asked.get(name);
}

// Number of the part in which `token` stands, if it stands anywhere.
function placeOf(index, token) {
  const firsts = index.root.tokens;
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firsts[middle] <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}

// Parts in which `token` stands and what begins with it: two at most, since short beginnings are no use.
function placesOf(index, token) {
  const at = placeOf(index, token);
  return index.root.tokens[at + 1]?.startsWith(token) ? [at, at + 1] : [at];
}

async function loadTokens(index, tokens) {
  const wanted = new Set(tokens.flatMap((token) => placesOf(index, token)).filter((at) => !index.parts[at]));
  await Promise.all([...wanted].map(async (at) => {
    const [rows, aliases, called] = await part(index, `t${at}`);
    index.parts[at] = { rows: new Map(rows.map((row) => [row[0], row])), keys: rows.map(([token]) => token), aliases, called };
  }));
}

async function loadPages(index, numbers) {
  await Promise.all(numbers.filter((number) => !index.pages[number]).map(async (number) => {
    const row = await part(index, `p${number}`);
    index.pages[number] ??= preparePage(row, number);
  }));
}

// Words in letters, the commonest first: for words that do not occur.
async function loadWords(index) {
  index.vocabulary ??= (await part(index, "words")).split(" ");
}

// Of parts that are here: what the index says of `token`, and of all that begins with `beginning`.
const rowOf = (index, token) => index.parts[placeOf(index, token)]?.rows.get(token);

function rowsFrom(index, beginning) {
  return placesOf(index, beginning).flatMap((at) => {
    const { keys, rows } = index.parts[at] ?? { keys: [] };
    return keys.filter((key) => key.startsWith(beginning) && !key.includes(" ", beginning.length)).map((key) => rows.get(key));
  });
}

// The same for names that begin with one of `tokens`: other names of what is written here, and what pages are called.
const besides = (index, tokens, what) => [...new Set(tokens.map((token) => placeOf(index, token)))].flatMap((at) => index.parts[at]?.[what] ?? []);
