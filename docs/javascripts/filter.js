// Hides the rows of a long table that lack the words typed above it. Marks of Vietnamese and Lao make no difference. Where the rows
// lie in folded lists, typing opens them, and those that have none of the words are hidden; lists that come later are looked at then.
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f\u0ec8-\u0ecc]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

for (const box of document.querySelectorAll(".site-filter")) {
  const input = box.querySelector("input"), status = box.querySelector("[role=status]");
  const table = document.getElementById(input.getAttribute("aria-controls")), lists = table.getElementsByTagName("details");
  const { none, one, many } = box.dataset;
  const show = () => {
    const words = fold(input.value).split(/\s+/);
    let hits = 0;
    for (const row of table.querySelectorAll("tbody tr")) {
      const text = fold(row.textContent);
      row.hidden = !words.every((word) => text.includes(word));
      hits += !row.hidden;
    }
    for (const list of lists) list.hidden = !list.querySelector(".site-leaf, tbody tr:not([hidden])");
    const known = input.value && (hits || !table.querySelector(".site-leaf"));
    status.textContent = known ? ([none, one][hits] ?? many).replace("#", hits) : "";
  };
  input.addEventListener("input", () => {
    for (const list of lists) list.open = input.value;
    show();
  });
  new MutationObserver(show).observe(table, { childList: true, subtree: true });
  box.hidden = false;
}
