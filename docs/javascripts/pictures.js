// A picture opens large on the page; without this script its link leads to the largest file. Escape, the button and
// a click beside the picture close it, and the browser gives the focus back.
function openLarge(link) {
  const [width, height, ending, ...widths] = link.dataset.large.split(" ");
  const named = (size) => link.href.replace(/-\d+(\.[^./]+)?\.\w+$/, `-${size}$1.${ending} ${size}w`);
  const told = link.closest("figure, li")?.querySelector("figcaption, h2, h3, h4") ?? link;
  const caption = [...told.childNodes].filter((part) => part.nodeName !== "SMALL").map((part) => part.textContent).join("").trim();
  const make = (tag, values, ...inside) => { const made = Object.assign(document.createElement(tag), values); made.append(...inside); return made; };
  const image = make("img", { alt: link.querySelector("img")?.alt ?? caption, width, height });
  const picture = make("picture", {}, make("source", { type: `image/${ending}`, sizes: "100vw", srcset: widths.map(named) }), image);
  image.src = link.href;
  const button = make("button", { type: "button", textContent: "×" });
  button.setAttribute("aria-label", link.closest("[data-close]").dataset.close);
  const dialog = make("dialog", { className: "site-large" }, picture, make("p", { textContent: caption }), button);
  dialog.setAttribute("aria-label", caption);
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
