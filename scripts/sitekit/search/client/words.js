// The index as the worker keeps it: every field folded once, with a blank at both ends so that words can be told.

const FIELDS = { title: 8, heading: 4, keywords: 4, lead: 3, text: 1 };

function field(kind, original, section) {
  return { kind, original, section, folded: ` ${fold(original)} `, typed: null };
}

// The field as written, in small letters, with a blank for every sign: where marks count.
function written(each) {
  each.typed ??= ` ${each.original.toLowerCase().normalize("NFC").replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")} `;
  return each.typed;
}

function prepare(index) {
  for (const [traditional, simplified] of index.variants.match(/../gu) ?? []) SIMPLIFIED.set(traditional, simplified);
  known.clear();
  const pages = index.pages.map(([address, title, trail, lead, kind, picture, keywords, lang, sections], number) => ({
    number, address, title, trail, kind, picture, lang,
    fields: [
      field("title", title), field("lead", lead), ...(keywords ? [field("keywords", keywords)] : []),
      ...sections.flatMap(([ident, heading, text]) => {
        const section = { ident, heading, text };
        return [...(heading ? [field("heading", heading, section)] : []), field("text", text, section)];
      }),
    ],
  }));
  for (const page of pages) page.folded = page.fields.map((each) => each.folded).join("\n");
  const all = pages.map((page) => page.folded).join("\n");
  const length = all.length / Math.max(1, pages.length);
  return { pages, all, length, names: index.names, sections: index.sections, vocabulary: null };
}

// Words in letters that stand between blanks (not Lao, not Chinese), and how often each occurs; made when first needed.
function vocabulary(index) {
  if (!index.vocabulary) {
    index.vocabulary = new Map();
    for (const word of index.all.match(/[a-z0-9]+/g) ?? []) index.vocabulary.set(word, (index.vocabulary.get(word) ?? 0) + 1);
  }
  return index.vocabulary;
}
