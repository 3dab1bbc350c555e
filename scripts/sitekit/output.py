"""Files of the whole site, written after its last language: script, style sheet, pictures, cards, figures, sitemaps, copies and more."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitekit import (
    figure_files,
    finishing,
    page_contents,
    page_script,
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
from sitekit.page_files import Digests, PageFiles
from sitekit.parallel import Work
from sitekit.pictures import copying
from sitekit.plain_copies import writing as plain_copies
from sitekit.search import writing as search
from sitekit.sharing import code as scanned
from sitekit.sheets import writing as sheets
from sitekit.site import Site


def write(site: Site, folder: Path, site_url: str) -> None:
    """Complete the site whose pages are built in `folder`."""
    work = Work()
    add(work, site, folder, site_url, {code: work.add(dict) for code in site.languages})
    work.run()


def add(work: Work, site: Site, folder: Path, site_url: str, pages: Mapping[str, int]) -> None:
    """Add to `work` what completes the site in `folder`.

    `pages` are the numbers of the jobs that build the pages of each language; they return what is known of their digests.
    What takes longest is added first.
    """
    def built(code: str, digests: Digests) -> PageFiles:
        return PageFiles(site, code, folder, digests)

    every = [*pages.values()]
    read_by = {code: [work.add(lambda known, code=code: search.write(built(code, known), site_url), number)]
               for code, number in pages.items()}  # fmt: skip
    tests = work.add(lambda *_: sheets.asked(site.root, folder), *every)
    held = [work.add(lambda known, asked, code=code: page_contents.of_language(built(code, known), asked), number, tests)
            for code, number in pages.items()]  # fmt: skip
    contents = work.add(lambda *rows: page_contents.together(rows), *held)
    dressed = work.add(lambda found: sheets.write(site.root, folder, found.kinds), contents)
    for code, number in pages.items():
        read_by[code].append(work.add(lambda known, code=code: plain_copies.write(built(code, known), site_url), number))
    others = [
        work.add(lambda: cards.write(site, folder)),
        work.add(lambda found: sitemaps.write(site, folder, site_url, found.pictures), contents),
        work.add(lambda *_: scanned.write(site, folder, site_url), *every),
        work.add(lambda: _pictures(site, folder / picture_html.FOLDER)),
        work.add(lambda *_: figure_files.write(site, folder), *every),
        work.add(lambda *_: _small(site, folder, site_url), *every),
    ]
    finished = [work.add(lambda *_, code=code: finishing.write(site, code, folder, sheets.names(folder)), dressed, *read_by[code])
                for code in pages]  # fmt: skip
    work.add(lambda found, *_: hosting.write(site, folder, site_url, found.inline), contents, *others, *finished)


def _small(site: Site, folder: Path, site_url: str) -> None:
    """What costs next to nothing."""
    page_script.write(folder)
    search.programs_of(folder)
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
