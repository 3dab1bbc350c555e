// The search box: the theme's markup, our own behaviour. Loaded when somebody opens search, and not before.

class Box {
  constructor(root) {
    this.input = root.querySelector(".md-search__input");
    this.list = root.querySelector(".md-search-result__list");
    this.meta = root.querySelector(".md-search-result__meta");
    this.toggle = document.getElementById("__search");
    this.words = { failed: root.dataset.failed };
    for (const [name, value] of Object.entries({ autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "search" })) this.input.setAttribute(name, value);
    this.root = root.dataset.root;
    this.asked = 0;
    this.worker = new Worker(new URL(this.root + root.dataset.worker, location.href));
    this.worker.addEventListener("message", ({ data }) => this.hear(data));
    this.open(new URL(this.root + root.dataset.index, location.href).href, root.dataset.lang);
    // pasted, spoken and typed text alike; not while a letter is still being composed
    this.input.addEventListener("input", (event) => event.isComposing || this.search());
    this.input.addEventListener("compositionend", () => this.search());
    this.input.form.addEventListener("submit", (event) => { event.preventDefault(); this.first()?.click(); });
    this.input.form.addEventListener("reset", () => setTimeout(() => { this.search(); this.input.focus(); }));
    root.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("click", (event) => { if (event.target.closest("a")) this.close(); });
    this.toggle.addEventListener("change", () => { if (this.toggle.checked) this.input.focus(); });
    document.addEventListener("pointerdown", (event) => { if (this.toggle.checked && !event.target.closest(".md-search, [for=__search]")) this.close(); });
  }

  // the root of the index comes while the worker does; if it does not, the worker tries again and says what is wrong
  async open(address, lang) {
    const root = await fetch(address, { cache: "no-cache" }).then((response) => (response.ok ? response.json() : null)).catch(() => null);
    this.worker.postMessage({ open: address, lang, root });
  }

  close() {
    this.toggle.checked = false;
    this.input.blur();
  }

  ask(query) {
    this.input.value = query;
    this.input.focus();
    this.search();
  }

  search() {
    const query = this.input.value.trim();
    this.asked += 1;
    if (query) {
      this.worker.postMessage({ query: query.slice(0, 500), id: this.asked });
    } else {
      this.list.replaceChildren();
      this.meta.textContent = this.words.empty;
    }
  }

  hear(answer) {
    if (answer.failed) {
      this.meta.textContent = this.words.failed;
    } else if (answer.ready) {
      Object.assign(this.words, answer.words);
      if (this.input.value.trim()) this.search();
      else this.meta.textContent = this.words.empty;
    } else if (answer.id === this.asked) {
      showResults(this, answer, this.input.value.trim().slice(0, 100));
    }
  }

  first() {
    return this.list.querySelector("a, button");
  }

  key(event) {
    const stops = [this.input, ...this.list.querySelectorAll("a, button")];
    const at = stops.indexOf(document.activeElement);
    if (event.key === "Escape") {
      this.close();
      document.querySelector(".site-search-button")?.focus();
    } else if (event.key === "ArrowDown" && at >= 0) {
      stops[(at + 1) % stops.length].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      stops[(at + stops.length - 1) % stops.length].focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

// what was typed while this was loading is answered as soon as the index is there
window.siteSearch ??= new Box(document.querySelector(".md-search"));
