// Sharing: the buttons that need a script appear where the browser can do what they say; without it there are links.
const share = document.querySelector(".site-share");
if (share) {
  const address = share.querySelector(".site-share__address").textContent;
  const title = document.querySelector("meta[property='og:title']").content;
  const native = share.querySelector(".site-share__native");
  const copy = share.querySelector(".site-share__copy");
  const status = share.querySelector(".site-share__status");
  if (navigator.share) {
    native.hidden = false;
    share.classList.add("site-share--native");
    native.addEventListener("click", () => navigator.share({ title, url: address }).catch(() => {}));  // closed again: no error
  }
  if (navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", () => navigator.clipboard.writeText(address).then(() => { status.textContent = share.dataset.copied; }, () => {}));
  }
}
