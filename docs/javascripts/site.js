// Two small things the theme leaves out: a search button that a keyboard reaches, and a search that hears pasted text.
for (const button of document.querySelectorAll("[data-opens]")) {
  button.addEventListener("click", () => document.getElementById(button.dataset.opens).click());
}
// The theme listens to keys only; text that is pasted or spoken changes the field without any.
document.querySelector(".md-search__input")?.addEventListener("input", (event) => {
  event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
});
