"""What pages lead to: feeds, calendars, maps, manifests, all in the reader's language, all in the plain HTML."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import feedparser
import icalendar
import pytest
import yaml

import page_list
from html_page import HtmlPage
from page_list import CODES, NAMES
from sitekit import citations
from sitekit.languages import Language
from sitekit.pages import address

ROOT = page_list.ROOT
PLACES = yaml.safe_load((ROOT / "data/places.yml").read_text("utf-8"))


def _page(site: Path, name: str, language: Language) -> HtmlPage:
    return HtmlPage(site / address(name, language) / "index.html")


def _file(site: Path, name: str, language: Language, link: str) -> Path:
    return site / urlsplit(urljoin("/" + address(name, language), link)).path.lstrip("/")


def _cited(name: str) -> set[str]:
    return set(citations.names(page_list.page(name).body))


@pytest.mark.parametrize("code", CODES)
def test_every_page_names_its_feeds(site: Path, known_languages: dict[str, Language], code: str) -> None:
    """Every page tells feed readers of the two feeds of its language, by a title in that language; both can be read."""
    language = known_languages[code]
    for name in NAMES:
        links = [attrs for attrs in _page(site, name, language).find("link", rel="alternate") if attrs.get("title")]
        assert [attrs["type"] for attrs in links] == ["application/atom+xml", "application/feed+json"]
        atom, feed = (_file(site, name, language, attrs["href"]) for attrs in links)
        assert {attrs["title"] for attrs in links} == {json.loads(feed.read_text("utf-8"))["title"]}
        assert (site / f"{language.prefix}feed.atom", site / f"{language.prefix}feed.json") == (atom, feed)
    assert not feedparser.parse(atom.read_bytes()).bozo


@pytest.mark.parametrize("code", CODES)
def test_pictures_of_feeds_are_on_the_site(site: Path, known_languages: dict[str, Language], code: str) -> None:
    """Every picture, page and icon that a feed names is a file of the site."""
    feed = json.loads((site / f"{known_languages[code].prefix}feed.json").read_text("utf-8"))
    urls = [feed["icon"], feed["favicon"], *(row[key] for row in feed["items"] for key in ("image", "url"))]
    for url in urls:
        file = site / urlsplit(url).path.lstrip("/")
        assert (file / "index.html" if url.endswith("/") else file).is_file(), url


@pytest.mark.parametrize("code", CODES)
def test_every_page_names_its_manifest(site: Path, known_languages: dict[str, Language], code: str) -> None:
    """Every page names the manifest of its language and the icon for Apple's telephones; both are there."""
    language = known_languages[code]
    for name in NAMES:
        page = _page(site, name, language)
        manifest, icon = (_file(site, name, language, page.find("link", rel=rel)[0]["href"]) for rel in ("manifest", "apple-touch-icon"))
        assert json.loads(manifest.read_text("utf-8"))["lang"] == language.tag
        assert icon.is_file()


@pytest.mark.parametrize("code", CODES)
def test_every_festival_can_be_put_into_a_calendar(site: Path, known_languages: dict[str, Language], code: str) -> None:
    """Beside each festival stands a link to its calendar file, named by the festival, and above all of them one to all."""
    language = known_languages[code]
    keys = [row["key"] for row in yaml.safe_load((ROOT / "data/events.yml").read_text("utf-8"))]
    for name in page_list.with_block("events"):
        links = _page(site, name, language).find("a", type="text/calendar")
        files = [_file(site, name, language, attrs["href"]) for attrs in links]
        assert sorted(file.stem for file in files) == sorted([*keys, "events"])
        assert len({attrs.get("aria-label") for attrs in links}) == len(links)
        for file in files:
            calendar = icalendar.Calendar.from_ical(file.read_bytes())
            assert calendar.errors == []
            assert calendar.events


@pytest.mark.parametrize("code", CODES)
def test_every_place_opens_in_the_reader_s_map(site: Path, known_languages: dict[str, Language], code: str) -> None:
    """Below the map, but on the home page, every place has its links; a page about a place has them in its fact box."""
    language = known_languages[code]
    hosts = {"www.openstreetmap.org", "www.google.com", "maps.apple.com", *(("uri.amap.com", "api.map.baidu.com") if code == "zh" else ())}
    for name in NAMES:
        page = _page(site, name, language)
        links = [urlsplit(attrs["href"]).hostname or "" for attrs in page.find("a") if attrs.get("href")]
        listed = "map" in _cited(name) and name != "index"
        count = len(PLACES) if listed else int(bool(page_list.page(name).header.place))
        assert {host: links.count(host) for host in hosts} == dict.fromkeys(hosts, count), name
        geo = [attrs["href"] for attrs in page.find("a") if attrs.get("href", "").startswith("geo:")]
        known = PLACES.values() if listed else [PLACES[page_list.page(name).header.place]] if count else []
        assert len(geo) == sum(bool(place.get("coordinates")) for place in known), name
        if listed:
            kinds = [attrs["type"] for attrs in page.find("a", download="") if "type" in attrs]
            assert {"application/geo+json", "application/gpx+xml"} <= set(kinds)


def test_news_say_how_to_follow_them(site: Path, known_languages: dict[str, Language]) -> None:
    """The list of news ends with links to both feeds of its language."""
    for name in page_list.with_block("news"):
        for language in known_languages.values():
            links = [attrs for attrs in _page(site, name, language).find("a") if attrs.get("type", "").startswith("application/")]
            assert [_file(site, name, language, attrs["href"]).name for attrs in links] == ["feed.atom", "feed.json"]
