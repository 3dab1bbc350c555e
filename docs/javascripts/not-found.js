// Show only the language of the requested address (a page of one language shows that), in the colours of the visitor's system;
// without this script all that the page has stays visible, and light.
(() => {
  if (matchMedia("(prefers-color-scheme: dark)").matches) document.body.dataset.mdColorScheme = "slate";
  const base = new URL("..", document.currentScript.src).pathname;
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : "";
  const sections = [...document.querySelectorAll("[data-prefix]")];
  const match = sections.find((row) => row.dataset.prefix && path.startsWith(row.dataset.prefix));
  const chosen = match || sections.find((row) => !row.dataset.prefix) || sections[0];
  for (const row of sections) row.hidden = row !== chosen;
  document.documentElement.lang = chosen.lang;
  document.title = chosen.querySelector("h1").textContent;
})();
