"""Every citation and picture of every page, looked up before anything is built: an editor sees all problems at once."""

from __future__ import annotations

from sitekit import picture_html
from sitekit.citations import Citations
from sitekit.pages import Page
from sitekit.problems import ContentError, Problem, closest
from sitekit.site import Site

BLOCKS = ("map", "pages", "table:parks", "table:visas")


def check(site: Site) -> None:
    """ContentError with every unknown figure, form, block and picture of the site."""
    problems = [problem for page in site.pages for problem in (*_citations(site, page), *_pictures(site, page))]
    if problems:
        raise ContentError(problems)


def _citations(site: Site, page: Page) -> list[Problem]:
    blank = Citations(site.figures, lambda figure, form: "", dict.fromkeys(BLOCKS, str))
    header = page.header
    found: list[Problem] = []
    texts = [(page.body, page.body_line)]
    texts += [(getattr(header, key), header.lines[key]) for key in ("title", "description", "lead")]
    for text, line in texts:
        try:
            blank.fill(text, page.file, line)
        except ContentError as error:
            found += error.problems
    return found


def _pictures(site: Site, page: Page) -> list[Problem]:
    known = {name for key in site.images for name in (key, key.rpartition(".")[0])}
    wanted = [(page.header.picture, page.header.lines.get("picture", 0))]
    for match in picture_html.MARKDOWN.finditer(page.body):
        line = page.body.count("\n", 0, match.start()) + page.body_line
        wanted.append((match["path"].rpartition("/")[2], line))
    return [Problem("unknown-picture", page.file, line, {"word": name, "closest": closest(name, known) or "—"})
            for name, line in wanted if name not in known]  # fmt: skip
