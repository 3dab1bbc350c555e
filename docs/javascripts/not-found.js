// Show only the language of the requested address; without this script all four stay visible.
(() => {
  const base = new URL("..", document.currentScript.src).pathname;
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : "";
  const sections = [...document.querySelectorAll("[data-prefix]")];
  const match = sections.find((row) => row.dataset.prefix && path.startsWith(row.dataset.prefix));
  const chosen = match || sections.find((row) => !row.dataset.prefix);
  for (const row of sections) row.hidden = row !== chosen;
  document.documentElement.lang = chosen.lang;
  document.title = chosen.querySelector("h1").textContent;
})();
