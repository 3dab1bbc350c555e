// Show only the language of the requested address, in the colours of the visitor's system; without this script all four stay
// visible and light.
(() => {
  if (matchMedia("(prefers-color-scheme: dark)").matches) document.body.dataset.mdColorScheme = "slate";
  const base = new URL("..", document.currentScript.src).pathname;
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : "";
  const sections = [...document.querySelectorAll("[data-prefix]")];
  const match = sections.find((row) => row.dataset.prefix && path.startsWith(row.dataset.prefix));
  const chosen = match || sections.find((row) => !row.dataset.prefix);
  for (const row of sections) row.hidden = row !== chosen;
  document.documentElement.lang = chosen.lang;
  document.title = chosen.querySelector("h1").textContent;
})();
