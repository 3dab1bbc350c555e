"""Long lists that are folded at first move out of the built pages into files of their own: whoever opens one gets it then.

A template writes `<details data-leaf="NAME"><summary>…</summary>…</details>`. Where that is long, or has `data-always` after its
name, what follows the summary goes to NAME.html beside the page, a small page that can be read by itself, and a link to it takes
its place; docs/javascripts/leaves.js puts the list there when it is opened. Length is counted in entries (of lists, or rows of
tables), so that every language does the same. All that is read from the pages (copies, search, sheets) is read before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from sitekit.hosting import in_page
from sitekit.hosting.policy import Policy

#: So many entries stay in the page.
FEW = 12
#: A folded list and what comes before its mark: class, name, summary, content. Lists in lists are none of them.
FOLDED = re.compile(r'<details( class="(?P<kind>[^"]*)")? data-leaf="(?P<name>[a-z0-9-]+)"(?P<always> data-always)?>'
                    r"\s*(?P<summary><summary\b.*?</summary>)(?P<list>(?:[^<]++|<(?!/details>))*+)</details>", re.DOTALL)  # fmt: skip
#: An entry: of a list, or a row of a table that is not that of its heads.
ENTRY = re.compile(r'<li\b|<tr\b(?![^>]*><th scope="col")')
#: What a list of its own takes over from the head of its page.
HEAD = re.compile(r'<meta (?:charset|name="(?:viewport|color-scheme)")[^>]*>|<link rel="(?:canonical|icon|stylesheet)"[^>]*>')
LANGUAGE, TITLE = re.compile(r'<html lang="([^"]+)"'), re.compile(r"<title>(.*?)</title>", re.DOTALL)
PAGE, LOST = "index.html", "404.html"


def is_leaf(path: str) -> bool:
    """Whether `path`, a file of a built site, is a list by itself and no page."""
    return path.endswith(".html") and path.rpartition("/")[2] not in {PAGE, LOST}


def write(file: Path, html: str, words: Callable[[str], str], rules: Policy) -> str:
    """Put the long lists of the page `html`, which is to stand in `file`, beside it; the page without them.

    A second time there is nothing to move.
    """
    if "data-leaf" not in html:
        return html
    kept, leaves = parted(html, words)
    for name, leaf in leaves:
        (file.parent / f"{name}.html").write_text(in_page.insert(leaf, rules), "utf-8")
    return kept


def parted(html: str, words: Callable[[str], str]) -> tuple[str, list[tuple[str, str]]]:
    """The page `html` without its long lists, and (name, page of its own) of each of them."""
    leaves = []

    def part(match: re.Match[str]) -> str:
        kind = match["kind"] or ""
        begin = f'<details class="{kind}">' if kind else "<details>"
        if not match["always"] and len(ENTRY.findall(match["list"])) <= FEW:
            return f"{begin}{match['summary']}{match['list']}</details>"
        leaves.append((match["name"], "".join(_page(html, match, words)) + "\n"))
        return f'{begin}{match["summary"]}<p><a class="site-leaf" href="{match["name"]}.html">{words("leaf")}</a></p></details>'

    return FOLDED.sub(part, html), leaves


def _page(html: str, match: re.Match[str], words: Callable[[str], str]) -> Iterator[str]:
    """The list as a page: what it is, whose it is, the way back to that page."""
    name, title = re.sub("<[^>]*>", "", match["summary"]), TITLE.search(html)[1]  # type: ignore[index]
    begin = html.partition("</head>")[0]
    yield f'<!doctype html><html lang="{LANGUAGE.search(begin)[1]}"><head>'  # type: ignore[index]
    yield "".join(HEAD.findall(begin))
    yield f'<meta name="robots" content="noindex"><title>{name} · {title}</title></head><body data-md-color-scheme="default">'
    yield f'<main class="md-typeset site-own"><h1>{name}</h1><p><a href="./">{title}</a></p>'
    yield f'<div class="site-own__list"><div class="{match["kind"] or "site-sources"}">{match["list"]}</div></div></main></body></html>'
