"""Every citation and picture of every page and data text, looked up before anything is built."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sitekit import check_rows, localtext, picture_html
from sitekit.blocks import registry
from sitekit.citations import Citations
from sitekit.pages import Page
from sitekit.problems import ContentError, Problem, closest
from sitekit.site import Site


def problems(site: Site) -> list[Problem]:
    """Every unknown figure, form, block and picture of the site."""
    texts, bodies = _blank(site, blocks=False), _blank(site, blocks=True)
    known = {name for key in site.images for name in (key, key.rpartition(".")[0])}
    return [*(problem for page in site.pages for problem in (*_citations(texts, bodies, page), *_pictures(known, page))), *_data(site)]


def _blank(site: Site, blocks: bool) -> Citations:
    return Citations(site.figures, lambda figure, form: "", dict.fromkeys(registry.of(site) if blocks else (), str))


def _refused(citations: Citations, text: str, path: str, line: int = 1) -> tuple[Problem, ...]:
    if citations.sound(text):
        return ()
    try:
        citations.fill(text, path, line)
    except ContentError as error:
        return error.problems
    return ()


def _citations(texts: Citations, bodies: Citations, page: Page) -> Iterator[Problem]:
    header = page.header
    for key in ("title", "description", "lead"):
        yield from _refused(texts, getattr(header, key), page.file, header.lines[key])
    yield from _refused(bodies, page.body, page.file, page.body_line)


def _data(site: Site) -> Iterator[Problem]:
    """Citations in the texts of data files, which have no line of their own."""
    blank = _blank(site, blocks=False)
    for file in check_rows.NEEDED:
        for _, texts in localtext.rows(getattr(site, file)):
            for text in texts.values():
                for problem in _refused(blank, text, f"data/{file}.yml"):
                    yield Problem(problem.rule, problem.path, 0, problem.words)


def _pictures(known: Collection[str], page: Page) -> list[Problem]:
    wanted = [(page.header.picture, page.header.lines.get("picture", 0))]
    for match in picture_html.MARKDOWN.finditer(page.body):
        line = page.body.count("\n", 0, match.start()) + page.body_line
        wanted.append((match["path"].rpartition("/")[2], line))
    return [Problem("unknown-picture", page.file, line, {"word": name, "closest": closest(name, known) or "—"})
            for name, line in wanted if name not in known]  # fmt: skip
