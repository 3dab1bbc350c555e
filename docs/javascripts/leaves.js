// A long list that is folded at first lies beside its page (scripts/sitekit/leaves.py): it comes when it is opened. Until then,
// without this script, and where the line breaks, a link leads to it.
document.addEventListener("toggle", async ({ target }) => {
  const link = target.open && target.querySelector?.(".site-leaf");
  if (!link || link.ariaBusy) return;
  link.ariaBusy = "true";
  const answer = await fetch(link.href).catch(() => null);
  link.ariaBusy = null;
  if (!answer?.ok) return;
  const list = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".site-own__list > div");
  if (list) link.parentElement.replaceWith(...list.childNodes);
}, true);
