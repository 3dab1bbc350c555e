"""What a template needs to print one page: plain values, computed here so that no template decides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

from sitekit import links, localtext, names, numbers, page_list, picture_sizes, province_map, search_engines, tables
from sitekit.citations import Citations
from sitekit.languages import Language
from sitekit.page_sources import used
from sitekit.pages import Page, address
from sitekit.picture_html import Gallery
from sitekit.search import programs
from sitekit.site import Site

#: What the search box says, by its keys in the interface catalogue.
SEARCH_WORDS = ("empty", "none", "one", "many", "closest", "sections", "failed", "english")
#: Rows of a place's fact box, in order; each is a text of data/places.yml.
FACTS = ("status", "access", "best_time", "hours")


class View:
    """Page `name` as a reader of language `code` sees it; a missing translation is shown in English."""

    def __init__(self, site: Site, code: str, name: str, site_url: str) -> None:
        self.site, self.name, self.site_url = site, name, site_url
        self.reader: Language = site.languages[code]
        self.page: Page = site.pages.shown(code, name)
        self.text: Language = site.languages[self.page.language]
        self.fallback = self.page.language != code
        self.address = address(name, self.reader)
        self.t = site.words[code]
        self.header = self.page.header
        self.gallery = self._gallery(self.text)

    def _gallery(self, language: Language) -> Gallery:
        return Gallery(self.site.images, self.address, language.code, links.relative, self.site.words[language.code])

    # -- text -------------------------------------------------------------------------------------------------

    def _citations(self, language: Language, html: bool) -> Citations:
        words = self.site.words[language.code]
        if not html:
            return Citations(self.site.figures, lambda figure, form: figure.text(form, language, words), {})
        fill = self._filler(language)
        date = partial(numbers.date, language=language)
        common = (language.code, words, fill, date, self.site.sources)
        blocks: dict[str, Callable[[], str]] = {
            "map": lambda: self.map(language),
            "pages": lambda: self.page_list(language),
            "table:parks": lambda: tables.parks(self.site.parks, *common),
            "table:visas": lambda: tables.visas(self.site.visas, *common),
        }
        return Citations(self.site.figures, lambda figure, form: figure.html(form, language, words, self.site.sources), blocks)

    def _filler(self, language: Language) -> Callable[[str], str]:
        """Fills the citations of a data file's text, which is escaped first."""
        words = self.site.words[language.code]
        figures = Citations(self.site.figures, lambda figure, form: figure.html(form, language, words, self.site.sources), {})
        return lambda text: figures.fill(escape(text, quote=False), "data/")

    def plain(self, text: str) -> str:
        """A header text with its figures filled in, without mark-up."""
        return self._citations(self.text, html=False).fill(text, self.page.file)

    def prose(self, text: str) -> str:
        """A header text as HTML: figures filled in, escaped, names kept on one line."""
        return self._prose(self.plain(text), self.text)

    def _prose(self, text: str, language: Language) -> str:
        return names.protect(escape(text, quote=False), self.site.protected(language.code))

    def markdown(self) -> str:
        """The page's Markdown with figures, tables, map and pictures in place."""
        body = self._citations(self.text, html=True).fill(self.page.body, self.page.file, self.page.body_line)
        return self.gallery.replace(body, self.page.file, self.page.body_line)

    # -- for search engines -----------------------------------------------------------------------------------

    @property
    def canonical(self) -> str:
        """Absolute address of the page that counts."""
        return search_engines.canonical(self.site.pages, self.name, self.reader, self.site_url)

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """(hreflang, address) of every real translation; none on a page that is not a translation itself."""
        return [] if self.fallback else search_engines.alternates(self.site.pages, self.name, self.site_url)

    @property
    def window_title(self) -> str:
        """The text of `<title>`: the page, then the site."""
        title = self.plain(self.header.title)
        return title if self.header.kind == "home" else f"{title} · {self.t('site-name')}"

    # -- search -----------------------------------------------------------------------------------------------

    @property
    def search(self) -> dict[str, str]:
        """Addresses below the root of what search is made of: its programs, and the index of the reader's language."""
        return {**{program: programs.path(program) for program in programs.PARTS}, "index": f"{programs.FOLDER}{self.reader.code}.json"}

    @property
    def search_words(self) -> dict[str, str]:
        """What the search box says."""
        return {key: self.t(f"search-{key}") for key in SEARCH_WORDS}

    @property
    def search_page(self) -> str:
        """The list of all pages, which stands in for search."""
        return self.link(address("site-index", self.reader))

    # -- around the text --------------------------------------------------------------------------------------

    def link(self, target: str) -> str:
        """Address of `target` (below the root) as seen from this page."""
        return links.relative(target, self.address)

    @property
    def home(self) -> str:
        """The reader's home page."""
        return self.link(address("index", self.reader))

    @property
    def sections(self) -> list[dict[str, Any]]:
        """Names and links of the header's sections; `current` marks the one this page is in."""
        here = self.name.partition("/")[0]
        return [{"name": localtext.pick(row["name"], self.reader.code), "link": self.link(address(row["page"], self.reader)),
                 "current": row["page"].partition("/")[0] == here, "exact": row["page"] == self.name}
                for row in self.site.sections]  # fmt: skip

    @property
    def switcher(self) -> list[dict[str, Any]]:
        """The same page in every language, named in that language."""
        return [{"name": row.name, "tag": row.tag, "link": self.link(address(self.name, row)),
                 "current": row.code == self.reader.code, "real": bool(self.site.pages.real(row.code, self.name))}
                for row in self.site.languages.values()]  # fmt: skip

    @property
    def trail(self) -> list[dict[str, str]]:
        """Home and section above this page."""
        above = [{"name": self.t("home"), "link": self.home}] if self.name != "index" else []
        section = next((row for row in self.sections if row["current"] and not row["exact"]), None)
        return [*above, *([{"name": section["name"], "link": section["link"]}] if section else [])]

    @property
    def hero(self) -> str:
        """The page's picture across the whole width, the first to be loaded."""
        return self.gallery.hero(self._hero, self.header.kind)

    @property
    def hero_preloads(self) -> list[dict[str, str]]:
        """What the head tells the browser to load first."""
        return self.gallery.hero_preloads(self._hero, self.header.kind)

    @property
    def hero_note(self) -> str:
        """Caption and credit of the hero picture, with a link to the whole of it."""
        caption = self._prose(self.gallery.caption(self._hero), self.text)
        return f"{self.gallery.enlarge(self._hero, caption)} · {self._gallery(self.reader).credit(self._hero)}"

    @property
    def _hero(self) -> dict[str, Any]:
        return self.gallery.find(self.header.picture, self.page.file, self.header.lines.get("picture", 0))

    @property
    def strip(self) -> list[dict[str, str]]:
        """Key figures under the hero: number, label, date and source."""
        words = self.site.words[self.text.code]
        rows = []
        for key in self.header.figures:
            figure = self.site.figures[key]
            large = figure.high >= 1_000_000
            dated = words("as-of", date=figure.text("as-of", self.text, words)) if figure.as_of else ""
            estimate = words("estimate") if figure.estimate else ""
            rows.append({"number": figure.html("words" if large else "full", self.text, words, self.site.sources),
                         "label": localtext.pick(figure.label, self.text.code),
                         "note": words("list-comma").join(part for part in (estimate, dated) if part)})  # fmt: skip
        return rows

    @property
    def cards(self) -> list[dict[str, str]]:
        """The natural next pages, each with its picture."""
        return [self._card(name) for name in self.header.cards]

    def _card(self, name: str) -> dict[str, str]:
        page = self.site.pages.shown(self.reader.code, name)
        language = self.site.languages[page.language]
        gallery = self._gallery(language)
        image = gallery.find(page.header.picture, page.file)
        words = self.site.words[language.code]
        fill = Citations(self.site.figures, lambda figure, form: figure.text(form, language, words), {}).fill
        return {"title": self._prose(fill(page.header.title, page.file), language),
                "text": self._prose(fill(page.header.lead, page.file), language),
                "link": self.link(address(name, self.reader)), "lang": language.tag if page.language != self.reader.code else "",
                "picture": gallery.picture(image, picture_sizes.cards(len(self.header.cards)), crop="card", text="")}  # fmt: skip

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The fact box of a place page: (label, HTML) rows."""
        if not self.header.place:
            return []
        place = self.site.places[self.header.place]
        words, code = self.site.words[self.text.code], self.text.code
        fill = self._filler(self.text)
        where = localtext.pick(place["commune"], code)
        if place.get("before"):
            where = words("formerly", now=where, before=localtext.pick(place["before"], code))
        rows = [(words("fact-commune"), escape(where, quote=False))]
        rows += [(words(f"fact-{key}"), fill(localtext.pick(place[key], code))) for key in FACTS if place.get(key)]
        if place.get("coordinates"):
            latitude, longitude = place["coordinates"]
            rows.append((words("fact-coordinates"), f'<a href="geo:{latitude},{longitude}">{latitude}, {longitude}</a>'))
        return rows

    @property
    def sources(self) -> list[dict[str, str]]:
        """Every source this page rests on, once: those of its header and of the figures and rows it shows."""
        return [{"title": row.title, "publisher": row.publisher, "url": row.url, "lang": row.language,
                 "date": numbers.date(row.date, self.reader) if row.date else ""}
                for row in used(self.site, self.page)]  # fmt: skip

    @property
    def checked(self) -> str:
        """When the page's facts were last compared with their sources."""
        return self.t("checked", date=numbers.date(self.header.checked, self.reader))

    @property
    def needs_native_review(self) -> bool:
        """Whether no native speaker has read this translation yet."""
        return self.header.native_review == "pending"

    @property
    def publisher(self) -> dict[str, Any]:
        """Who publishes the site, in the reader's language."""
        pick = partial(localtext.pick, language=self.reader.code)
        row = self.site.publisher
        contacts = [{"name": pick(contact["name"]), "url": contact["url"]} for contact in row["contacts"]]
        return {"official": row["official"], "name": pick(row["name"]), "address": pick(row["address"]),
                "mandate": pick(row["mandate"]), "contacts": contacts}  # fmt: skip

    def page_list(self, language: Language) -> str:
        """Every other page, in the order of the reader's alphabet."""
        pages = [self.site.pages.shown(self.reader.code, name) for name in self.site.pages.names() if name != self.name]
        fill = self._citations(language, html=False).fill
        rows = [(fill(page.header.title, page.file), fill(page.header.lead, page.file), self.link(address(page.name, self.reader)))
                for page in pages]  # fmt: skip
        return page_list.html(rows, language.code, lambda text: self._prose(text, language))

    def map(self, language: Language) -> str:
        """The map of the province, its places linked."""
        words = self.site.words[language.code]
        marks = []
        for place in self.site.places.values():
            position = place.get("coordinates") or place.get("map_position")
            if position and place.get("page") and place.get("side"):
                link = self.link(address(place["page"], self.reader))
                if place.get("anchor"):
                    link += f"#{place['anchor']}"
                marks.append(province_map.Mark(localtext.pick(place.get("map_name") or place["name"], language.code),
                                               position[0], position[1], link, place["side"], place["kind"]))  # fmt: skip
        labels = {key: words(f"map-{key}") for key in (*province_map.NEIGHBOURS, "country", "sea")}
        return province_map.svg(self.site.root, marks, labels, words("map-title"), words("map-text"))
