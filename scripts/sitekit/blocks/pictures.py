"""`{{ pictures }}`, `{{ pictures: life }}`: the picture library. Each picture with its title, a line of credit, files to download."""

from __future__ import annotations

import re
from decimal import Decimal
from html import escape, unescape
from typing import Any

from sitekit import numbers, picture_subjects
from sitekit.context import Context
from sitekit.picture_html import FOLDER

#: How wide a preview stands.
SIZES = "(min-width:600px) 200px,80px"


def html(page: Context, subject: str = "") -> str:
    """The pictures of `subject` (empty: all without a page of theirs) by file name, each with its credit line and its sizes."""
    keys = picture_subjects.shown(page.site.pages, page.reader.code, subject, page.site.images)
    items = "".join(_item(page, key, page.site.images[key]) for key in keys)
    return f'<ul class="site-library">{items}</ul>'


def _item(page: Context, key: str, image: dict[str, Any]) -> str:
    gallery = page.gallery
    preview = gallery.enlarge(image, gallery.picture(image, SIZES, crop="square"))
    place = page.site.places.get(image["record"].get("place") or "")
    where = f"<p>{page.words('labelled', label=page.words('fact-commune'), text=page.tell(place['name']))}</p>" if place else ""
    line = f'<span class="site-library__line">{escape(unescape(re.sub("<[^>]*>", "", gallery.credit(image))))}</span>'
    named = page.words("labelled", label=page.words("picture-credit-line"), text=line)
    return (f'<li id="picture-{key.rpartition(".")[0]}">{preview}<div>{page.heading(escape(gallery.caption(image) or key))}'
            f'{where}<p class="site-library__credit">{named}</p>'
            f'<ul class="site-library__sizes">{_sizes(page, image)}</ul></div></li>')  # fmt: skip


def _sizes(page: Context, image: dict[str, Any]) -> str:
    """Links to the JPEG files of the whole picture, smallest first."""
    rows = sorted((row for row in image["renditions"] if row["format"] == "jpeg"), key=lambda row: row["width"])
    return "".join(f'<li><a href="{page.file(FOLDER + row["file"])}" download>{_size(page, row)}</a></li>' for row in rows)


def _size(page: Context, row: dict[str, Any]) -> str:
    kilobytes = numbers.number(Decimal(max(1, round(row["bytes"] / 1000))), page.language)
    return page.words("picture-size", width=row["width"], height=row["height"], size=kilobytes)
