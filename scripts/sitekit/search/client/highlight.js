// Marks in the page what was searched for (?h=…), without changing the page: the browser paints the stretches.

function highlight(query) {
  const wanted = [fold(query), ...fold(query).split(" ")].filter((word) => word.length > 1);
  if (!window.Highlight || !wanted.length) return;
  const stretches = [];
  const walker = document.createTreeWalker(document.querySelector(".site-body"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && stretches.length < 300; node = walker.nextNode()) {
    const [flat, places] = foldWithPlaces(node.data);
    for (const word of wanted) {
      const inside = /[\u0e80-\u0eff\u3400-\u9fff]/u.test(word);
      for (let at = flat.indexOf(word); at >= 0; at = flat.indexOf(word, at + 1)) {
        const end = at + word.length;
        if (!inside && ((at > 0 && flat[at - 1] !== " ") || (end < flat.length && flat[end] !== " "))) continue;
        const range = document.createRange();
        range.setStart(node, places[at]);
        let to = places[end - 1] + 1;
        while (to < node.data.length && /\p{M}/u.test(node.data[to])) to += 1;
        range.setEnd(node, to);
        stretches.push(range);
      }
    }
  }
  CSS.highlights.set("site-search", new Highlight(...stretches));
}

highlight(new URL(location.href).searchParams.get("h") ?? "");
