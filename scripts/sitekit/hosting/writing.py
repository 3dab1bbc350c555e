"""What the built site holds for its host: a lost page per language, pages that send on, headers and redirects."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from sitekit.hosting import in_page, inline, pages_hosts, policy, redirects, security_txt
from sitekit.hosting.inline import Digests
from sitekit.search_engines import absolute
from sitekit.site import Site

LOST = "404.html"
SECTION = re.compile(r"<section lang=\"[^\"]*\" data-prefix=\"([^\"]*)\">.*?</section>\s*", re.DOTALL)


def write(site: Site, folder: Path, site_url: str, shown: Digests) -> None:
    """Complete the built site in `folder`; the last step, as it looks at every file. `shown` is what its pages have inline."""
    rules = policy.load(site.root)
    moved = redirects.addresses(redirects.load(site.root), site.languages)
    lost = _lost(site, folder)
    for old, new in moved.items():
        target = folder / old / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        text = redirects.stub(absolute(site_url, new), site.words[site.pages.default]("site-name"))
        target.write_text(in_page.insert(text, rules), "utf-8")
    security_txt.write(site.root, folder, site.pages, site_url)
    others = [folder / each for each in (*lost, *(f"{old}index.html" for old in moved))]
    digests = inline.together([shown, *(inline.of(file.read_text("utf-8")) for file in others)])
    (folder / "_headers").write_text(pages_hosts.headers(rules, digests, _files(folder)), "utf-8")
    (folder / "_redirects").write_text(pages_hosts.redirects(moved), "utf-8")


def _files(folder: Path) -> Iterator[str]:
    """The path below `folder` of every file in it."""
    for place, _, names in os.walk(folder):
        below = place[len(str(folder)) + 1 :].replace(os.sep, "/")
        yield from (f"{below}/{name}" if below else name for name in names)


def _lost(site: Site, folder: Path) -> list[str]:
    """The lost page in one language for each prefix: hosts show the nearest one. Where all of them stand."""
    whole = (folder / LOST).read_text("utf-8")
    found = [match[1] for match in SECTION.finditer(whole)]
    for code, language in site.languages.items():
        if language.prefix:
            if found.count(language.prefix) != 1:
                raise ValueError(f"{LOST}: {found}")
            text = _alone(whole, language.prefix, language.tag, site.words[code]("not-found-title"))
            (folder / language.prefix / LOST).write_text(text, "utf-8")
    return [LOST, *(language.prefix + LOST for language in site.languages.values() if language.prefix)]


def _alone(whole: str, prefix: str, tag: str, title: str) -> str:
    """The lost page with the section of `prefix` only; its script finds no other to hide, and sets the colours of the system."""
    def keep(match: re.Match[str]) -> str:
        return match[0] if match[1] == prefix else ""

    text = re.sub(r"<html lang=\"[^\"]*\"", f'<html lang="{tag}"', SECTION.sub(keep, whole), count=1)
    before, _, rest = text.partition("<title>")
    return f"{before}<title>{title}</title>{rest.partition('</title>')[2]}"
