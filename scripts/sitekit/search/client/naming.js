// What a page is called says more than what it tells: its title and the parts of it, its other names, its headings. Worth
// points are the query itself, a name with the query in it, and a query with the name in it.

const REVERSE = 0.9;

function nameBonus(index, pages, page, reading) {
  if (reading.flat.length < 4) return 0;
  const best = (names, worth) => Math.max(0, ...names.map((name) => share(index, pages, name, reading, worth)));
  const [first, ...parts] = page.titles;
  return page.whole * Math.max(best([first], 12), best(parts, 8), best(page.names, 7), page.headings.includes(reading.flat) ? 5 : 0);
}

function share(index, pages, name, { flat, found }, worth) {
  if (name === flat) return worth;
  if (name.includes(UNSPACED.test(flat) ? flat.trim() : flat)) return worth * 0.5 * (flat.length / name.length);
  const words = found.filter(({ filler, grams: stretches }) => !filler && !stretches.length);
  if (words.length > 1 && words.length === found.length && words.every(({ text }) => name.includes(` ${text} `))) return worth * 0.4 * (flat.length / name.length);
  if (name.length < 4 || !flat.includes(UNSPACED.test(name) ? name.trim() : name)) return 0;
  // as much of the query as the name covers; the name of the whole province stands in every second query and says nothing
  let [covered, all] = [0, 0];
  for (const { text, need, grams: stretches } of found) {
    covered += need * (stretches.length ? Math.min(1, name.trim().length / text.length) * text.includes(name.trim()) : name.includes(` ${text} `));
    all += need;
  }
  const rare = rarityAmong(index, pages, pages.filter((page) => page.folded.includes(name.trim())).length);
  return worth * REVERSE * (covered / all) * Math.min(1, rare);
}
