"""Generated pages for benchmarks: the same text for every builder, in four languages, about 500 words a page.

Paragraphs are taken from the real pages and shuffled by a fixed seed; each page has eight sections, a list, a table, a
picture, links to other pages and figures. What is data here (figures, pictures) is written out for builders without it.
"""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from sitekit import site as sites
from sitekit.citations import Citations
from sitekit.context import Context
from sitekit.hosting import redirects
from sitekit.site import Site

CODES = ("en", "vi", "lo", "zh")
SECTIONS = ("discover", "culture", "visit", "invest", "news", "media", "about")
PARAGRAPHS, LONGEST_TITLE = 9, 18
#: What a build reads; of the caches those of pictures and cards.
PARTS = ("mkdocs.yml", "docs", "data", "overrides", "scripts", ".cache")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
TITLES = {"en": "Journey", "vi": "Hành trình", "lo": "ການເດີນທາງ", "zh": "旅程"}
PICTURES = ("cua-lo-beach.svg", "cua-lo-port.svg", "eel-soup.svg", "lang-sen.svg", "lotus-festival.svg", "tea-islands.svg")


@dataclass
class Generated:
    """One page in one language; `body` is Markdown with the site's own citations and relative links."""

    code: str
    name: str
    title: str
    lead: str
    picture: str
    body: str
    figures: list[str]
    cards: list[str]
    sources: list[str] = field(default_factory=list)


def _paragraphs(site: Site, code: str) -> list[str]:
    """Plain paragraphs of the real pages of `code`."""
    rows = [line for page in site.pages if page.language == code for line in page.body.split("\n")]
    return [row for row in rows if len(row) > 60 and row[0] not in "#-|!<{>0123456789*" and "{{ " not in row.replace("_", "")[:4]
            and not re.search(r"\{\{\s*\w+\s*:", row)]  # fmt: skip


def names(count: int) -> list[str]:
    """The names of `count` pages: home, the first page of each section, and the rest spread over the sections."""
    fixed = ["index", *(f"{section}/index" for section in SECTIONS)]
    return [*fixed, *(f"{SECTIONS[number % len(SECTIONS)]}/page-{number:04d}" for number in range(count - len(fixed)))]


def _relative(target: str, here: str) -> str:
    return ("../" if "/" in here else "") + target + ".md"


def pages(root: Path, count: int) -> list[Generated]:
    """`count` pages in each of four languages, from the words of the project at `root`."""
    site = sites.load(root)
    known = names(count)
    found = []
    for code in CODES:
        pool, chance = _paragraphs(site, code), random.Random(code)
        keys, sources = sorted(site.figures), sorted(site.sources)
        for number, name in enumerate(known):
            def link(match: re.Match[str], name: str = name, chance: random.Random = chance) -> str:
                return f"[{match[1]}]({_relative(chance.choice(known), name)})"

            parts: list[str] = []
            words = 0
            while len(parts) < PARAGRAPHS and words < 500 * (4 if code in {"lo", "zh"} else 1):
                text = LINK.sub(link, chance.choice(pool))
                words += len(text) if code in {"lo", "zh"} else len(text.split())
                parts.append(f"## {TITLES[code]} {len(parts) + 1} {{ #part-{len(parts) + 1} }}\n\n{text}")
            cited = chance.sample(keys, 4)
            parts.insert(2, "\n".join(f"- {{{{ {key} }}}}" for key in cited))
            parts.insert(4, f"| {TITLES[code]} | |\n|---|---|\n" + "\n".join(f"| {row} | {row * number} |" for row in range(1, 6)))
            picture = chance.choice(PICTURES)
            parts.insert(6, f"![](../{'../' if '/' in name else ''}assets/images/{chance.choice(PICTURES)})")
            title = f"{TITLES[code]} {number}"
            found.append(Generated(code, name, title, f"{title}.", picture, "\n\n".join(parts) + "\n", cited[:2],
                                   chance.sample(known[1:], 3), chance.sample(sources, 2)))  # fmt: skip
    return found


def header(page: Generated) -> str:
    """The header of `page` as this site writes it."""
    kind = "home" if page.name == "index" else "section" if page.name.endswith("/index") else "article"
    rows = {"title": page.title, "description": page.lead, "lead": page.lead, "kind": kind, "picture": page.picture.partition(".")[0],
            "figures": f"[{', '.join(page.figures)}]", "cards": f"[{', '.join(page.cards)}]", "checked": "2026-11-24",
            "sources": f"[{', '.join(page.sources)}]"}  # fmt: skip
    return "---\n" + "\n".join(f"{key}: {value}" for key, value in rows.items()) + "\n---\n\n"


def written_out(site: Site, page: Generated) -> str:
    """The body of `page` with its figures written out, for builders that have none."""
    language = site.languages[page.code]
    context = Context(site, "", language, language)
    return Citations(site.figures, lambda figure, form: figure.text(form, language, context.words) if form != "note" else "",
                     {}).fill(page.body, page.name)  # fmt: skip


def project(root: Path, target: Path, rows: list[Generated]) -> Path:
    """A copy of the project at `root` in `target`, with `rows` in place of its pages and the same pictures and data."""
    target.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        source = root / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__", "build"))
        elif source.exists():
            shutil.copy(source, target / part)
    for code in CODES:
        shutil.rmtree(target / "docs" / code)
    for row in rows:
        file = target / "docs" / row.code / f"{row.name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(header(row) + row.body, "utf-8")
    for name in ("events", "places"):  # rows that lead to a page of the real site
        data = target / "data" / f"{name}.yml"
        data.write_text(re.sub(r"\bpage: [\w/-]+", "page: visit/index", data.read_text("utf-8")), "utf-8")
    # nothing of the generated site was ever published, and nothing of the real one is missing in it
    (target / redirects.PUBLISHED).unlink(missing_ok=True)
    return target
