// Small things the theme leaves out, or does at a cost: search that loads when it is opened, pictures that open large.

// Search: the box, the worker and the index come when somebody opens it, by any of the ways there are.
const search = document.querySelector(".md-search[data-box]");
const searchToggle = document.getElementById("__search");
let box = null;
function openSearch(query) {
  box ??= import(new URL(search.dataset.root + search.dataset.box, location.href));
  searchToggle.checked = true;
  search.querySelector("input").focus();
  box.then(() => { if (query && searchToggle.checked) window.siteSearch.ask(query); });
}
if (search) {
  search.querySelector("input").addEventListener("focus", () => openSearch(), { once: true });
  document.querySelector(".site-search-button").addEventListener("click", () => openSearch());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") searchToggle.checked = false;
    if (!["/", "s", "f"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    openSearch();
  });
  const asked = new URL(location.href).searchParams;
  if (asked.has("q")) openSearch(asked.get("q"));
  if (asked.has("h")) import(new URL(search.dataset.root + search.dataset.highlight, location.href));
}

// A picture opens large on the page; without this script its link leads to the largest file. Escape, the button and
// a click beside the picture close it, and the browser gives the focus back.
function openLarge(link) {
  const { srcset, type, width, height, caption } = link.dataset;
  const dialog = document.createElement("dialog");
  dialog.className = "site-large";
  const image = Object.assign(new Image(), { alt: link.querySelector("img")?.alt ?? caption });
  image.width = width;
  image.height = height;
  const source = Object.assign(document.createElement("source"), { type, sizes: "100vw", srcset });
  const picture = document.createElement("picture");
  picture.append(source, image);
  image.src = link.href;
  const text = Object.assign(document.createElement("p"), { textContent: caption });
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
  button.setAttribute("aria-label", link.closest("[data-close]").dataset.close);
  dialog.setAttribute("aria-label", caption);
  dialog.append(picture, text, button);
  dialog.addEventListener("click", (event) => { if (event.target !== image) dialog.close(); });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".site-enlarge");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  openLarge(link);
});

// Sharing: the buttons that need a script appear where the browser can do what they say; without it there are links.
const share = document.querySelector(".site-share");
if (share) {
  const { address, title, copied } = share.dataset;
  const native = share.querySelector(".site-share__native");
  const copy = share.querySelector(".site-share__copy");
  const status = share.querySelector(".site-share__status");
  if (navigator.share) {
    native.hidden = false;
    share.classList.add("site-share--native");
    native.addEventListener("click", () => navigator.share({ title, url: address }).catch(() => {}));  // closed again: no error
  }
  if (navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", () => navigator.clipboard.writeText(address).then(() => { status.textContent = copied; }, () => {}));
  }
}
