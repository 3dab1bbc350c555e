// Small things the theme leaves out: a search button that a keyboard reaches, a search that hears pasted text, pictures that open large.
for (const button of document.querySelectorAll("[data-opens]")) {
  button.addEventListener("click", () => document.getElementById(button.dataset.opens).click());
}
// The theme listens to keys only; text that is pasted or spoken changes the field without any.
document.querySelector(".md-search__input")?.addEventListener("input", (event) => {
  event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
});

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
