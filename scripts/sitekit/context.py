"""A page and a language: what is needed to write a text of the site for one reader."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from typing import Any

from sitekit import links, localtext, names, numbers
from sitekit.citations import Citations
from sitekit.figures import Figure
from sitekit.interface import Words
from sitekit.languages import Language
from sitekit.pages import address
from sitekit.picture_html import Gallery
from sitekit.site import Site


@dataclass(frozen=True)
class Context:
    """Writes for the page at `here` (below the root) in `language`; links lead to the pages of `reader`'s language.

    `level` is that of the headings inside a block: 3 below a heading of the page, 2 where the page has none before it.
    """

    site: Site
    here: str
    reader: Language
    language: Language
    level: int = 3

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self.site.words[self.language.code]

    @cached_property
    def gallery(self) -> Gallery:
        """The pictures as this page sees them."""
        return Gallery(self.site.images, self.here, self.language.code, links.relative, self.words, self.site.once)

    def pick(self, text: dict[str, str] | None) -> str:
        """The text of a data file in this language; empty for none."""
        return localtext.pick(text, self.language.code)

    def link(self, name: str, anchor: str = "") -> str:
        """Address of page `name` as seen from this one."""
        return self.file(address(name, self.reader)) + (f"#{anchor}" if anchor else "")

    def file(self, path: str) -> str:
        """Address of `path` below the root as seen from this page."""
        return links.relative(path, self.here)

    def shown(self, name: str) -> Context:
        """This page and reader, in the language in which the reader gets page `name`: their own, else English."""
        return self.at(self.site.languages[self.site.pages.shown(self.reader.code, name).language])

    def at(self, language: Language) -> Context:
        """The same page and reader in another language."""
        return replace(self, language=language)

    def heading(self, html: str, below: int = 0, ident: str = "") -> str:
        """`html` as a heading inside a block, `below` how many others."""
        name, attribute = f"h{self.level + below}", f' id="{ident}"' if ident else ""
        return f"<{name}{attribute}>{html}</{name}>"

    def date(self, value: Any) -> str:
        """A date, month or year of a data file, in words; empty for none."""
        return numbers.date(str(value), self.language) if value else ""

    @property
    def foreign(self) -> str:
        """The tag of this language on a page of the reader's: `en` in a fallback, else empty."""
        return self.language.tag if self.language != self.reader else ""

    # -- figures in texts -------------------------------------------------------------------------------------

    def figure(self, figure: Figure, form: str = "full") -> str:
        """A figure as HTML."""
        return self.site.once(("figure", figure.key, form, self.language.code),
                              lambda: figure.html(form, self.language, self.words, self.site.sources))  # fmt: skip

    def plain(self, text: str, file: str = "docs/") -> str:
        """`text` of `file` with its figures filled in, without mark-up."""
        return Citations(self.site.figures, lambda figure, form: figure.text(form, self.language, self.words), {}).fill(text, file)

    def fill(self, text: str) -> str:
        """A text of a data file as HTML: escaped, its figures filled in."""
        return Citations(self.site.figures, self.figure, {}).fill(escape(text, quote=False), "data/")

    def tell(self, text: dict[str, str] | None) -> str:
        """The text of a data file in this language as HTML with its figures."""
        return self.fill(self.pick(text))

    def prose(self, text: str) -> str:
        """Plain text of a title or a lead as HTML: escaped, names kept on one line in every language."""
        return self.site.once(("prose", self.language.code, text), lambda: names.protect(escape(text, quote=False), self._names))

    @cached_property
    def _names(self) -> list[str]:
        """The names that stay on one line in a title or a lead; many stay in Vietnamese in every language."""
        known, code = self.site.glossary, self.language.code
        return self.site.once(("names in prose", code), lambda: names.forms(known, code) + names.forms(known, "vi"))

    # -- where a row comes from -------------------------------------------------------------------------------

    def dated(self, row: dict[str, Any]) -> str:
        """Date and sources of a data row, as two lines of a cell."""
        when = self.date(row.get("as_of")) or self.words("undated")
        return f"{when}<br><small>{self.sources(row)}</small>"

    def sources(self, row: dict[str, Any]) -> str:
        """The publishers of a data row's sources, linked; each once."""
        found = dict.fromkeys(self.site.sources[key].link() for key in row["sources"])
        return self.words("list-comma").join(found)
