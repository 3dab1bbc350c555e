"""A built site as it lies in its folder: its pages read once, its files, its address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from sitekit import html_tree, leaves
from sitekit.html_tree import Element

INDEX, LOST = "index.html", "404.html"


@dataclass
class Page:
    """One built page. `file` is its path below the site's folder, `address` its absolute address."""

    file: str
    address: str
    root: Element

    @cached_property
    def elements(self) -> list[Element]:
        """Every element of the page, in order."""
        return list(self.root.walk())

    def find(self, tag: str, **wanted: str) -> list[Element]:
        """Every `tag` with these attributes (an underscore stands for a hyphen, blanks around a value do not count)."""
        match = {key.rstrip("_").replace("_", "-"): value for key, value in wanted.items()}
        return [each for each in self.elements if each.tag == tag
                and all(each.attrs.get(key, "").strip() == value for key, value in match.items())]  # fmt: skip

    def meta(self, name: str) -> str:
        """The content of the meta tag `name` (or property); empty for none."""
        return next((each.attrs.get("content", "") for each in self.elements if each.tag == "meta"
                     and name in (each.attrs.get("name"), each.attrs.get("property"))), "")  # fmt: skip

    @property
    def lang(self) -> str:
        """The language tag of the page."""
        return next((each.attrs.get("lang", "") for each in self.find("html")), "")

    @property
    def indexed(self) -> bool:
        """Whether the page asks to be found."""
        return "noindex" not in self.meta("robots")

    @property
    def canonical(self) -> str:
        """The address that the page says counts."""
        return next((each.attrs.get("href", "") for each in self.find("link", rel="canonical")), "")

    @property
    def alternates(self) -> dict[str, str]:
        """Address by language tag of every translation that the page names."""
        links = self.find("link", rel="alternate")  # feeds and copies are alternates too: they have a type
        return {each.attrs["hreflang"]: each.attrs.get("href", "") for each in links
                if "hreflang" in each.attrs and "type" not in each.attrs}  # fmt: skip

    @cached_property
    def ids(self) -> set[str]:
        """Every anchor of the page."""
        return {each.attrs["id"] for each in self.elements if each.attrs.get("id")}


class Built:
    """The site built in `folder`; FileNotFoundError when there is none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        home = html_tree.parse((folder / INDEX).read_text("utf-8"))
        canonical = next((each.attrs.get("href", "") for each in home.find("link") if each.attrs.get("rel") == "canonical"), "")
        #: Absolute address of the site's root.
        self.base = canonical or "https://nowhere.invalid/"
        self.files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its address, but those that are not found and those that only send on."""
        found = {}
        for file in sorted(self.files):
            if file.endswith(".html") and file.rpartition("/")[2] != LOST and not leaves.is_leaf(file):
                address = self.base + file.removesuffix(INDEX)
                page = Page(file, address, html_tree.parse(self.text(file)))
                if not page.find("meta", http_equiv="refresh"):
                    found[address] = page
        return found

    def text(self, file: str) -> str:
        """The text of a file below the site's folder."""
        return (self.folder / file).read_bytes().decode("utf-8", errors="replace")

    def own(self, address: str) -> bool:
        """Whether an absolute address is of this site."""
        return address.startswith(self.base)

    def target(self, link: str, here: str) -> tuple[str, str] | None:
        """The file below the folder to which `link` on the page at `here` leads, and the anchor; None when it leads elsewhere."""
        whole, anchor = urldefrag(urljoin(here, link))
        if not self.own(whole) or urlsplit(whole).scheme not in {"http", "https"}:
            return None
        path = unquote(urlsplit(whole).path)[len(urlsplit(self.base).path) :]
        return (path + INDEX if path.endswith("/") or not path else path), unquote(anchor)
