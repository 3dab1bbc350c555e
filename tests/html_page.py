"""Reading a built page: its tags, links and visible text, by the parser of the standard library."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SILENT = {"script", "style", "title", "head"}


#: A link in place of a long list that lies beside its page, and that list.
LEAF = re.compile(r'<p><a class="site-leaf" href="([^"]+)">.*?</a></p>')
LIST = re.compile(r'<div class="site-own__list"><div[^>]*>(.*)</div></div></main>', re.DOTALL)


def whole(file: Path) -> str:
    """The HTML of a page with its long lists, as somebody has it who opened them all."""
    def come(match: re.Match[str]) -> str:
        return LIST.search((file.parent / match[1]).read_text("utf-8"))[1]  # type: ignore[index]

    return LEAF.sub(come, file.read_text("utf-8"))


class HtmlPage(HTMLParser):
    """A page with its long lists.

    `tags`: (name, attributes) in order; `text`: (nearest lang, words) of every visible text.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[tuple[str, str]] = []
        self.body: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(whole(file))

    @property
    def _lang(self) -> str:
        return self._open[-1][1] if self._open else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag and the language from here on."""
        values = {key: value or "" for key, value in attrs}
        self.tags.append((tag, values))
        if tag not in VOID:
            self._open.append((tag, values.get("lang", self._lang)))
        for name in ("alt", "aria-label", "title", "placeholder"):
            if values.get(name):
                self.text.append((values.get("lang", self._lang), values[name]))

    def handle_endtag(self, tag: str) -> None:
        """Leave the element."""
        while self._open:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        """Note visible text."""
        if data.strip() and not any(name in SILENT for name, _ in self._open):
            self.text.append((self._lang, data))

    def find(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """Attributes of every `tag` whose attributes contain `wanted` (an underscore stands for a hyphen)."""
        match = {key.rstrip("_").replace("_", "-"): value for key, value in wanted.items()}
        return [attrs for name, attrs in self.tags if name == tag
                and all(attrs.get(key, "").strip() == value for key, value in match.items())]  # fmt: skip

    @property
    def words(self) -> str:
        """All visible text."""
        return " ".join(text for _, text in self.text)
