// Hides the rows of a long table that lack the words typed above it. Marks of Vietnamese and Lao make no difference. Where the rows
// lie in folded lists, typing opens them, and those that have none of the words are hidden; lists that come later are looked at then.
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f\u0ec8-\u0ecc]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

for (const box of document.querySelectorAll(".site-filter")) {
  const [input, said] = box.querySelectorAll("input, p"), { none, one, many } = box.dataset;
  const table = box.nextElementSibling, lists = table.querySelectorAll("details");
  const show = () => {
    const words = fold(input.value).split(/\s+/);
    let hits = 0;
    for (const row of table.querySelectorAll("tbody tr")) {
      row.hidden = !words.every((word) => fold(row.textContent).includes(word));
      hits += !row.hidden;
    }
    for (const list of lists) list.hidden = !list.querySelector(".site-leaf, tbody tr:not([hidden])");
    said.textContent = input.value && (hits || !table.querySelector(".site-leaf"))
      ? ([none, one][hits] ?? many).replace("#", hits) : "";
  };
  input.oninput = () => {
    for (const list of lists) list.open = input.value;
    show();
  };
  new MutationObserver(show).observe(table, { childList: true, subtree: true });
  box.hidden = false;
}
