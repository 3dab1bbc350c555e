"""Feeds as readers get them: read by feedparser and checked by jsonschema."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest

from page_list import CODES
from sitekit import pictures_step
from sitekit.feeds import items, paths
from sitekit.pages import Pages, address
from sitekit.pictures import manifest
from sitekit.search_engines import EXAMPLE_ADDRESS
from sitekit.site import Site

SCHEMA = json.loads((Path(__file__).parent / "json-feed-1.1.schema.json").read_text("utf-8"))


def _atom(project: Site, written: Path, code: str) -> Any:
    return feedparser.parse((written / paths.atom(project.languages[code])).read_bytes())


def _json(project: Site, written: Path, code: str) -> Any:
    return json.loads((written / paths.json(project.languages[code])).read_text("utf-8"))


@pytest.mark.parametrize("code", CODES)
def test_atom_is_sound(project: Site, written: Path, code: str) -> None:
    """A strict parser reads each Atom feed without a complaint; it names itself, its home, its language and its author."""
    feed = _atom(project, written, code)
    language = project.languages[code]
    assert (feed.bozo, feed.version, feed.feed.language) == (False, "atom10", language.tag)
    links = {link.rel: link.href for link in feed.feed.links if link.get("hreflang") == language.tag}
    assert links == {"self": EXAMPLE_ADDRESS + paths.atom(language), "alternate": EXAMPLE_ADDRESS + address("index", language)}
    others = {row.tag for row in project.languages.values()} - {language.tag}
    assert {link.hreflang for link in feed.feed.links if link.rel == "related"} == others
    assert all([feed.feed.id, feed.feed.title, feed.feed.author, feed.feed.rights, feed.feed.subtitle, feed.feed.icon])
    assert feed.feed.updated == max(entry.updated for entry in feed.entries)
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids)) > 0


@pytest.mark.parametrize("code", CODES)
def test_entries_lead_to_pages_in_the_reader_s_language(project: Site, written: Path, code: str) -> None:
    """Every entry opens a page of the feed's language whichever link a reader takes, and tells of the same page in the others."""
    language = project.languages[code]
    renditions = {row["file"]: row for image in project.images.values() for row in manifest.rows(image)}
    names = {EXAMPLE_ADDRESS + address(page.name, language): page for page in project.pages if page.language == code}
    for entry in _atom(project, written, code).entries:
        page = names[entry.link]
        assert [link.href for link in entry.links if link.rel == "alternate"] == [entry.link]
        related = {link.hreflang: link.href for link in entry.links if link.rel == "related"}
        assert related == {row.tag: EXAMPLE_ADDRESS + address(page.name, row) for row in project.pages.translations(page.name)
                           if row != language}  # fmt: skip
        assert entry.updated == f"{max(page.header.checked, page.header.date)}T12:00:00+07:00"
        assert entry.get("published", "")[:10] == page.header.date
        assert "{{" not in entry.title + entry.summary
        media = entry.media_content[0]
        row = renditions[media["url"].rpartition("/")[2]]
        file = project.root / pictures_step.FOLDER / "out" / pictures_step.stored(row)
        assert (media["type"], int(media["filesize"])) == ("image/jpeg", file.stat().st_size)
        assert media["url"].startswith(EXAMPLE_ADDRESS)
        assert media["url"] in entry.content[0].value


@pytest.mark.parametrize("code", CODES)
def test_json_feed_is_sound(project: Site, written: Path, code: str) -> None:
    """Each JSON Feed keeps to the specification and tells the same items, days and pictures as the Atom feed."""
    feed = _json(project, written, code)
    jsonschema.Draft202012Validator(SCHEMA).validate(feed)
    atom = _atom(project, written, code).entries
    assert feed["feed_url"] == EXAMPLE_ADDRESS + paths.json(project.languages[code])
    assert [(row["url"], row["title"], row["date_modified"], row.get("date_published", ""), row["image"]) for row in feed["items"]] == [
        (entry.link, entry.title, entry.updated, entry.get("published", ""), entry.media_content[0]["url"]) for entry in atom]  # fmt: skip


def test_the_schema_refuses_what_is_no_feed() -> None:
    """The table of the format is not empty: a feed without version, or an item without text, is refused."""
    good = {"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [{"id": "1", "content_text": "x"}]}
    jsonschema.Draft202012Validator(SCHEMA).validate(good)
    for bad in ({**good, "version": "1"}, {**good, "items": [{"id": "1"}]}, {**good, "items": [{"content_text": "x"}]}, {**good, "x": 1}):
        assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(bad)


@pytest.mark.parametrize("code", CODES)
def test_all_news_are_in_the_feed(project: Site, written: Path, pages: Pages, code: str) -> None:
    """Every piece of news is told, newest first; a list of pages is not."""
    news = sorted((page.header.date for page in pages if page.language == code and page.header.kind == "news"), reverse=True)
    found = [row["date_published"][:10] for row in _json(project, written, code)["items"] if "date_published" in row]
    assert found == news[: items.NEWS]
    listing = {page.name for page in pages if page.header.kind == "list"}
    assert listing
    assert not any(row["url"].rstrip("/").endswith(tuple(listing)) for row in _json(project, written, code)["items"])


def test_a_changed_page_comes_first(project: Site) -> None:
    """A page whose facts were checked later than all others leads the feed of its language, and of no other."""
    changed = dataclasses.replace(project, pages=Pages(project.root, project.languages))
    page = changed.pages._pages["lo", "visit/beaches"]
    changed.pages._pages["lo", "visit/beaches"] = dataclasses.replace(page, header=dataclasses.replace(page.header, checked="2099-01-01"))
    first = {code: items.items(changed, changed.languages[code], EXAMPLE_ADDRESS)[0].url for code in CODES}
    assert [code for code, url in first.items() if url.endswith("visit/beaches/")] == ["lo"]


def test_a_missing_translation_is_not_told(project: Site) -> None:
    """A page that would show English is not in the Lao feed, and not among the other languages of an entry."""
    changed = dataclasses.replace(project, pages=Pages(project.root, project.languages))
    del changed.pages._pages["lo", "news/economy-2025"]
    assert not any("economy-2025" in item.url for item in items.items(changed, changed.languages["lo"], EXAMPLE_ADDRESS))
    english = next(item for item in items.items(changed, changed.languages["en"], EXAMPLE_ADDRESS) if "economy-2025" in item.url)
    assert "lo" not in dict(english.alternates)


def test_the_same_project_gives_the_same_bytes(written: Path, written_again: Path) -> None:
    """Feeds, calendars, maps, manifests and icons do not depend on the clock or on chance."""
    files = [file.relative_to(written) for file in written.rglob("*") if file.is_file()]
    assert files
    assert [file for file in files if (written / file).read_bytes() != (written_again / file).read_bytes()] == []
