"""The built site as search engines and readers get it."""

import hashlib
import re
import unicodedata
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import yaml

import page_list
from html_page import HtmlPage
from page_list import LISTS, NAMES
from search_index import indexed
from sitekit import leaves
from sitekit.citations import names
from sitekit.languages import Language
from sitekit.pages import Pages, address
from sitekit.search_engines import EXAMPLE_ADDRESS
from sitekit.sharing.code import FILE

#: Pages that speak of the site itself.
WITHOUT_FACTS = {"about/accessibility", "about/index", "about/privacy", "about/terms", "media/index", "news/index"}
#: Pages that say in pinyin how a sentence sounds.
PRONOUNCED = {"visit/phrasebook"}
#: (block, start of the ids of its items, data file that has a row for each).
LISTED = (("events", "event-", "events"), ("table:contacts", "contact-", "contacts"), ("sources", "source-", "sources"))
#: Words that only stand in one language; on a page of another they mean that a text was left untranslated.
TELLTALE = {
    "en": r"\b(the|and|with|from|which|this)\b",
    "vi": r"\b(và|của|những|được|trong|không|người)\b",
}


def _file(site: Path, name: str, language: Language) -> Path:
    return site / address(name, language) / "index.html"


@pytest.fixture(scope="module")
def read(site: Path, known_languages: dict[str, Language]) -> dict[tuple[str, str], HtmlPage]:
    """Every page of the site, by name and language."""
    return {(name, code): HtmlPage(_file(site, name, row)) for name in NAMES for code, row in known_languages.items()}


def test_strict_build_prints_no_warning(built: tuple[Path, str]) -> None:
    """A plain `mkdocs build --strict` succeeds and warns of nothing."""
    assert not re.search(r"WARNING|ERROR|Traceback", built[1])


def test_every_page_in_every_language(read: dict[tuple[str, str], HtmlPage], pages: Pages, site: Path) -> None:
    """Every page exists in every language, as a real translation, and nothing else was built."""
    assert pages.names() == NAMES
    assert [(name, row.code) for name in NAMES for row in pages.translations(name)] == list(read)
    built = {path.relative_to(site).as_posix() for path in site.rglob("*.html") if not leaves.is_leaf(path.as_posix())}
    lost = {"404.html", "vi/404.html", "lo/404.html", "zh/404.html"}
    assert lost < built
    assert len(built - lost) == len(read), "every page in every language, and the page that is not found"


def test_language_of_each_page(read: dict[tuple[str, str], HtmlPage], known_languages: dict[str, Language]) -> None:
    """`<html lang>` is the tag of data/languages.yml, zh-Hans for Chinese."""
    for (name, code), page in read.items():
        assert [attrs["lang"] for attrs in page.find("html")] == [known_languages[code].tag], name


def test_titles_and_descriptions(read: dict[tuple[str, str], HtmlPage], site: Path, known_languages: dict[str, Language]) -> None:
    """Each page has one h1, a title and a description of its own, none used twice in a language."""
    for code, language in known_languages.items():
        titles, texts = [], []
        for name in NAMES:
            html = _file(site, name, language).read_text("utf-8")
            titles.append(re.findall(r"<title>(.*?)</title>", html)[0])
            texts.append(read[name, code].find("meta", name="description")[0]["content"])
            assert len(read[name, code].find("h1")) == 1
            assert "{{" not in html
        assert len(set(titles)) == len(set(texts)) == len(NAMES)


def test_canonical_and_hreflang(read: dict[tuple[str, str], HtmlPage], known_languages: dict[str, Language]) -> None:
    """Each page names itself as canonical, lists itself and all translations absolutely, and every link is returned."""
    claims = {}
    for (name, code), page in read.items():
        here = EXAMPLE_ADDRESS + address(name, known_languages[code])
        assert [attrs["href"] for attrs in page.find("link", rel="canonical")] == [here]
        links = {attrs["hreflang"]: attrs["href"] for attrs in page.find("link", rel="alternate") if "hreflang" in attrs}
        assert list(links) == [*(row.tag for row in known_languages.values()), "x-default"]
        assert links[known_languages[code].tag] == here
        assert links["x-default"] == links["en"]
        claims[here] = set(links.values())
    assert all(here in claims[other] for here, others in claims.items() for other in others)


def test_robots(site: Path) -> None:
    """robots.txt allows everything and names the sitemap."""
    text = (site / "robots.txt").read_text("utf-8")
    assert text == f"User-agent: *\nAllow: /\n\nSitemap: {EXAMPLE_ADDRESS}sitemap.xml\n"


def test_no_request_to_another_host(site: Path) -> None:
    """No page, style sheet or picture asks another host for anything; links to click are the only foreign addresses."""
    own = urlsplit(EXAMPLE_ADDRESS).netloc
    for file in site.rglob("*.html"):
        for tag, attrs in HtmlPage(file).tags:
            sets = [part for key in ("srcset", "imagesrcset") for part in attrs.get(key, "").split(", ") if part.strip()]
            urls = [attrs.get("src", ""), *(part.split()[0] for part in sets)]
            if tag == "link" and attrs.get("rel", "").strip() not in {"canonical", "alternate"}:
                urls.append(attrs.get("href", ""))
            assert {urlsplit(url).netloc for url in urls} <= {"", own}, (file, tag, attrs)
    for sheet in [*site.rglob("*.css"), *site.rglob("*.svg")]:
        text = sheet.read_text("utf-8")
        assert not re.search(r"(url\(|@import|href=)\s*[\"']?(https?:)?//", text), sheet


def test_scripts_reach_no_other_host(site: Path) -> None:
    """The only foreign addresses in a script are those of the theme's features that this site does not use."""
    unused = {"unpkg.com", "api.github.com", "gitlab.com", "github.com"}  # repository facts and diagrams: switched off
    comments = {"www.w3.org", "lunrjs.com", "clipboardjs.com", "bit.ly", "tartarus.org"}  # licences and namespaces
    for file in site.rglob("*.js"):
        hosts = set(re.findall(r"https?://([\w.-]+\w)", file.read_text("utf-8")))
        assert {host for host in hosts if "." in host} <= unused | comments, file


def _prose(page: HtmlPage, tag: str) -> str:
    """Visible text that claims to be in language `tag`; an address that is shown to be copied has none."""
    said = " ".join(text for lang, text in page.text if lang == tag)
    return unicodedata.normalize("NFC", re.sub(r"https?://\S+", "", said))


def test_no_page_speaks_another_language(read: dict[tuple[str, str], HtmlPage], known_languages: dict[str, Language]) -> None:
    """By script and by a list of words: a Lao page is Lao, a Chinese one Chinese, and no text is left untranslated."""
    for (name, code), page in read.items():
        prose = _prose(page, known_languages[code].tag)
        letters = [char for char in prose if char.isalpha()]
        lao = sum("\u0e80" <= char <= "\u0eff" for char in prose if char.isalpha())
        han = sum("\u4e00" <= char <= "\u9fff" for char in letters)
        assert not re.search("[\u0e00-\u0e7f]", prose), f"Thai letters on {code}/{name}"
        if code in {"en", "vi"}:
            assert lao == han == 0, (name, code)
        else:
            assert (lao if code == "lo" else han) / len(letters) > (0.4 if name in PRONOUNCED else 0.6), (name, code)
            assert (han if code == "lo" else lao) == 0, (name, code)
        for other, words in TELLTALE.items():
            if other != code:
                found = re.findall(words, prose, re.IGNORECASE)
                assert not found, (name, code, found)


def test_figures_are_equal_in_all_languages(read: dict[tuple[str, str], HtmlPage], known_languages: dict[str, Language]) -> None:
    """The same page cites the same figures with the same values, as often, in every language; within a sentence each has its order."""
    for name in NAMES:
        cited = {code: sorted(attrs["value"] for attrs in read[name, code].find("data", class_="site-figure"))
                 for code in known_languages}  # fmt: skip
        assert all(found == cited["vi"] for found in cited.values()), name
    assert sum(bool(page.find("data", class_="site-figure")) for page in read.values()) > len(read) / 2, "most pages show figures"


def test_same_structure_in_all_languages(read: dict[tuple[str, str], HtmlPage], known_languages: dict[str, Language]) -> None:
    """Headings with their ids, lists, tables and pictures follow each other alike in every language."""
    wanted = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "tr", "figure", "img"}
    for name in set(NAMES) - LISTS:
        # the code to be scanned is a picture that only some languages have
        shapes = {code: [(tag, attrs.get("id", "")) for tag, attrs in read[name, code].tags
                         if tag in wanted and attrs.get("src") != FILE] for code in known_languages}  # fmt: skip
        # the note that no native speaker has read a translation is inside a paragraph that every page has
        assert all(shape == shapes["vi"] for shape in shapes.values()), name


def test_switcher(read: dict[tuple[str, str], HtmlPage], known_languages: dict[str, Language]) -> None:
    """The switcher leads to the same page, each language written in its own name with `lang` and `hreflang`."""
    for (name, code), page in read.items():
        here = "/" + address(name, known_languages[code])
        for row in known_languages.values():
            links = page.find("a", hreflang=row.tag, lang=row.tag)
            assert len(links) >= 2, "in the header and at the foot"
            assert {urljoin(here, attrs["href"]) for attrs in links} == {"/" + address(name, row)}
            assert (row.tag, row.name) in [(lang, text.strip()) for lang, text in page.text]


def test_internal_links_and_anchors(site: Path) -> None:
    """Every link inside the site leads to a file, and every anchor to an element."""
    for file in site.rglob("*.html"):
        page = HtmlPage(file)
        here = "/" + file.relative_to(site).as_posix().removesuffix("index.html")
        for tag, attrs in page.tags:
            url = attrs.get("href", "") if tag in {"a", "link"} else attrs.get("src", "")
            parts = urlsplit(urljoin(here, url))
            if not url or parts.scheme or parts.netloc or url.startswith(("geo:", "javascript:")):
                continue
            target = site / parts.path.lstrip("/")
            target = target / "index.html" if parts.path.endswith("/") else target
            assert target.is_file(), (file, url)
            if parts.fragment and target.suffix == ".html" and tag == "a":
                ids = {found.get("id") for _, found in HtmlPage(target).tags}
                assert parts.fragment in ids, (file, url)


def test_pictures_say_what_they_show(read: dict[tuple[str, str], HtmlPage]) -> None:
    """Every picture has its size, and a description in the page's language unless it only decorates a link."""
    for (name, code), page in read.items():
        for attrs in page.find("img"):
            assert "alt" in attrs, (name, code)
            assert int(attrs["width"]) > 0
            assert int(attrs["height"]) > 0
        eager = [attrs for attrs in page.find("img") if attrs.get("loading") != "lazy"]
        assert len(eager) == 1, "only the first visible picture is loaded at once"
        assert eager[0]["fetchpriority"] == "high"
        assert len(eager[0]["alt"]) > 8


def test_translations_admit_that_nobody_native_has_read_them(pages: Pages) -> None:
    """Each translation says what it was made from and whether a native speaker has read it."""
    for name in NAMES:
        for language in pages.translations(name):
            page = pages.real(language.code, name)
            assert page
            if language.code == "vi":
                assert not page.header.translated_from
            else:
                assert re.fullmatch("[0-9a-f]{6}( [0-9a-f]{6})*", page.header.translated_from), page.file
                assert page.header.native_review, page.file


def test_sources_stand_at_the_foot(read: dict[tuple[str, str], HtmlPage]) -> None:
    """Every page but those without facts lists at least one source; every one says when it was last checked."""
    for (name, code), page in read.items():
        assert page.find("cite") or name in {*LISTS, *WITHOUT_FACTS}, (name, code)
        assert page.find("section", class_="site-sources"), (name, code)


def test_blocks_are_whole(read: dict[tuple[str, str], HtmlPage], root: Path) -> None:
    """Every row of the data stands on the pages that show its block, in every language."""
    rows = {file: yaml.safe_load((root / f"data/{file}.yml").read_text("utf-8")) for file in ("events", "contacts", "communes", "sources")}
    for (name, code), page in read.items():
        cited = set(names(page_list.page(name).body))
        ids = [attrs["id"] for _, attrs in page.tags if attrs.get("id")]
        assert len(ids) == len(set(ids)), (name, code)
        for block, prefix, file in LISTED:
            shown = {ident.removeprefix(prefix) for ident in ids if ident.startswith(prefix)}
            keys = set(rows[file]) if isinstance(rows[file], dict) else {row["key"] for row in rows[file]}
            assert shown == (keys if block in cited else set()), (name, code, block)
        if "table:communes" in cited:
            assert len(page.find("th", scope="row")) == len(rows["communes"])


def test_search_leaves_out_what_is_found_elsewhere(site: Path, root: Path, known_languages: dict[str, Language]) -> None:
    """The list of sources does not make its page an answer to every question: no title of a source is in the index."""
    titles = {row["title"] for row in yaml.safe_load((root / "data/sources.yml").read_text("utf-8")).values() if len(row["title"]) > 25}
    lists = {address(name, row) for row in known_languages.values() for name in page_list.with_block("sources")}
    for code in known_languages:
        for page in indexed(site, code):
            if page[0] in lists:
                assert not [title for title in titles for _, _, text in page[9] if title in text], page[0]


def test_a_filter_waits_for_its_script(read: dict[tuple[str, str], HtmlPage]) -> None:
    """Pages with a long table, and no others, have a field to filter it, hidden until its script runs."""
    for (name, code), page in read.items():
        fields = page.find("div", class_="site-filter")
        assert bool(fields) == bool({"names", "table:communes"} & set(names(page_list.page(name).body))), (name, code)
        assert all("hidden" in attrs for attrs in fields)


def test_every_page_loads_the_same_two_files(read: dict[tuple[str, str], HtmlPage], site: Path) -> None:
    """One sheet and one script, named by their content, serve every page: the second page of a visit asks for neither."""
    asked = set()
    for page in read.values():
        sheet, = page.find("link", rel="stylesheet")
        script, = [attrs for attrs in page.find("script") if attrs.get("src")]
        assert script["type"] == "module", "it holds up nothing"
        asked.add((Path(sheet["href"]).name, Path(script["src"]).name))
    (sheet_name, script_name), = asked
    for folder, file in (("stylesheets", sheet_name), ("javascripts", script_name)):
        assert re.fullmatch(r"site\.[0-9a-f]{10}\.(css|js)", file)
        assert hashlib.sha256((site / folder / file).read_bytes()).hexdigest().startswith(file.split(".")[1])
    left = [path for path in site.rglob("*") if path.name.startswith(("main.", "palette.", "bundle."))]
    assert left == [], "nothing of the theme is loaded, so nothing is published"


def test_news_says_when(read: dict[tuple[str, str], HtmlPage]) -> None:
    """A piece of news has its date beside the title as data and in words; the list of news has the date of each."""
    dates = {name: page_list.page(name).header.date for name in NAMES if page_list.page(name).header.kind == "news"}
    assert dates
    for (name, code), page in read.items():
        times = [attrs["datetime"] for attrs in page.find("time")]
        if name in dates:
            assert times[:1] == [dates[name]], (name, code)
        elif "news" in names(page_list.page(name).body):
            assert sorted(times) == sorted(dates.values()), (name, code)


def test_not_found_speaks_all_languages(site: Path, known_languages: dict[str, Language]) -> None:
    """404.html holds all four languages, each marked, with a way home, and asks not to be indexed."""
    page = HtmlPage(site / "404.html")
    sections = page.find("section")
    assert [attrs["lang"] for attrs in sections] == [row.tag for row in known_languages.values()]
    assert [attrs["href"] for attrs in page.find("a")] == ["/" + row.prefix for row in known_languages.values()]
    assert page.find("meta", name="robots", content="noindex")


def test_masters_and_records_stay_out(site: Path) -> None:
    """The built site holds renditions, not masters, records or notes for developers."""
    assert not list(site.rglob("*.yml"))
    assert {file.name for file in site.rglob("*.md")} == {"index.html.md"}, "copies of pages, and no notes"
    assert not (site / "assets/images").exists()


def test_fonts_carry_their_licences(site: Path) -> None:
    """Each published font family has its licence text beside it."""
    families = tuple(path.name.removesuffix("-OFL.txt") for path in (site / "assets/fonts").glob("*-OFL.txt"))
    fonts = [path.name for path in (site / "assets/fonts").glob("*.woff2")]
    assert len(fonts) == 8
    assert [name for name in fonts if not name.startswith(families)] == []
