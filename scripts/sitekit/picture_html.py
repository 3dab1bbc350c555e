"""Mark-up of pictures from the manifest of `sitekit.pictures`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

from sitekit import localtext
from sitekit.problems import ContentError, Problem, closest

FOLDER = "assets/pictures/"
#: Best first: the browser takes the first format it knows.
FORMATS = (("avif", "image/avif"), ("webp", "image/webp"))
#: How wide a picture stands, so that the browser can choose; the widths follow stylesheets/components.css.
SIZES = {
    "hero": "100vw",
    "card": "(min-width: 60rem) 22rem, (min-width: 40rem) 45vw, 92vw",
    "body": "(min-width: 60rem) 48rem, 92vw",
}
MARKDOWN = re.compile(r"^!\[(?P<text>[^\]]*)\]\((?P<path>[^)\s]+)\)[ \t]*$", re.MULTILINE)

Words = Callable[..., str]


@dataclass(frozen=True)
class Gallery:
    """The pictures of a manifest, seen by a page at address `page` in `language`."""

    images: dict[str, Any]
    page: str
    language: str
    relative: Callable[[str, str], str]
    words: Words

    def find(self, name: str, path: str, line: int = 0) -> dict[str, Any]:
        """The manifest entry of picture `name` (with or without ending)."""
        for key, image in self.images.items():
            if name in (key, key.rpartition(".")[0]):
                return dict(image)
        words = {"word": name, "closest": closest(name, self.images) or "—"}
        raise ContentError([Problem("unknown-picture", path, line, words)])

    def description(self, image: dict[str, Any]) -> str:
        """What the picture shows, for somebody who cannot see it."""
        return localtext.pick(image["record"].get("description"), self.language)

    def _srcset(self, renditions: list[dict[str, Any]]) -> str:
        return ", ".join(f"{self.url(row)} {row['width']}w" for row in renditions)

    def url(self, rendition: dict[str, Any]) -> str:
        """Address of a rendition as seen from the page."""
        return self.relative(FOLDER + rendition["file"], self.page)

    @staticmethod
    def _of(renditions: list[dict[str, Any]], form: str) -> list[dict[str, Any]]:
        return sorted((row for row in renditions if row["format"] == form), key=lambda row: row["width"])

    def picture(self, image: dict[str, Any], place: str, crop: str = "", tall: str = "", first: bool = False,
                text: str | None = None) -> str:  # fmt: skip
        """A `<picture>` for `place` (a key of SIZES), cut to `crop`, and to `tall` on upright phones."""
        whole = image["crops"][crop] if crop else image["renditions"]
        sources = []
        for shape, media in ((tall, "(max-aspect-ratio: 4/5)"), ("", "")):
            rows = image["crops"][shape] if shape else whole
            if media and not shape:
                continue
            for form, mime in (*FORMATS, ("jpeg", "image/jpeg")):
                found = self._of(rows, form)
                if found and (media or form != "jpeg"):
                    condition = f' media="{media}"' if media else ""
                    size = f' width="{found[-1]["width"]}" height="{found[-1]["height"]}"'
                    sources.append(f'<source type="{mime}"{condition} srcset="{self._srcset(found)}" '
                                   f'sizes="{SIZES[place]}"{size}>')  # fmt: skip
        jpegs = self._of(whole, "jpeg") or self._of(whole, "png")
        largest = jpegs[-1]
        middle = next((row for row in jpegs if row["width"] >= 800), largest)
        loading = 'fetchpriority="high"' if first else 'loading="lazy" decoding="async"'
        alt = escape(self.description(image) if text is None else text, quote=True)
        return (f'<picture>{"".join(sources)}<img src="{self.url(middle)}" srcset="{self._srcset(jpegs)}" '
                f'sizes="{SIZES[place]}" width="{largest["width"]}" height="{largest["height"]}" alt="{alt}" '
                f'{loading} style="background-color:{image["colour"]}"></picture>')  # fmt: skip

    def figure(self, image: dict[str, Any], text: str = "") -> str:
        """A picture in running text with its caption and credit."""
        record = image["record"]
        caption = escape(localtext.pick(record.get("caption"), self.language))
        credit = f'<small class="site-credit">{escape(self.credit(record))}</small>'
        return (f'<figure class="site-figure-block">{self.picture(image, "body", text=text or None)}'
                f"<figcaption>{caption} {credit}</figcaption></figure>")  # fmt: skip

    def credit(self, record: dict[str, Any]) -> str:
        """Who made a picture and under which licence, as plain text."""
        licence = re.sub(r"^CC-(BY[A-Z-]*)-(\d\.\d)$", r"CC \1 \2", record.get("licence", ""))
        kind = self.words(f"kind-{record.get('kind', 'photo')}")
        creator = record.get("credit") or record.get("creator", "")
        return self.words("picture-credit", kind=kind, creator=creator, licence=licence)

    def replace(self, markdown: str, path: str, first_line: int = 1) -> str:
        """`markdown` with every picture that stands alone on its line turned into a figure."""
        def write(match: re.Match[str]) -> str:
            name = match["path"].rpartition("/")[2]
            line = markdown.count("\n", 0, match.start()) + first_line
            return self.figure(self.find(name, path, line), match["text"])
        return MARKDOWN.sub(write, markdown)
