// Search: the box, the worker and the index come when somebody opens it, by any of the ways there are.
const search = document.querySelector(".md-search[data-box]");
if (search) {
  const toggle = document.getElementById("__search");
  const bring = (program) => import(new URL(search.dataset.root + search.dataset[program], location.href));
  let box = null;
  const open = (query) => {
    box ??= bring("box");
    toggle.checked = true;
    search.querySelector("input").focus();
    box.then(
      () => { if (query && toggle.checked) window.siteSearch.ask(query); },
      () => { box = null; search.querySelector("[role=status]").textContent = search.dataset.failed; },
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
