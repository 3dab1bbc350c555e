"""The code that a phone scans: a file beside each page of the languages whose readers scan, shown as a picture when it comes near."""

from __future__ import annotations

import io
from pathlib import Path

import segno

from sitekit import kept, search_engines
from sitekit.pages import address
from sitekit.site import Site

#: Empty modules around the code, as its standard asks: on a dark page they are its only light ground.
QUIET = 4
#: The one of eight patterns laid over the code. Trying all for the best takes four fifths of the time; blurred and in noise
#: the codes of all pages were read back as often with this one as with the best (70 and 69 of 70).
MASK = 4
#: Its name beside the page. It shows the page's address and nothing else, so that a new text needs no new name.
FILE = "code.svg"
#: Where drawn codes are kept: by whom and how they were drawn → address → drawing.
KEPT, HOW = "sharing/codes", f"segno {segno.__version__}, mask {MASK}"


def svg(url: str) -> str:
    """A QR code of `url`. Black on white in any dress of the page."""
    made = segno.make(url, error="m", micro=False, mask=MASK)
    buffer = io.BytesIO()
    made.save(buffer, kind="svg", border=QUIET, light="#fff", dark="#000", omitsize=True, xmldecl=False, nl=False,
              svgclass=None, lineclass=None)  # fmt: skip
    return buffer.getvalue().decode() + "\n"


def urls(site: Site, site_url: str) -> dict[str, str]:
    """Path of each code below the site's root → the address that it shows: that of the page which counts."""
    languages = [site.languages[code] for code in site.sharing["code"]]
    return {address(name, language) + FILE: search_engines.canonical(site.pages, name, language, site_url)
            for language in languages for name in site.pages.names()}  # fmt: skip


def write(site: Site, folder: Path, site_url: str) -> None:
    """Write every code into the built site in `folder`. What was drawn is kept."""
    wanted = urls(site, site_url)
    known = (kept.read(site.root, KEPT) or {}).get(HOW, {})
    drawn = {url: known.get(url) or svg(url) for url in wanted.values()}
    if known != drawn:
        kept.write(site.root, KEPT, {HOW: drawn})
    for path, url in wanted.items():
        (folder / path).write_text(drawn[url], "utf-8")
