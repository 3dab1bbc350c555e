// Which pages may be an answer: judged by the parts of the tokens alone, before any page is read.

const PAIR = 1.6;
// What a common word is taken to weigh on a page that is not listed for it.
const UNLISTED = 5;

// How much it says of a page that a word stands on it: the rarer, the more.
const rarity = (all, some) => Math.log(1 + (all - some + 0.5) / (some + 0.5)) + 0.15;
// How much a page needs a word: it may lack one that stands nearly everywhere, or that only makes a question of it.
const needOf = (rare, filler = false) => (filler ? 0.15 : Math.min(1, Math.max(0.5, rare)));

// On how many pages a token stands.
const spread = (weights) => (weights[0] < 0 ? -weights[0] : weights.length / 2);

// Adds the pages of `weights` (see postings.py) to `into`, each with the best that is known of it.
function visit(weights, worth, into) {
  let page = 0;
  for (let at = weights[0] < 0 ? 1 : 0; at < weights.length; at += 2) {
    page += weights[at];
    into.set(page, Math.max(into.get(page) ?? 0, worth * weights[at + 1]));
  }
}

// Page → weight for a word by its needles; `spread` is on how many pages it stands, what only begins like it left aside.
function wordPages(index, group) {
  const pages = new Map();
  let common = 0;
  let spreads = 0;
  for (const [needle, worth] of group.needles) {
    const text = needle.trim();
    for (const row of needle.endsWith(" ") ? [rowOf(index, text)].filter(Boolean) : rowsFrom(index, text)) {
      const [, weights, forms] = row;
      if (weights[0] < 0) common = Math.max(common, -weights[0]);
      const exact = forms?.[group.typed];
      if (exact) visit(exact, worth, pages);
      visit(weights, exact ? 0.25 * worth : worth, pages);
    }
    if (worth >= 0.5 || !spreads) spreads = pages.size;
  }
  return { pages, spread: Math.max(common, spreads), common: common > 0 };
}

// The same for a run: its stretches, each as rare as it is; whoever types less than a stretch finds it by its beginning.
function runPages(index, group) {
  let rows = group.grams.map((gram) => (group.grams.length > 1 ? [rowOf(index, gram)].filter(Boolean) : rowsFrom(index, gram)));
  // nothing of it stands together: a single Chinese sign is a word as well
  if (!rows.some((row) => row.length) && HAN.test(group.text)) rows = [...group.text].map((sign) => rowsFrom(index, sign));
  const pages = new Map();
  const found = new Map();
  let whole = 0;
  let common = false;
  for (const row of rows) {
    const here = new Map();
    for (const [, weights] of row) {
      visit(weights, 1, here);
      common ||= weights[0] < 0;
    }
    // what stands nowhere tells no page from another
    if (!row.length) continue;
    const rare = rarity(index.root.pages, Math.max(here.size, ...row.map(([, weights]) => spread(weights))));
    whole += rare;
    for (const [page, weight] of here) {
      pages.set(page, (pages.get(page) ?? 0) + rare * weight);
      found.set(page, (found.get(page) ?? 0) + rare);
    }
  }
  const shares = new Map();
  for (const [page, sum] of pages) {
    shares.set(page, found.get(page) / whole);
    pages.set(page, sum / whole);
  }
  const all = [...shares.values()].filter((share) => share > 0.99).length;
  const fewest = Math.min(index.root.pages, ...rows.filter((row) => row.length).map((row) => Math.max(...row.map(([, weights]) => spread(weights)))));
  return { pages, shares, spread: common ? fewest : Math.max(1, all), common };
}

// A pair as it was typed makes its page likelier; one with a slip mended stands for its two words.
function addPair(index, { needles, slips = [] }, add, share) {
  for (const [found, counts] of [[needles, 0], [slips, share]]) {
    const pages = new Map();
    for (const [needle, worth] of found) {
      const row = rowOf(index, needle.trim());
      if (row) visit(row[1], worth, pages);
    }
    const rare = rarity(index.root.pages, Math.max(1, pages.size));
    for (const [page, weight] of pages) add(page, PAIR * rare * weight, counts);
  }
}

// The pages that one reading of the query speaks for: page → score. Sets how many pages each group stands on.
function judge(index, found, phrases) {
  const judged = new Map();
  const add = (page, points, share) => {
    const entry = judged.get(page) ?? { points: 0, matched: 0 };
    entry.points += points;
    entry.matched += share;
    judged.set(page, entry);
  };
  const looked = found.map((group) => Object.assign(group, (group.grams.length ? runPages : wordPages)(index, group)));
  for (const group of looked) {
    group.rarity = rarity(index.root.pages, group.spread);
    group.need = needOf(group.rarity, group.filler);
  }
  const total = looked.reduce((sum, group) => sum + group.need, 0);
  for (const group of looked) {
    for (const [page, weight] of group.pages) {
      const share = group.shares?.get(page) ?? 1;
      add(page, group.need * group.rarity * weight * share, (group.need * share) / total);
    }
  }
  for (const group of looked.filter(({ common }) => common)) {
    for (const page of judged.keys()) if (!group.pages.has(page)) add(page, group.need * group.rarity * UNLISTED, group.need / total);
  }
  for (const pair of phrases) addPair(index, pair, add, (looked[pair.at].need + looked[pair.at + 1].need) / total);
  return new Map([...judged].map(([page, { points, matched }]) => [page, points * Math.min(1, matched) ** 2]));
}
