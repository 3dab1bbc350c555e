"""Which page of the picture library shows a picture: that of its subject, else the one for all the rest.

A record may say `subject: life`; the page with `{{ pictures: life }}` shows these, the page with `{{ pictures }}` every other
picture, those of a subject without a page included, so that none is lost. Divided, each page stays light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sitekit.pages import Pages

#: The block that shows every picture whose subject has no page.
LIBRARY = "pictures"
#: The subjects that can have a page of their own.
SUBJECTS = ("life",)
#: The blocks of the library by subject; the one for the rest has none.
BLOCKS = {"": LIBRARY, **{subject: f"{LIBRARY}:{subject}" for subject in SUBJECTS}}


def page(pages: Pages, code: str, record: dict[str, Any]) -> str:
    """The name of the library page that shows the picture of `record` to readers of `code`; empty for none."""
    return next(iter(pages.showing(code, BLOCKS[_part(pages, code, record)])), "")


def shown(pages: Pages, code: str, subject: str, images: dict[str, Any]) -> list[str]:
    """The pictures (file names of the manifest `images`) in the block of `subject` for readers of `code`, sorted."""
    return [key for key in sorted(images) if _part(pages, code, images[key]["record"]) == subject]


def _part(pages: Pages, code: str, record: dict[str, Any]) -> str:
    """The subject in whose block the picture stands; empty for the rest."""
    subject = record.get("subject")
    return subject if subject in SUBJECTS and pages.showing(code, BLOCKS[subject]) else ""
