"""Mark-up of pictures from the manifest of `sitekit.pictures`."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from html import escape
from typing import Any, Protocol, TypeVar

from sitekit import localtext, picture_sizes, picture_tints
from sitekit.pictures import licences
from sitekit.pictures.settings import CROPS
from sitekit.problems import ContentError, Problem, closest

FOLDER = "assets/pictures/"
#: Best first: the browser takes the first format it knows. The last is what every browser and search engine reads.
FORMATS = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
#: Where the upright cut is shown instead of the wide one.
UPRIGHT = "(max-aspect-ratio:4/5)"
MARKDOWN = re.compile(r"^!\[(?P<text>[^\]]*)\]\((?P<path>[^)\s]+)\)[ \t]*$", re.MULTILINE)
_LINE = r"!\[[^\]\n]*\]\([^)\s]+\)[ \t]*"
#: One picture on a line of its own, or several on lines with no blank one between them.
PICTURES = re.compile(rf"^{_LINE}(?:\n{_LINE})*$", re.MULTILINE)

T = TypeVar("T")


class Once(Protocol):
    """Hands out what was made under a key before, as `Site.once` does."""

    def __call__(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` returns."""


def _anew(key: Hashable, make: Callable[[], T]) -> T:
    return make()


Words = Callable[..., str]
Row = dict[str, Any]
#: The width at which a browser that knows no newer format is first served, in px.
FIRST = 540


def _few(rows: list[Row]) -> list[Row]:
    """Of the format that every browser reads, two sizes: those that know no other are few, and every page names its files."""
    first = next((row for row in rows if row["width"] >= FIRST), rows[-1])
    return [first] if first is rows[-1] else [first, rows[-1]]


@dataclass(frozen=True)
class Gallery:
    """The pictures of a manifest, seen by a page at address `page` in `language`.

    Pages of one depth write a picture alike: `once` keeps it for them.
    """

    images: dict[str, Any]
    page: str
    language: str
    relative: Callable[[str, str], str]
    words: Words
    once: Once = _anew

    def find(self, name: str, path: str, line: int = 0) -> dict[str, Any]:
        """The manifest entry of picture `name` (with or without ending)."""
        key = self.key(name)
        if key is None:
            words = {"word": name, "closest": closest(name, self.images) or "—"}
            raise ContentError([Problem("unknown-picture", path, line, words)])
        return dict(self.images[key])

    def key(self, name: str) -> str | None:
        """The file name of picture `name` (with or without ending), by which the manifest knows it; None when it does not."""
        return self.once(("pictures by name",), self._names).get(name)

    def _names(self) -> dict[str, str]:
        # of two that differ in nothing but the ending, the first
        return {name: key for key in reversed(self.images) for name in (key.rpartition(".")[0], key)}

    def _alike(self, image: dict[str, Any], *more: Hashable) -> Hashable:
        """A key of what is written alike in this language on pages of this depth: `more` says what else decides it."""
        return ("picture", image["renditions"][0]["file"], self.url({"file": ""}), self.language, *more)

    # -- texts ------------------------------------------------------------------------------------------------

    def description(self, image: dict[str, Any]) -> str:
        """What the picture shows, for somebody who cannot see it."""
        return localtext.pick(image["record"].get("description"), self.language)

    def caption(self, image: dict[str, Any]) -> str:
        """The line under the picture; empty when its record has none."""
        return localtext.pick(image["record"].get("caption"), self.language)

    def credit(self, image: dict[str, Any]) -> str:
        """Who made the picture and under which licence, as HTML with a link to the licence."""
        record, rights = image["record"], image.get("rights", {})
        creator = record.get("credit") or record.get("creator") or rights.get("credit") or rights.get("creator") or ""
        name = escape(re.sub(r"^CC-(BY[A-Z-]*)-(\d\.\d)$", r"CC \1 \2", str(record.get("licence") or "")))
        if address := licences.address(record):
            name = f'<a href="{escape(address, quote=True)}" rel="license">{name}</a>'
        if not creator or not name:
            return escape(str(creator)) or name
        kind = self.words(f"kind-{record.get('kind', 'photo')}")
        return self.words("picture-credit", kind=kind, creator=escape(str(creator)), licence=name)

    # -- renditions -------------------------------------------------------------------------------------------

    def url(self, rendition: Row) -> str:
        """Address of a rendition as seen from the page."""
        return self.relative(FOLDER + rendition["file"], self.page)

    def _srcset(self, rows: list[Row]) -> str:
        folder = self.url({"file": ""})  # all lie in one
        return ", ".join(f"{folder}{row['file']} {row['width']}w" for row in rows)

    @staticmethod
    def _by_format(rows: list[Row]) -> dict[str, list[Row]]:
        """The renditions by format, best format first, narrowest first."""
        found: dict[str, list[Row]] = {form: [] for form in FORMATS}
        for row in sorted(rows, key=lambda row: int(row["width"])):
            found[row["format"]].append(row)
        return {form: list_ for form, list_ in found.items() if list_}

    def largest(self, image: dict[str, Any]) -> Row:
        """The widest rendition of the whole picture in the format that everything reads."""
        return list(self._by_format(image["renditions"]).values())[-1][-1]

    # -- mark-up ----------------------------------------------------------------------------------------------

    def picture(self, image: dict[str, Any], sizes: str, crop: str = "", text: str | None = None) -> str:
        """A `<picture>` that loads when it comes near, standing `sizes` wide, cut to `crop`."""
        return self.once(self._alike(image, sizes, crop, text), lambda: self._picture(image, sizes, crop, text))

    def _picture(self, image: dict[str, Any], sizes: str, crop: str, text: str | None) -> str:
        rows = image["crops"][crop] if crop else image["renditions"]
        return self._element(image, self._sources(rows, f"auto,{sizes}"), f"auto,{sizes}", 'loading="lazy" decoding="async"', rows, text)

    def hero(self, image: dict[str, Any], kind: str) -> str:
        """The first picture of a page of `kind`: loaded before anything else, cut upright on upright phones."""
        return self.once(self._alike(image, "hero", kind), lambda: self._hero(image, kind))

    def _hero(self, image: dict[str, Any], kind: str) -> str:
        upright, wide = (picture_sizes.hero(kind, CROPS[crop][0]) for crop in ("tall", "hero"))
        sources = self._sources(image["crops"]["tall"], upright, UPRIGHT, whole=True) + self._sources(image["crops"]["hero"], wide)
        return self._element(image, sources, wide, 'fetchpriority="high"', image["crops"]["hero"], None)

    def hero_preloads(self, image: dict[str, Any], kind: str) -> list[dict[str, str]]:
        """Attributes of the `<link rel="preload">` of the hero: its best format, for upright and for wide windows."""
        return self.once(self._alike(image, "preloads", kind), lambda: self._preloads(image, kind))

    def _preloads(self, image: dict[str, Any], kind: str) -> list[dict[str, str]]:
        links = []
        for crop, media in (("tall", UPRIGHT), ("hero", f"not all and {UPRIGHT}")):
            form, rows = next(iter(self._by_format(image["crops"][crop]).items()))
            links.append({"media": media, "type": FORMATS[form], "imagesrcset": self._srcset(rows),
                          "imagesizes": picture_sizes.hero(kind, CROPS[crop][0])})  # fmt: skip
        return links

    def _sources(self, rows: list[Row], sizes: str, media: str = "", whole: bool = False) -> str:
        """A `<source>` for every format but the last, which the `<img>` itself has; with `whole` for that too.

        One of another shape than the `<img>` says so itself.
        """
        found = list(self._by_format(rows).items())
        written = [*found[:-1], *([(found[-1][0], _few(found[-1][1]))] if whole else [])]
        shape = f' width="{rows[-1]["width"]}" height="{rows[-1]["height"]}"' if media else ""
        condition = f' media="{media}"' if media else ""
        return "".join(f'<source type="{FORMATS[form]}"{condition} srcset="{self._srcset(list_)}" sizes="{sizes}"{shape}>'
                       for form, list_ in written)  # fmt: skip

    def _element(self, image: dict[str, Any], sources: str, sizes: str, loading: str, rows: list[Row], text: str | None) -> str:
        last = list(self._by_format(rows).values())[-1]
        largest = last[-1]
        few = _few(last)
        alt = escape(self.description(image) if text is None else text, quote=True)
        return (f'<picture>{sources}<img src="{self.url(few[0])}" srcset="{self._srcset(few)}" sizes="{sizes}" '
                f'width="{largest["width"]}" height="{largest["height"]}" alt="{alt}" '
                f'{loading} class="{picture_tints.name(image["colour"])}"></picture>')  # fmt: skip

    def enlarge(self, image: dict[str, Any], inside: str) -> str:
        """A link around `inside` to the largest rendition, which a script opens on the page itself.

        `data-large` says width and height of the whole picture, then ending and widths of its best format: the files of one
        picture differ in nothing else, so that the script can name them (docs/javascripts/pictures.js).
        """
        rows = next(iter(self._by_format(image["renditions"]).values()))
        large = " ".join(str(part) for part in (image["width"], image["height"], rows[0]["file"].rpartition(".")[2],
                                                *(row["width"] for row in rows)))  # fmt: skip
        return f'<a class="site-enlarge" href="{self.url(self.largest(image))}" data-large="{large}">{inside}</a>'

    def figure(self, image: dict[str, Any], text: str = "", sizes: str = "") -> str:
        """A picture in running text with its caption and credit."""
        return self.once(self._alike(image, "figure", text, sizes), lambda: self._figure(image, text, sizes))

    def _figure(self, image: dict[str, Any], text: str, sizes: str) -> str:
        picture = self.picture(image, sizes or picture_sizes.body(), text=text or None)
        credit = f'<small class="site-credit">{self.credit(image)}</small>'
        return (f'<figure class="site-figure-block">{self.enlarge(image, picture)}'
                f"<figcaption>{escape(self.caption(image))} {credit}</figcaption></figure>")  # fmt: skip

    def replace(self, markdown: str, path: str, first_line: int = 1) -> str:
        """`markdown` with every picture that stands alone on its line turned into a figure, several together into a gallery."""
        def write(match: re.Match[str]) -> str:
            line = markdown.count("\n", 0, match.start()) + first_line
            found = list(MARKDOWN.finditer(match[0]))
            sizes = picture_sizes.gallery() if len(found) > 1 else ""
            figures = [self.figure(self.find(each["path"].rpartition("/")[2], path, line + number), each["text"], sizes)
                       for number, each in enumerate(found)]  # fmt: skip
            return figures[0] if len(figures) == 1 else f'<div class="site-gallery">{"".join(figures)}</div>'

        return PICTURES.sub(write, markdown)
