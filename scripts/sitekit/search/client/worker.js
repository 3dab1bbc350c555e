// Searches away from the page, so that typing never waits. Messages in: {open: address of the index, lang},
// {query, id}. Messages out: {ready}, {failed}, {id, hits, closest, sections}.

const MOST_HITS = 20;
const MOST_SECTIONS = 3;
let opening = null;
let index = null;
let english = false;

// A found page as the box shows it: the best sentence of the page, then the sections with finds.
function shown({ page, terms: units, sections }) {
  const best = [...sections].sort((a, b) => b[1] - a[1]).slice(0, 2 * MOST_SECTIONS)
    .map(([section]) => ({ ...section, ...bestLine(section.text, units) }));
  best.sort((a, b) => b.weight - a.weight);
  const lead = page.fields.find((each) => each.kind === "lead").original;
  const excerpt = (section) => (section.line ? around(section.line, units) : "");
  return {
    address: page.address, lang: page.lang, trail: page.trail, picture: page.picture,
    title: marked(page.title, units),
    excerpt: (best.length && excerpt(best[0])) || around(lead, units),
    sections: best.filter((section) => section.ident).slice(0, MOST_SECTIONS).map((section) => ({
      ident: section.ident, heading: marked(section.heading, units), excerpt: section === best[0] ? "" : excerpt(section),
    })),
  };
}

// What somebody who found nothing may have meant: the nearest words of the index.
function closest(query) {
  const words = (fold(query).slice(0, MOST_LETTERS).match(/[a-z0-9]{3,}/g) ?? []).slice(0, 4);
  return [...new Set(words.flatMap((word) => nearest(index, word, 3).slice(0, 2).map(([near]) => near)))].slice(0, 4);
}

function answer(query) {
  const hits = rank(index, query, english);
  if (!hits.length) return { hits: [], total: 0, closest: fold(query) ? closest(query) : [], sections: index.sections };
  // a page far behind the first is no answer, only a coincidence of letters
  const near = hits.filter((each) => each.score >= hits[0].score * 0.02);
  return { hits: near.slice(0, MOST_HITS).map(shown), total: near.length, closest: [], sections: [] };
}

async function open(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  index = prepare(await response.json());
}

self.addEventListener("message", async ({ data }) => {
  try {
    if (data.open) {
      english = data.lang === "en";
      opening = open(data.open);
      await opening;
      self.postMessage({ ready: true });
    } else {
      await opening;
      self.postMessage({ id: data.id, ...answer(data.query) });
    }
  } catch (error) {
    console.error(error);
    self.postMessage({ failed: true, id: data.id });
  }
});
