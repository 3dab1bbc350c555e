// Light and dark: overrides/partials/site/palette_choice.html has set the colours before anything was painted.
for (const input of document.querySelectorAll(".site-palette input")) {
  input.checked = input.value === document.body.dataset.mdColorScheme;
  input.addEventListener("change", () => {
    document.body.dataset.mdColorScheme = input.value;
    try { localStorage.setItem("site-colours", input.value); } catch { /* a browser that stores nothing: for this page only */ }
  });
}
