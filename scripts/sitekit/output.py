"""Files of the whole site, written after its last language: script, style sheet, pictures, cards, figures, sitemaps, copies and more."""

from __future__ import annotations

from pathlib import Path

from sitekit import (
    figure_files,
    finishing,
    page_contents,
    page_script,
    parallel,
    picture_html,
    pictures_step,
    search_engines,
    sitemaps,
)
from sitekit.calendars import writing as calendars
from sitekit.cards import writing as cards
from sitekit.feeds import writing as feeds
from sitekit.hosting import writing as hosting
from sitekit.installing import manifests
from sitekit.maps import writing as maps
from sitekit.notifying import key_file
from sitekit.pictures import copying
from sitekit.plain_copies import writing as plain_copies
from sitekit.search import writing
from sitekit.sharing import code
from sitekit.sheets import writing as sheets
from sitekit.site import Site


def write(site: Site, folder: Path, site_url: str) -> None:
    """Complete the built site in `folder`."""
    page_script.write(folder)
    contents = page_contents.read(site, folder, sheets.asked(site.root, folder))
    # none of these reads what another writes; the index of a language takes longest and begins first
    parallel.run([
        *writing.jobs(site, folder, site_url),
        lambda: sheets.write(site.root, folder, contents.kinds),
        lambda: _pictures(site, folder / picture_html.FOLDER),
        lambda: cards.write(site, folder),
        *plain_copies.jobs(site, folder, site_url),
        lambda: figure_files.write(site, folder),
        lambda: sitemaps.write(site, folder, site_url, contents.pictures),
        lambda: code.write(site, folder, site_url),
        lambda: _small(site, folder, site_url),
    ])  # fmt: skip
    finishing.write(site, folder, sheets.names(folder))
    hosting.write(site, folder, site_url, contents.inline)


def _small(site: Site, folder: Path, site_url: str) -> None:
    """What costs next to nothing."""
    (folder / "robots.txt").write_text(search_engines.robots(site_url), "utf-8")
    feeds.write(site, folder, site_url)
    calendars.write(site, folder, site_url)
    maps.write(site, folder, site_url)
    manifests.write(site, folder)
    key_file.write(folder)


def _pictures(site: Site, target: Path) -> None:
    """Copy every rendition that the manifest names; names carry a hash, so an existing file is the same file."""
    target.mkdir(parents=True, exist_ok=True)
    source = site.root / pictures_step.FOLDER / "out"
    for image in site.images.values():
        for rows in (image["renditions"], *image["crops"].values()):
            for row in rows:
                if not (target / row["file"]).exists():
                    copying.copy(source / pictures_step.stored(row), target / row["file"])
