"""Puts the feeds into the built site."""

from __future__ import annotations

from pathlib import Path

from sitekit.feeds import atom, json_feed, paths
from sitekit.feeds.channel import channel
from sitekit.site import Site


def write(site: Site, folder: Path, site_url: str) -> None:
    """Write both feeds of every language into the built site in `folder`."""
    for language in site.languages.values():
        found = channel(site, language, site_url)
        for path, data in ((paths.atom(language), atom.text(found)), (paths.json(language), json_feed.text(found))):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
