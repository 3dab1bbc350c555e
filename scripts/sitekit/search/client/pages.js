// A page as the worker keeps it: every field folded once, line by line.

// What a find in each field is worth; how much a kind of page counts, and how much its text does: as in
// scripts/sitekit/search/index.py.
const FIELDS = { title: 8, names: 4, heading: 4, lead: 3, about: 3, text: 1 };
const KINDS = { home: [1, 0.6], section: [1, 0.9], place: [1, 1.1], article: [1, 1], news: [0.75, 0.6], reference: [0.75, 0.2] };

function field(kind, original, share, section) {
  const lines = original.split("\n");
  return { kind, lines, folded: lines.map(flatten), worth: FIELDS[kind] * share, section, written: null };
}

// The lines as written: where marks count.
function writtenLines(each) {
  each.written ??= each.lines.map(writtenLine).join("\n");
  return each.written;
}

function preparePage([address, title, trail, lead, about, kind, picture, names, lang, sections], number) {
  const [whole, said] = KINDS[kind] ?? [1, 1];
  const fields = [field("title", title, whole), field("names", names, whole), field("lead", lead, said), field("about", about, said)];
  for (const [ident, heading, text] of sections) {
    const section = { ident, heading };
    if (heading) fields.push(field("heading", heading, said, section));
    section.text = field("text", text, said, section);
    fields.push(section.text);
  }
  // a title may name several things: “Nghĩa Đàn, Quỳ Châu and Quế Phong”, “Infrastructure: airport, ports …”
  const titles = [title, ...title.split(/[,:、：，–—]/u).filter((part) => part !== title)].map(flatten);
  const headings = fields.filter((each) => each.kind === "heading").map(({ folded: [flat] }) => flat);
  let end = 0;
  for (const each of fields) {
    each.all = each.folded.join("\n");
    end += each.all.length + 1;
    // where the field ends in the text of the whole page
    each.end = end;
  }
  const folded = fields.map((each) => each.all).join("\n");
  return { number, address, title, trail, lead, kind, whole, picture, lang, titles, names: fields[1].folded, headings, fields, folded };
}
