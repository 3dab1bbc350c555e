// Hides the rows of a long table that lack the words typed above it. Marks of Vietnamese and Lao make no difference.
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f\u0ec8-\u0ecc]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

for (const box of document.querySelectorAll(".site-filter")) {
  const input = box.querySelector("input");
  const rows = [...document.querySelectorAll(`#${input.getAttribute("aria-controls")} tbody tr`)].map((row) => [row, fold(row.textContent)]);
  const { none, one, many } = box.dataset;
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/);
    let hits = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      hits += !row.hidden;
    }
    box.querySelector("[role=status]").textContent = ([none, one][hits] ?? many).replace("#", hits);
  });
  box.hidden = false;
}
