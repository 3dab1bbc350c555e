"""The masters in a folder: found, named, and told apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from sitekit import slugs
from sitekit.pictures import faults
from sitekit.problems import Problem

#: Endings of files that are taken for pictures; what is inside decides how they are read.
SUFFIXES = {".svg", ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".webp", ".avif", ".gif",
            ".tif", ".tiff"}  # fmt: skip
#: Endings that an editor may well take for a usable picture: they are answered, not passed over.
ANSWERED = {".heic", ".heif", ".bmp", ".psd", ".pdf", ".eps", ".jxl", ".jp2", ".svgz", ".ico", ".cr2",
            ".nef", ".arw", ".dng", ".orf", ".rw2", ".pef"}  # fmt: skip
RECORDS = (".yml", ".yaml")


@dataclass(frozen=True)
class Source:
    """A master: where it lies, and its name, the path below the source folder in NFC."""

    path: Path
    name: str

    @property
    def stem(self) -> str:
        """The name without its ending, as file systems that ignore case see it."""
        return self.name.rpartition(".")[0].casefold()


def slug(path: PurePath) -> str:
    """An ASCII name for a picture, its folders included: `Biển/Đồi chè.JPG` → `bien-doi-che`."""
    return slugs.slug(path.with_suffix("").as_posix()) or "picture"


def find(folder: Path, without: Iterable[Path] = ()) -> list[Source]:
    """The masters below `folder` but not below a folder of `without`, in the order of their names.

    Hidden files are passed over: systems leave `._photo.jpg` and thumbnails beside real pictures.
    """
    found = []
    others = [other.resolve() for other in without if other.resolve() != folder.resolve()]
    others = [other for other in others if other.is_relative_to(folder.resolve())]
    for path in folder.rglob("*"):
        below = path.relative_to(folder)
        if path.suffix.lower() not in SUFFIXES | ANSWERED or not path.is_file():
            continue
        if any(path.resolve().is_relative_to(other) for other in others):
            continue
        if not any(part.startswith(".") for part in below.parts):
            found.append(Source(path, unicodedata.normalize("NFC", below.as_posix())))
    return sorted(found, key=lambda source: (source.name, str(source.path)))


def same_names(sources: Iterable[Source]) -> dict[Path, Problem]:
    """Masters whose name another master has already: they would share one record."""
    first: dict[str, Source] = {}
    problems = {}
    for source in sources:
        other = first.setdefault(source.stem, source)
        if other is not source:
            words = {"other": other.name}
            problems[source.path] = Problem(faults.SAME_NAME, source.name, words=words)
    return problems


def lonely_records(folder: Path, sources: Iterable[Source]) -> list[Problem]:
    """Records below `folder` that stand beside no master."""
    stems = {source.stem for source in sources}
    problems = []
    for path in sorted(folder.rglob("*")):
        name = unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
        if path.suffix in RECORDS and name.rpartition(".")[0].casefold() not in stems:
            problems.append(Problem(faults.NO_PICTURE, name))
    return problems
