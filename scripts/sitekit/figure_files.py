"""The figures of the site as files to download: one table per language as CSV, the same as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitekit import fingerprint, kept, page_sources
from sitekit.figures import Figure
from sitekit.languages import Language
from sitekit.site import Site

#: The page that offers the files.
PAGE = "media/fact-sheet"
FOLDER = "data/"
#: Where the files are kept.
KEPT = "figures/files"
FORMS = {"csv": "text/csv", "json": "application/json"}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def path(language: Language, form: str) -> str:
    """Where the file of `language` is published, below the site's root."""
    return f"{FOLDER}nghe-an-figures.{language.code}.{form}"


def published(site: Site) -> list[Figure]:
    """Every figure that a page shows, by key."""
    return site.once(("published figures",), lambda: _published(site))


def _published(site: Site) -> list[Figure]:
    shown = {key for page in site.pages for key in page_sources.figures(site, page)}
    return [site.figures[key] for key in sorted(shown)]


def updated(site: Site) -> str:
    """The newest day on which the facts of a page with figures were checked."""
    return max(page.header.checked for page in site.pages)


def rows(site: Site, language: Language) -> list[dict[str, Any]]:
    """Every figure: plain numbers for machines, its text as the pages have it for people, its date and sources."""
    words = site.words[language.code]
    return [{"key": figure.key, "label": figure.label[language.code],
             "value": "" if figure.is_range else f"{figure.low:f}", "low": f"{figure.low:f}", "high": f"{figure.high:f}",
             "unit": figure.unit, "text": figure.text("full", language, words), "as_of": figure.as_of, "estimate": figure.estimate,
             "sources": [{"title": source.title, "publisher": source.publisher, "date": source.date, "url": source.url}
                         for source in (site.sources[key] for key in figure.sources)]} for figure in published(site)]  # fmt: skip


def as_csv(found: list[dict[str, Any]]) -> str:
    """The rows as CSV; sources by publisher and address, several separated by a blank and a bar."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")  # as RFC 4180 has it
    writer.writerow(["key", "label", "value", "low", "high", "unit", "text", "as_of", "estimate", "publishers", "urls"])
    for row in found:
        plain = [row[key] for key in ("key", "label", "value", "low", "high", "unit", "text", "as_of")]
        sources = [" | ".join(source[key] for source in row["sources"] if source[key]) for key in ("publisher", "url")]
        writer.writerow([*plain, "yes" if row["estimate"] else "no", *sources])
    return buffer.getvalue()


def as_json(site: Site, language: Language, found: list[dict[str, Any]]) -> str:
    """The rows as JSON, numbers as text so that no digit is lost."""
    words = site.words[language.code]
    whole = {"name": words("dataset-name"), "language": language.tag, "license": LICENCE, "updated": updated(site), "figures": found}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def write(site: Site, folder: Path) -> None:
    """Write the files of every language into the built site in `folder`; those of the last build while they tell the same."""
    shown = [figure.key for figure in published(site)]
    key = fingerprint.of(fingerprint.project(site), shown, updated(site)) if kept.used() else ""
    known = kept.read(site.root, KEPT) or {"key": None}
    if known["key"] != key:
        known = {"key": key, "files": {file: text for language in site.languages.values() for file, text in _files(site, language)}}
        kept.write(site.root, KEPT, known)
    (folder / FOLDER).mkdir(exist_ok=True)
    for file, text in known["files"].items():
        (folder / file).write_bytes(text.encode())


def _files(site: Site, language: Language) -> Iterator[tuple[str, str]]:
    found = rows(site, language)
    # spreadsheets take a file without this mark for one in their own old encoding
    yield path(language, "csv"), "\ufeff" + as_csv(found)
    yield path(language, "json"), as_json(site, language, found)
