"""Blocks written from data: which there are, what they say, and that a page answers for what they show."""

from __future__ import annotations

import copy
import dataclasses
import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from sitekit import check_pages, check_references, check_rows, occurrences, page_sources, reference_day, site, spans, tables
from sitekit.blocks import communes, contacts, events, investors, news, registry, sources, spellings
from sitekit.blocks import plots as plot_block
from sitekit.context import Context
from sitekit.pages import Page
from sitekit.search.folding import fold
from sitekit.site import Site

ATTACK = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def project(root: Path) -> Site:
    """The project, without its pictures."""
    return site.load(root)


@pytest.fixture(scope="module")
def here(project: Site) -> dict[str, Context]:
    """A page outside all sections, in every language."""
    return {code: Context(project, f"{row.prefix}x/", row, row) for code, row in project.languages.items()}


def _with(context: Context, **data: Any) -> Context:
    return dataclasses.replace(context, site=dataclasses.replace(context.site, **data))


def _page(project: Site, body: str, **header: Any) -> Page:
    found = project.pages.reference("index")
    assert found
    empty: dict[str, Any] = {"figures": (), "sources": (), "lead": "", "description": "", "place": ""}
    return dataclasses.replace(found, body=body, header=dataclasses.replace(found.header, **{**empty, **header}))


def test_no_figure_is_called_like_a_block(project: Site) -> None:
    """A citation means either a figure or a block."""
    assert not set(project.figures) & set(registry.of(project))


def test_an_unknown_block_is_answered_with_the_closest(project: Site) -> None:
    """A page that cites a block that does not exist is told which is meant, with its line, before anything is built."""
    broken = _page(project, "a\n\n{{ table: comunes }}\n\n{{ evnets }}\n\n{{ plot: fdj }}\n")
    found = list(check_pages._citations(check_pages._blank(project, blocks=False), check_pages._blank(project, blocks=True), broken))
    assert [(problem.rule, problem.words["word"], problem.words["closest"], problem.line - broken.body_line) for problem in found] == [
        ("unknown-block", "table: comunes", "table: communes", 2), ("unknown-block", "evnets", "events", 4),
        ("unknown-block", "plot: fdj", "plot: fdi", 6)]  # fmt: skip


def test_a_page_rests_on_what_its_blocks_show(project: Site) -> None:
    """The sources of a block's rows and figures, and of those its texts cite, are the page's; the list of sources adds none."""

    def keys(body: str) -> set[str]:
        return {source.key for source in page_sources.used(project, _page(project, body))}

    assert keys("no block") == set()
    assert keys("{{ events }}") >= {key for row in project.events for key in row["sources"]}
    assert keys("{{ table: communes }}") == {key for row in project.communes for key in row["sources"]}
    capital = {key for row in project.investors if row.get("capital") for key in project.figures[row["capital"]].sources}
    assert keys("{{ table: investors }}") >= capital
    for name, plot in project.plots.items():
        assert keys(f"{{{{ plot: {name} }}}}") == {key for point in plot["points"] for key in project.figures[point["figure"]].sources}
    assert keys("{{ sources }}") == set()
    cited = [{**project.investors[0], "sources": [], "capital": None, "state": dict.fromkeys(project.languages, "{{ coast_km }}")}]
    told = dataclasses.replace(project, investors=cited)
    assert {each.key for each in page_sources.used(told, _page(told, "{{ table: investors }}"))} == set(project.figures["coast_km"].sources)


def test_texts_of_data_files_are_never_mark_up(here: dict[str, Context]) -> None:
    """Whatever stands in a data file is printed as text by every block."""
    page = here["en"]
    bad = dict.fromkeys(page.site.languages, ATTACK)
    event = {**page.site.events[0], "name": bad, "where": bad, "text": bad}
    investor = {**page.site.investors[0], "name": ATTACK, "home": bad, "sector": bad, "where": bad, "state": bad}
    contact = {
        **page.site.contacts[0],
        "name": bad,
        "role": bad,
        "address": bad,
        "phone": ATTACK,
        "email": ATTACK,
        "url": f"https://x.vn/{ATTACK}",
    }
    commune = {"name": ATTACK, "kind": "ward", "before": bad, "sources": []}
    term = {"kind": "place"} | {code: {"form": ATTACK, "status": f"seen: {ATTACK}", "avoid": [ATTACK]} for code in page.site.languages}
    plot = {**next(iter(page.site.plots.values())), "title": bad, "note": bad}
    source = dataclasses.replace(next(iter(page.site.sources.values())), title=ATTACK, publisher=ATTACK)
    broken = _with(page, events=[event], investors=[investor], contacts=[contact], communes=[commune], glossary={"x": term},
                   sources={**page.site.sources, "x": source})  # fmt: skip
    for write in (events.html, investors.html, contacts.html, communes.html, spellings.html, sources.html):
        assert "<script>" not in write(broken), write
    assert "<script>" not in plot_block.html(_with(page, plots={"x": plot}), "x")


def test_telephone_numbers_can_be_dialled(here: dict[str, Context]) -> None:
    """Every published number is a link that works from abroad; short numbers stay as they are; mail and address are links."""
    row: dict[str, Any] = {"key": "x", "name": {"en": "A"}, "role": {"en": "B"}, "address": None, "email": "a@b.vn", "as_of": None,
                           "phone": "0238 384 4000, (0238) 3844001; 1900 1234, 113", "url": "https://hcc.nghean.gov.vn/x",
                           "sources": []}  # fmt: skip
    html = contacts.html(_with(here["en"], contacts=[row]))
    assert re.findall(r'href="tel:([^"]*)">([^<]*)', html) == [
        ("+842383844000", "0238 384 4000"), ("+842383844001", "(0238) 3844001"), ("19001234", "1900 1234"), ("113", "113")]  # fmt: skip
    assert '<a href="mailto:a@b.vn">a@b.vn</a>' in html
    assert '<a href="https://hcc.nghean.gov.vn/x">hcc.nghean.gov.vn</a>' in html
    assert html.count("<dt>") == 3, "what was not published has no line"


def test_communes_stand_in_the_readers_order(here: dict[str, Context]) -> None:
    """Names with an agreed form stand in it, with the Vietnamese name beside; Đ comes after D for a Vietnamese reader."""
    written = ("Đô Lương", "Cửa Lò", "Diễn Châu")
    rows: list[dict[str, Any]] = [{"name": name, "kind": "commune", "before": None, "sources": []} for name in written]
    names = re.findall(r'<th scope="row">(.*?)</th>', communes.html(_with(here["vi"], communes=rows)))
    assert names == ["Cửa Lò", "Diễn Châu", "Đô Lương"]
    chinese = communes.html(_with(here["zh"], communes=rows))
    assert '炉门 <small><span lang="vi">Cửa Lò</span></small>' in chinese


def test_the_filter_folds_as_search_does(root: Path, project: Site) -> None:
    """The script, without comments and blanks before a line, is under a kilobyte, and says to drop the same marks as search does."""
    script = (root / "docs/javascripts/filter.js").read_text("utf-8")
    assert len(re.sub(r"^(//.*\n| +)", "", script, flags=re.MULTILINE).encode()) <= 1024
    assert r"[\u0300-\u036f\u0ec8-\u0ecc]" in script
    assert fold("Đô Lương") == "do luong"


def test_news_are_newest_first(here: dict[str, Context]) -> None:
    """The list of news is ordered by the day of the news, not by the day its facts were checked."""
    dates = [page.header.date for page in news.pages(here["vi"].site, "vi")]
    assert dates == sorted(dates, reverse=True)
    assert dates


def test_events_follow_the_calendar(here: dict[str, Context]) -> None:
    """Every event stands once, under the month of its next time, marked until its organiser announces it."""
    rows = [{**row, "published": [{"from": "2027-02-23", "to": "2027-02-26"}]} if row["key"] == "den-con" else row
            for row in here["en"].site.events]  # fmt: skip
    html = events.html(_with(here["en"], events=rows))
    months = re.findall(r'id="month-(\d{4}-\d{2})"', html)
    assert months == sorted(set(months))
    assert sorted(re.findall(r'<li class="[^"]*" id="event-([\w-]+)"', html)) == sorted(row["key"] for row in rows)
    assert html.count("to be confirmed by the organiser") == len(rows) - 1
    assert re.search(r'<time datetime="2027-02-23">23–26 February 2027</time> <small>announced by the organiser', html)


def test_events_say_when_they_are_held_after_that(here: dict[str, Context]) -> None:
    """An event names its next time and the one after it, however often it is held, and none that is over."""
    page = here["en"]
    told = dict(re.findall(r'id="event-([\w-]+)">(.*?)</li>', events.html(page)))
    today = reference_day.today(page.site.pages)
    for row in page.site.events:
        first = occurrences.following(row, today)
        assert first
        then = occurrences.following(row, first.end + datetime.timedelta(days=1))
        assert then
        assert re.findall(r"<time [^>]*>(.*?)</time>", told[row["key"]]) == [spans.text(first, page.language, page.words)]
        assert f"<dt>After that</dt><dd>{spans.text(then, page.language, page.words)}</dd>" in told[row["key"]]


def test_sources_of_events_are_one_folded_list(here: dict[str, Context]) -> None:
    """The list after the calendar has a line for each event, with its name and every publisher; none stands beside the event."""
    page = here["lo"]
    calendar, _, folded = events.html(page).partition('<details class="site-part site-source-list" data-leaf="festival-sources">')
    lines = re.findall(r"<li>(.*?)</li>", folded)
    assert len(lines) == len(page.site.events)
    for row in page.site.events:
        line = next(line for line in lines if line.startswith(page.words("labelled", label=page.tell(row["name"]), text="")))
        assert all(page.site.sources[key].link() in line for key in row["sources"])
    assert not any(source.url and source.url in calendar for source in page.site.sources.values())


def test_headings_of_a_block_are_one_below_the_page_s(here: dict[str, Context]) -> None:
    """Under a heading of the page a block's are of the third level, without one of the second: no level is left out."""
    for body, level in (("{{ news }}", 2), ("a {{ coast_km }}\n\n## B { #b }\n\n{{ news }}", 3), ("{{ news }}\n\n## B { #b }", 2)):
        page = registry.placed(here["en"], body, "news")
        assert (page.heading("x"), page.heading("y", 1, "z")) == (f"<h{level}>x</h{level}>", f'<h{level + 1} id="z">y</h{level + 1}>')


def test_tables_name_their_rows() -> None:
    """The first cell heads its row, every other carries its head for the stacked form on a phone, in one element; heads are text."""
    html = tables.table("x", ["A", '"<b>"'], [["<i>a</i>", "b <data>1</data>"]], "<c>")
    assert '<th scope="row"><i>a</i></th><td data-head="&quot;&lt;b&gt;&quot;"><div>b <data>1</data></div></td>' in html
    assert "<caption>&lt;c&gt;</caption>" in html


@pytest.mark.parametrize(("file", "change", "rule"), [
    ("events", {"rule": {"lunar": {"month": 13, "from": 1, "to": 1}}}, "event-rule"), ("events", {"text": None}, "row-incomplete"),
    ("events", {"confidence": "low"}, "unverified-row"), ("investors", {"as_of": "January"}, "row-date"),
    ("communes", {"kind": "town"}, "row-value"), ("contacts", {"sources": []}, "row-incomplete")])  # fmt: skip
def test_rows_that_cannot_be_shown_are_named(project: Site, file: str, change: dict[str, Any], rule: str) -> None:
    """A row that lacks something, is not confirmed or has an unreadable date is refused with a message in both languages."""
    changed = copy.copy(project)
    setattr(changed, file, [{**getattr(project, file)[0], **change}])
    found = check_rows.problems(changed)
    assert [problem.rule for problem in found] == [rule]
    assert not any(re.search(r"\{\w+\}", found[0].text(language)) for language in ("vi", "en"))


def test_every_name_stands_in_the_list_of_its_kind(here: dict[str, Context]) -> None:
    """Each name of the glossary once, in a list that says how many it has; a name without a kind, or of none there is, is refused."""
    for code, page in here.items():
        lists = re.findall(
            r'<details [^>]*data-leaf="names-(\w+)"><summary>(.*?)</summary>(.*?)</details>', spellings.html(page), re.DOTALL
        )
        assert [kind for kind, _, _ in lists] == list(spellings.KINDS)
        for kind, name, table in lists:
            forms = re.findall(r'<th scope="row"><span lang="[^"]*">(.*?)</span>', table)
            assert sorted(forms) == sorted(row[code]["form"] for row in page.site.glossary.values() if row["kind"] == kind)
            assert str(len(forms)) in name
    row = dict(next(iter(here["vi"].site.glossary.values())))
    wrong = _with(here["vi"], glossary={"a": {**row, "kind": "thing"}, "b": {key: row[key] for key in row if key != "kind"}}).site
    found = [(each.rule, each.words["row"]) for each in check_rows.problems(wrong) if each.path == "data/glossary.yml"]
    assert found == [("row-value", "a"), ("row-incomplete", "b")]


def test_names_in_rows_must_exist(project: Site) -> None:
    """A row that names an unknown source, place, page or figure is answered with the nearest that exists."""
    event = {**project.events[0], "sources": ["nobody"], "place": "cua-lu", "page": "visit/cua-lu"}
    investor = {**project.investors[0], "capital": "luxshere"}
    plot = {"title": {}, "kind": "bar", "points": [{"label": "1", "figure": "fdi_2042"}]}
    broken = dataclasses.replace(project, events=[event], investors=[investor], plots={"x": plot})
    found = {problem.words["word"]: problem.words["closest"] for problem in check_references.problems(broken)}
    assert set(found) == {"nobody", "cua-lu", "visit/cua-lu", "luxshere", "fdi_2042"}
    assert (found["cua-lu"], found["visit/cua-lu"], found["luxshere"]) == ("cua-lo", "visit/cua-lo", "luxshare")
