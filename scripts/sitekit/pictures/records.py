"""The record beside a picture: what it shows, who made it, under which licence."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Collection
from pathlib import Path
from typing import Any

from sitekit import datafiles
from sitekit.picture_subjects import SUBJECTS
from sitekit.pictures import faults, licences
from sitekit.pictures.settings import LANGUAGES
from sitekit.problems import ContentError, Problem, closest

#: Keys that every record must fill.
NEEDED = ("kind", "creator", "credit", "licence", "source")
TEXTS = ("description", "caption")
KINDS = ("photo", "illustration")


def path_of(master: Path) -> Path | None:
    """The record of `master`: same name, `.yml`; names that differ only in Unicode form match."""
    for ending in (".yml", ".yaml"):
        if (exact := master.with_suffix(ending)).is_file():
            return exact
    wanted = unicodedata.normalize("NFC", master.stem)
    for path in sorted(master.parent.glob("*.y*ml")):
        if path.suffix in {".yml", ".yaml"} and unicodedata.normalize("NFC", path.stem) == wanted:
            return path
    return None


def _plain(value: Any) -> Any:
    """`value` as JSON has it: keys are text, and so are the dates that a tag of YAML can make."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, (datetime.date, datetime.datetime)) else value


def read(master: Path) -> dict[str, Any] | None:
    """The record of `master`, or None when there is none; ContentError when it does not parse."""
    record = path_of(master)
    if record is None:
        return None
    try:
        text = record.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError([Problem("not-utf-8", record.name, words={"byte": error.start})]) from error
    loaded = datafiles.parse(text, record.name)
    if not isinstance(loaded, dict):
        raise ContentError([Problem(faults.NO_MAPPING, record.name)])
    return dict(_plain(loaded))


def focal_point(record: dict[str, Any]) -> tuple[float, float] | None:
    """The subject's place (x, y from the upper left, 0 to 1); None when it is not two such numbers."""
    point = record.get("focal_point")
    if point is None:
        return 0.5, 0.5
    if not isinstance(point, list) or len(point) != 2:
        return None
    numbers = [n for n in point if isinstance(n, (int, float)) and not isinstance(n, bool)]
    return (float(numbers[0]), float(numbers[1])) if len(numbers) == 2 and all(0 <= n <= 1 for n in numbers) else None


def gaps(record: dict[str, Any]) -> list[str]:
    """Names of what `record` does not say, as they stand in the file (`caption.lo`)."""
    missing = [key for key in NEEDED if not record.get(key)]
    for key in TEXTS:
        texts = record.get(key)
        texts = texts if isinstance(texts, dict) else {}
        needed = () if key == "description" and record.get("decorative") is True else LANGUAGES
        missing += [f"{key}.{code}" for code in needed if not str(texts.get(code) or "").strip()]
    if record.get("kind") == "photo" and "consent" not in record:
        missing.append("consent")
    return missing


def check(record: dict[str, Any], name: str, places: Collection[str] | None) -> list[Problem]:
    """Everything in `record` (file `name`) that an editor must mend."""
    problems = []

    def say(rule: str, **words: Any) -> None:
        problems.append(Problem(rule, name, words=words))

    if missing := gaps(record):
        say(faults.GAPS, missing=", ".join(missing))
    if record.get("licence") and not licences.known(record):
        likely = closest(str(record["licence"]), licences.KNOWN) or "CC-BY-4.0"
        say(faults.LICENCE, licence=record["licence"], closest=likely)
    if focal_point(record) is None:
        say(faults.FOCAL_POINT, value=record["focal_point"])
    place = record.get("place")
    if place and places is not None and place not in places:
        say(faults.PLACE, place=place, closest=closest(str(place), places) or "—")
    subject = record.get("subject")
    if subject is not None and subject not in SUBJECTS:
        say(faults.SUBJECT, subject=subject, known=", ".join(SUBJECTS))
    return problems


def doubts(record: dict[str, Any], name: str) -> list[Problem]:
    """What in `record` looks like an oversight: the same sentence under two languages."""
    doubled = []
    texts = record.get("description")
    seen: dict[str, str] = {}
    for code, text in (texts if isinstance(texts, dict) else {}).items():
        if text and (first := seen.setdefault(str(text), code)) != code:
            doubled.append(Problem(faults.SAME_TEXT, name, words={"first": first, "second": code}))
    return doubled
