// Searches away from the page, so that typing never waits. Messages in: {open: address of the index, lang, root: of the
// index, if it is there}, {query, id}. Messages out: {ready, words}, {failed}, {id, hits, total, closest, sections},
// with `more` if the rest of the answer follows.

// So many pages are read for an answer, and so many before anything is shown: as many as a browser asks for at once.
const MOST_HITS = 10;
const AT_ONCE = 6;
// The first answers show their sections as well.
const DETAILED = 5;
const MOST_SECTIONS = 3;
let where = null;
// Questions may come before the index does.
let opened = null;
let opening = new Promise((done) => { opened = done; });
let index = null;
let newest = 0;

// A found page as the box shows it: the best sentence of the page, then the sections with finds.
function shown({ page, terms: units, sections }, place) {
  const most = place < DETAILED ? MOST_SECTIONS : 1;
  const best = [...sections].sort((a, b) => b[1] - a[1]).slice(0, most + 1)
    .map(([section]) => ({ ...section, ...bestLine(section.text, units) }));
  best.sort((a, b) => b.weight - a.weight);
  const excerpt = (section) => (section.line ? around(section.line, units) : "");
  return {
    address: page.address, lang: page.lang, trail: page.trail, picture: page.picture,
    title: marked(page.title, units),
    excerpt: (best.length && excerpt(best[0])) || around(page.lead, units),
    sections: (most > 1 ? best.filter((section) => section.ident).slice(0, most) : []).map((section) => ({
      ident: section.ident, heading: marked(section.heading, units), excerpt: section === best[0] ? "" : excerpt(section),
    })),
  };
}

// What somebody who found nothing may have meant: the nearest words of the index.
async function closest(query) {
  const words = (fold(query).slice(0, MOST_LETTERS).match(/[a-z0-9]{3,}/g) ?? []).slice(0, 4);
  if (words.length) await loadWords(index);
  return [...new Set(words.flatMap((word) => nearest(index, word, 3).slice(0, 2).map(([near]) => near)))].slice(0, 4);
}

// One reading of the query with what it looks for, and the candidates it speaks for.
async function understand(text, worth) {
  const found = await groups(index, text);
  const phrases = await pairs(index, found);
  const flat = flatten(text);
  const meant = (names) => names.filter(([name]) => name === flat.trim()).map(([, page]) => page);
  const tokens = found.flatMap((group) => (group.grams.length ? group.grams : [group.text]));
  return { found, phrases, worth, flat, menu: meant(index.root.called), named: meant(besides(index, tokens, "called")), judged: judge(index, found, phrases) };
}

function candidates(asked) {
  const scores = new Map();
  for (const { judged, worth } of asked) {
    for (const [page, score] of judged) scores.set(page, Math.max(scores.get(page) ?? 0, score * worth));
  }
  const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page);
  return [...new Set([...asked.flatMap(({ menu, named }) => [...menu, ...named.slice(0, MOST_HITS / 2)]), ...best])].slice(0, MOST_HITS);
}

const judged = (asked, numbers) => {
  const hits = rank(index, numbers.map((number) => index.pages[number]), asked);
  // a page far behind the first is no answer, only a coincidence of letters
  return hits.filter((each) => each.score >= hits[0].score * 0.02).map(shown);
};

// Asks for all pages, and answers from the first of them while the rest is on its way.
async function ahead(asked, numbers, id) {
  loadPages(index, numbers).catch(() => null);
  await loadPages(index, numbers.slice(0, AT_ONCE));
  const hits = id === newest ? judged(asked, numbers.slice(0, AT_ONCE)) : [];
  if (hits.length) self.postMessage({ id, hits, total: hits.length, more: true });
}

// Null when a newer question has come meanwhile: somebody went on typing. What is likeliest goes ahead of the rest.
async function answer(query, id) {
  const asked = [await understand(query, 1)];
  for (const reading of readings(index, query)) asked.push(await understand(reading, 0.97));
  if (id !== newest) return null;
  const numbers = candidates(asked);
  if (numbers.slice(AT_ONCE).some((number) => !index.pages[number])) await ahead(asked, numbers, id);
  await loadPages(index, numbers);
  if (id !== newest) return null;
  const hits = judged(asked, numbers);
  if (!hits.length) return { hits, total: 0, closest: await closest(query), sections: index.root.sections };
  return { hits, total: hits.length, closest: [], sections: [] };
}

async function open({ open: address, lang, root }) {
  index = Object.assign(await openIndex(address, root), { lang, english: lang === "en", fillers: fillersOf(lang) });
}

// The site may have been published anew meanwhile, and the parts of the old index be gone: then once more from the root.
async function hear(data) {
  try {
    await opening;
    return await answer(data.query, data.id);
  } catch {
    opening = open({ ...where, root: null });
    await opening;
    return answer(data.query, data.id);
  }
}

self.addEventListener("message", async ({ data }) => {
  try {
    if (data.open) {
      where = data;
      opening = open(where);
      opened(opening);
      await opening;
      self.postMessage({ ready: true, words: index.root.words });
    } else {
      newest = data.id;
      const found = await hear(data);
      if (found) self.postMessage({ id: data.id, ...found });
    }
  } catch (error) {
    console.error(error);
    self.postMessage({ failed: true, id: data.id });
  }
});
