// The list under the search field, in the theme's own markup and classes.

function element(tag, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...children);
  return made;
}

// HTML that the worker made: escaped text with <mark>.
function withHtml(tag, className, html) {
  return element(tag, { className, innerHTML: html });
}

function addressOf(box, address, query, ident = "") {
  const url = new URL(box.root + address, location.href);
  url.searchParams.set("h", query);
  if (ident) url.hash = ident;
  return url.href;
}

function pageResult(box, hit, query) {
  const article = element("article", { className: "md-search-result__article md-typeset site-hit" });
  // loads only when the result is seen; the name of the page says what the picture would
  article.append(element("img", { className: "site-hit__picture", loading: "lazy", width: 64, height: 64, alt: "", src: new URL(box.root + hit.picture, location.href).href }));
  const words = element("div", { className: "site-hit__words" });
  if (hit.trail || hit.lang) {
    const trail = element("span", { className: "site-hit__trail" }, hit.trail);
    if (hit.lang) trail.append(" ", element("span", { className: "site-hit__language", lang: hit.lang }, box.words.english));
    words.append(trail);
  }
  words.append(withHtml("h1", "site-hit__title", hit.title), withHtml("p", "site-hit__text", hit.excerpt));
  if (hit.lang) words.lang = hit.lang;
  article.append(words);
  const item = element("li", { className: "md-search-result__item" },
    element("a", { className: "md-search-result__link", href: addressOf(box, hit.address, query) }, article));
  for (const section of hit.sections) {
    const link = element("a", { className: "md-search-result__link site-hit__section", href: addressOf(box, hit.address, query, section.ident) });
    link.append(withHtml("span", "site-hit__heading", section.heading));
    if (section.excerpt) link.append(withHtml("span", "site-hit__text", section.excerpt));
    item.append(link);
  }
  return item;
}

// Nothing found: the nearest words to try, and the sections to start from.
function consolation(box, answer) {
  const items = answer.closest.map((word) => {
    const button = element("button", { type: "button", className: "md-search-result__link site-hit__word" }, word);
    button.addEventListener("click", () => box.ask(word));
    return element("li", { className: "md-search-result__item" }, button);
  });
  if (items.length) items.unshift(element("li", { className: "site-hit__label" }, box.words.closest));
  items.push(element("li", { className: "site-hit__label" }, box.words.sections));
  for (const [address, name] of answer.sections) {
    items.push(element("li", { className: "md-search-result__item" },
      element("a", { className: "md-search-result__link site-hit__section", href: new URL(box.root + address, location.href).href }, name)));
  }
  return items;
}

function showResults(box, answer, query) {
  const { words, list, meta } = box;
  const none = !answer.total;
  // said once, when the whole answer is there
  if (!answer.more) meta.textContent = none ? words.none : answer.total === 1 ? words.one : words.many.replace("#", answer.total);
  // the rest of an answer is added to what is there already, unless it changes the order
  const before = box.shown?.id === answer.id ? box.shown.hits : [];
  const goesOn = before.length > 0 && before.every((hit, at) => hit.address === answer.hits[at]?.address);
  box.shown = answer;
  if (goesOn) {
    list.append(...answer.hits.slice(before.length).map((hit) => pageResult(box, hit, query)));
    return;
  }
  const held = list.contains(document.activeElement) ? document.activeElement.href : "";
  // while nothing has changed yet: afterwards the whole list would have to be laid out to know
  list.parentElement.parentElement.scrollTop = 0;
  list.replaceChildren(...(none ? consolation(box, answer) : answer.hits.map((hit) => pageResult(box, hit, query))));
  if (held) [...list.querySelectorAll("a")].find((link) => link.href === held)?.focus();
}
