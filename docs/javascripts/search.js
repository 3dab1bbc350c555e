// Search: the box, the worker and the index come when somebody opens it, by any of the ways there are.
const search = document.querySelector(".md-search");
if (search) {
  const toggle = document.getElementById("__search");
  const make = (tag, className, values, ...inside) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries({ class: className, ...values })) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  };
  // what shows only when it is open is in no page; the box reads from here where things lie
  const { reset, wait, failed } = search.dataset;
  const lang = document.documentElement.lang.split("-")[0];
  Object.assign(search.dataset, programs, { root, lang, index: `search/${lang}.json` });
  const status = make("div", "md-search-result__meta", { role: "status" }, wait);
  const list = make("ol", "md-search-result__list", { role: "list" });
  const clear = make("button", "md-search__icon md-icon site-icon site-icon--clear", { type: "reset", title: reset, "aria-label": reset });
  search.prepend(make("label", "md-search__overlay", { for: "__search" }));
  search.querySelector("form").append(make("nav", "md-search__options", {}, clear));
  search.querySelector(".md-search__inner").append(make("div", "md-search__output", {},
    make("div", "md-search__scrollwrap", { tabindex: 0 }, make("div", "md-search-result", {}, status, list))));
  const bring = (program) => import(root + programs[program]);
  let box = null;
  const open = (query) => {
    box ??= bring("box");
    toggle.checked = true;
    search.querySelector("input").focus();
    box.then(
      () => { if (query && toggle.checked) window.siteSearch.ask(query); },
      () => { box = null; status.textContent = failed; },
    );
  };
  search.querySelector("input").addEventListener("focus", () => { if (!box) open(); });
  document.querySelector(".site-search-button").addEventListener("click", () => open());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") toggle.checked = false;
    if (!["/", "s", "f"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    open();
  });
  const asked = new URL(location.href).searchParams;
  if (asked.has("q")) open(asked.get("q"));
  if (asked.has("h")) bring("highlight");
}
