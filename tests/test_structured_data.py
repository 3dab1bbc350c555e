"""What pages tell machines of themselves, read by rdflib as one graph of the whole site."""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
import warnings
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from html_page import HtmlPage
from page_list import CODES, NAMES
from sitekit import html_tree, occurrences, reference_day, schema_org
from sitekit import site as sites
from sitekit.languages import Language
from sitekit.pages import address
from sitekit.pictures import manifest
from sitekit.search_engines import EXAMPLE_ADDRESS
from sitekit.sharing import code as code_file
from sitekit.site import Site
from sitekit.structured_data import events, graph, nodes, places, website
from sitekit.view import View

S = Namespace("https://schema.org/")
#: schema.org's own context would have to be fetched; this one says the same of everything that the site uses.
CONTEXT = {"@vocab": str(S), **{key: {"@type": "@id"} for key in ("url", "contentUrl", "license", "acquireLicensePage", "sameAs", "logo")}}

Node = dict[str, Any]


@pytest.fixture(scope="module")
def data(site: Path, known_languages: dict[str, Language]) -> dict[tuple[str, str], list[Node]]:
    """The nodes of every page by name and language."""
    found = {}
    for name in NAMES:
        for code, language in known_languages.items():
            html = (site / address(name, language) / "index.html").read_text("utf-8")
            texts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
            assert len(texts) == 1, (name, code)
            whole = json.loads(texts[0])
            assert whole["@context"] == "https://schema.org"
            found[name, code] = whole["@graph"]
    return found


@pytest.fixture(scope="module")
def whole(data: dict[tuple[str, str], list[Node]]) -> Graph:
    """Everything that the site says, as one graph."""
    found = Graph()
    everything = {"@context": CONTEXT, "@graph": [node for graph in data.values() for node in graph]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib 7.6 reads JSON-LD by a class that it deprecates itself
        found.parse(data=json.dumps(everything), format="json-ld", base=EXAMPLE_ADDRESS)
    return found


@pytest.fixture(scope="module")
def project(root: Path, site: Path) -> Site:
    """The site as it is loaded for a build, with its pictures."""
    assert site
    return sites.load(root, manifest.read(root / ".cache/pictures/manifest.json"))


def _kinds(nodes: list[Node]) -> list[str]:
    return [kind for node in nodes for kind in schema_org.types_of(node)]


def _of(nodes: list[Node], kind: str) -> list[Node]:
    return [node for node in nodes if kind in schema_org.types_of(node)]


def _view(project: Site, code: str, name: str, **changes: Any) -> View:
    return View(dataclasses.replace(project, **changes), code, name, EXAMPLE_ADDRESS)


def test_the_graph_of_the_site_hangs_together(whole: Graph) -> None:
    """Every predicate is schema.org's, and what a page refers to on this site is described on one of its pages."""
    assert {predicate for predicate in whole.predicates() if predicate != RDF.type and not str(predicate).startswith(str(S))} == set()
    described = set(whole.subjects(RDF.type))
    links = {S.url, S.contentUrl, S.license, S.acquireLicensePage, S.sameAs, S.logo}
    named = {thing for predicate in set(whole.predicates()) - links - {RDF.type} for thing in whole.objects(None, predicate)
             if isinstance(thing, URIRef) and str(thing).startswith(EXAMPLE_ADDRESS)}  # fmt: skip
    assert named
    assert named - described == set()


def test_every_page_says_what_it_is(data: dict[tuple[str, str], list[Node]], known_languages: dict[str, Language]) -> None:
    """Each page is a page of its language's site, in its language, with a publisher, and stands below the home page."""
    for (name, code), found in data.items():
        here = EXAMPLE_ADDRESS + address(name, known_languages[code])
        page = next(node for node in found if node.get("@id") == here)
        home = EXAMPLE_ADDRESS + known_languages[code].prefix
        assert page["inLanguage"] == known_languages[code].tag
        assert page["isPartOf"] == {"@id": home + "#website"}
        assert page["publisher"] == {"@id": home + "#publisher"}
        assert [node["inLanguage"] for node in _of(found, "WebSite")] == ([known_languages[code].tag] if name in website.WHOLE else [])
        trails = _of(found, "BreadcrumbList")
        assert len(trails) == (name != "index")
        for trail in trails:
            items = [row["item"]["@id"] for row in trail["itemListElement"]]
            assert (items[0], items[-1]) == (home, here)
            assert [row["position"] for row in trail["itemListElement"]] == list(range(1, len(items) + 1))


def test_translations_of_a_work_point_at_each_other(whole: Graph) -> None:
    """Every translation names the Vietnamese work, which names it in turn."""
    pairs = set(whole.subject_objects(S.translationOfWork))
    assert pairs == {(translation, work) for work, translation in whole.subject_objects(S.workTranslation)}
    assert len({work for _, work in pairs}) >= len(NAMES)
    assert len(pairs) % (len(CODES) - 1) == 0


def test_the_same_thing_in_other_languages(whole: Graph) -> None:
    """A place or festival has a node in each language, and each names the others."""
    pairs = {(one, other) for one, other in whole.subject_objects(S.sameAs)}
    assert pairs
    assert {(other, one) for one, other in pairs} == pairs


def test_pictures_on_the_page_are_told(data: dict[tuple[str, str], list[Node]], site: Path, known_languages: dict[str, Language]) -> None:
    """Every picture that a page shows has its licence, credit, creator, notice and page to ask, and a file that is there."""
    for (name, code), found in data.items():
        page = HtmlPage(site / address(name, known_languages[code]) / "index.html")
        shown = {_picture(attrs["src"]) for attrs in page.find("img") if attrs["src"] != code_file.FILE}
        pictures = _of(found, "ImageObject")
        assert {_picture(node["contentUrl"]) for node in pictures} == shown, (name, code)
        assert sum(node.get("representativeOfPage", False) for node in pictures) == 1
        for node in pictures:
            assert {"license", "creditText", "creator", "copyrightNotice", "acquireLicensePage"} <= set(node)
            assert "representativeOfPage" not in node or {"caption", "description", "width", "height"} <= set(node)
            assert (site / node["contentUrl"].removeprefix(EXAMPLE_ADDRESS)).is_file()


def _picture(url: str) -> str:
    """The name of the picture that a file was made from: without cut, width and digest."""
    return re.sub(r"(-(hero|tall|card|square|share))?-\d+\.[0-9a-f]{10}\.\w+$", "", Path(url).name)


def test_places_with_what_is_known_of_them(data: dict[tuple[str, str], list[Node]], project: Site) -> None:
    """Each place is told on its page in every language; coordinates and hours only where data/places.yml has them."""
    assert {row["kind"] for row in project.places.values()} <= set(places.TYPES)
    for key, row in project.places.items():
        for code in CODES:
            ident = f"#place-{key}"
            node = next(node for node in data[row["page"], code] if node.get("@id", "").endswith(ident) and "name" in node)
            assert node["name"] == row["name"][code]
            assert node["address"]["addressLocality"] == row["commune"][code]
            geo = node.get("geo")
            assert ([geo["latitude"], geo["longitude"]] if geo else None) == row.get("coordinates")
            assert ("openingHoursSpecification" in node) == bool(row.get("hours"))
    hours = next(node for node in data["visit/phan-boi-chau", "zh"] if "openingHoursSpecification" in node)["openingHoursSpecification"]
    assert (hours["opens"], hours["closes"]) == ("07:00", "18:00")
    assert "Beach" in _kinds(data["visit/cua-lo", "lo"])
    assert {"Park", "LandmarksOrHistoricalBuildings"} <= {*_kinds(data["visit/pu-mat", "en"]), *_kinds(data["visit/kim-lien", "en"])}
    province = _of(data["index", "vi"], "TouristDestination")[0]
    assert len(province["includesAttraction"]) == sum("TouristAttraction" in places.types(row) for row in project.places.values())


def test_festivals_have_the_days_of_the_calendar(data: dict[tuple[str, str], list[Node]], project: Site) -> None:
    """Each festival whose days are known has its next ones; the others, and the status of what is unconfirmed, are left out."""
    today = reference_day.today(project.pages)
    for code in CODES:
        found = {node["@id"].rpartition("#event-")[2]: node for node in _events(data["culture/festivals", code])}
        for row in project.events:
            when = occurrences.following(row, today)
            assert when
            if when.precision != "day":
                assert row["key"] not in found
                continue
            node = found.pop(row["key"])
            assert (node["startDate"], node["endDate"]) == (when.start.isoformat(), when.end.isoformat())
            assert ("eventStatus" in node) == when.published
            assert node["url"] == node["@id"]
            assert node["name"] == row["name"][code]
            assert node["image"].endswith(".jpg")
            assert node["location"]["address"]["addressLocality"] == node["location"]["name"]
            assert project.words[code]("event-published" if when.published else "event-unconfirmed") in node["description"]
        assert not found
    assert all(not _events(found) for (name, _), found in data.items() if name != "culture/festivals")


def _events(found: list[Node]) -> list[Node]:
    return [node for node in found if "#event-" in node.get("@id", "")]


def test_an_announced_festival_is_scheduled(project: Site) -> None:
    """Once the organiser has announced the days, the status says so."""
    row = {**next(each for each in project.events if each["key"] == "den-con"), "published": [{"from": "2027-02-23", "to": "2027-02-26"}]}
    node, = events.of_page(_view(project, "lo", "culture/festivals", events=[row]))
    assert (node["startDate"], node["eventStatus"]) == ("2027-02-23", "https://schema.org/EventScheduled")
    assert datetime.date.fromisoformat(node["endDate"]) == datetime.date(2027, 2, 26)


def test_questions_are_the_headings_of_the_page(data: dict[tuple[str, str], list[Node]], site: Path,
                                                known_languages: dict[str, Language]) -> None:  # fmt: skip
    """The page of questions tells each of its headings with the whole answer, without notes of sources."""
    for code, language in known_languages.items():
        page = html_tree.parse((site / address("invest/faq", language) / "index.html").read_text("utf-8"))
        ids = [each.attrs["id"] for each in page.find("article")[0].find("h2") if each.attrs.get("id") != "facts-title"]
        questions = _of(data["invest/faq", code], "Question")
        assert [node["@id"].rpartition("#")[2] for node in questions] == ids
        assert all(len(node["acceptedAnswer"]["text"]) > 10 for node in questions)
        assert "FAQPage" in _kinds(data["invest/faq", code])


def test_news_and_figures(data: dict[tuple[str, str], list[Node]], project: Site, site: Path) -> None:
    """Each piece of news has its day and what it rests on; the data set has files that are there."""
    for (name, code), found in data.items():
        page = project.pages.real(code, name)
        assert page
        articles = _of(found, "NewsArticle")
        assert bool(articles) == (page.header.kind == "news")
        assert all(node["datePublished"] == page.header.date <= node["dateModified"] and node["citation"] for node in articles)
        for node in _of(found, "Dataset"):
            assert 50 <= len(node["description"]) <= 5000
            assert all((site / each["contentUrl"].removeprefix(EXAMPLE_ADDRESS)).is_file() for each in node["distribution"])
        assert bool(_of(found, "Dataset")) == (name == "media/fact-sheet")


def test_nobody_is_called_an_authority_who_is_none(data: dict[tuple[str, str], list[Node]], project: Site) -> None:
    """Until the province names a body, the publisher is no government; the authorities on the list of contacts are."""
    for (_, _), found in data.items():
        publishers = [node for node in found if node.get("@id", "").endswith("#publisher")]
        assert all(node["@type"] == ("GovernmentOrganization" if project.publisher["official"] else "Organization") for node in publishers)
    bodies = _of(data["invest/contact", "vi"], "GovernmentOrganization")
    assert {node["name"] for node in bodies} == {row["name"]["vi"] for row in project.contacts if row["kind"] == "authority"}
    row = {**project.publisher, "official": True, "email": "a@example.org", "phone": "+84 238 000 000"}
    found = graph.graph(_view(project, "zh", "about/index", publisher=row), "")
    publisher = next(node for node in found if node.get("@id", "").endswith("#publisher"))
    assert (publisher["@type"], publisher["email"]) == ("GovernmentOrganization", "a@example.org")
    assert not list(schema_org.vocabulary().faults(publisher))


def test_no_text_ends_the_script() -> None:
    """A text with a closing tag in it stays data."""
    text = nodes.script([nodes.node("Thing", name="</script><script>alert(1)</script><!-- & -->")])
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["name"].startswith("</script>")


@pytest.mark.parametrize(("node", "rules"), [
    ({"@type": "Beach", "name": "x", "geo": {"@type": "GeoCoordinates", "latitude": 1.5}}, []),
    ({"@type": ["TouristAttraction", "Beach"], "touristType": "x"}, []),
    ({"@type": "Beech"}, ["data-type"]),
    ({"@type": "Beach", "startDate": "2027-01-01"}, ["data-property"]),
    ({"@type": "Event", "startDate": "January"}, ["data-value"]),
    ({"@type": "Event", "startDate": "2027-02-24", "eventStatus": "https://schema.org/EventScheduled"}, []),
    ({"@type": "Event", "eventStatus": "to be confirmed"}, ["data-value"]),
    ({"@type": "Event", "location": {"@type": "Person"}}, ["data-value"]),
    ({"@type": "WebPage", "url": "visit/"}, ["data-value"]),
    ({"@type": "ImageObject", "width": 1200, "contentUrl": "https://a.example/"}, ["data-value"]),
    ({"@type": "Place", "name": ""}, ["data-value"]),
])  # fmt: skip
def test_the_vocabulary_is_kept(node: Node, rules: list[str]) -> None:
    """A type, a property or a value that schema.org does not have is found; what it has is not."""
    assert [rule for rule, _, _ in schema_org.vocabulary().faults(node)] == rules
