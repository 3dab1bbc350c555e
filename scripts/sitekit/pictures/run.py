"""One run over a folder of pictures.

A picture's key in the cache is its bytes, every setting that changes the output, and the versions of the encoders;
an entry is written under a temporary name and moved into place, so that a killed run leaves nothing half.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import resvg_py
from PIL import __version__ as pillow_version
from PIL import features

from sitekit.pictures import master, records, renditions
from sitekit.pictures.settings import CROPS, SCHEMA, WIDTHS, Encoders
from sitekit.problems import ContentError, Problem

SUFFIXES = {".svg", ".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff"}
#: Keys of a record that change the bytes of renditions; the others (descriptions, captions) do not.
MATTERS = ("focal_point", "render_width", "creator", "credit", "licence")


@dataclass
class Result:
    """What a run made: the manifest, the problems found, and how many pictures were new, unchanged or bad."""

    manifest: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


def slug(path: Path) -> str:
    """An ASCII name for a picture: `Đồi chè.JPG` → `doi-che`."""
    text = unicodedata.normalize("NFKD", path.stem.replace("Đ", "D").replace("đ", "d"))
    plain = "".join(char for char in text if not unicodedata.combining(char)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "picture"


def _key(path: Path, record: dict[str, Any], encoders: Encoders) -> str:
    versions = [pillow_version, resvg_py.__version__, *(str(features.version(name)) for name in ("jpg", "webp", "avif"))]
    settings = [SCHEMA, versions, asdict(encoders), WIDTHS, CROPS, {key: record.get(key) for key in MATTERS}, slug(path)]
    return hashlib.sha256(path.read_bytes() + json.dumps(settings, sort_keys=True, default=str).encode()).hexdigest()[:32]


def _entry(path: Path, record: dict[str, Any], store: Path, encoders: Encoders) -> tuple[Path, bool]:
    """The cache folder of a picture and whether it had to be made."""
    target = store / _key(path, record, encoders)
    if (target / "entry.json").exists():
        return target, False
    image = master.load(path, record)
    folder = Path(tempfile.mkdtemp(dir=store, prefix="new-"))
    made = renditions.make(image, slug(path), record, records.rights(record), folder, encoders)
    (folder / "entry.json").write_text(json.dumps(made, sort_keys=True), "utf-8")
    try:
        folder.rename(target)
    except OSError:  # another run finished the same picture first; its bytes are the same
        shutil.rmtree(folder)
    return target, True


def _publish(entry: Path, output: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((entry / "entry.json").read_text("utf-8"))
    for row in [*made["renditions"], *(row for rows in made["crops"].values() for row in rows)]:
        target = output / row["file"]
        if not target.exists() or target.stat().st_size != row["bytes"]:
            part = target.with_suffix(f".{os.getpid()}.part")
            shutil.copyfile(entry / row["file"], part)
            part.replace(target)
    return made


def _prune(output: Path, images: dict[str, Any]) -> None:
    """Remove renditions that no picture has any more."""
    named = {row["file"] for image in images.values() for rows in (image["renditions"], *image["crops"].values()) for row in rows}
    for file in output.iterdir():
        if file.name not in named and not file.name.endswith(".part"):
            file.unlink(missing_ok=True)


def prepare(source: Path, output: Path, cache: Path, manifest: Path, *, best: bool = False, jobs: int | None = None) -> Result:
    """Bring `output` up to date with the pictures below `source`; a bad picture is reported and stops no other."""
    encoders = Encoders(avif_speed=5) if best else Encoders()
    for folder in (output, cache):
        folder.mkdir(parents=True, exist_ok=True)
    result = Result({"images": {}}, counts={"new": 0, "unchanged": 0, "bad": 0})

    def work(path: Path) -> tuple[Path, dict[str, Any] | Problem, bool]:
        name = unicodedata.normalize("NFC", path.relative_to(source).as_posix())
        try:
            record = records.read(path)
            entry, made = _entry(path, record, cache, encoders)
            return path, {**_publish(entry, output), "record": record}, made
        except master.PictureError as error:
            return path, Problem(str(error), name), False
        except ContentError as error:
            return path, error.problems[0], False

    files = sorted(path for path in source.rglob("*") if path.suffix.lower() in SUFFIXES) if source.exists() else []
    with ThreadPoolExecutor(jobs or os.cpu_count()) as pool:  # encoders release the interpreter's lock
        for path, found, made in pool.map(work, files):
            name = unicodedata.normalize("NFC", path.relative_to(source).as_posix())
            if isinstance(found, Problem):
                result.problems.append(found)
                result.counts["bad"] += 1
            else:
                result.manifest["images"][name] = found
                result.counts["new" if made else "unchanged"] += 1
    text = json.dumps(result.manifest, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n"
    part = manifest.with_suffix(f".{os.getpid()}.part")
    part.write_text(text, "utf-8")
    part.replace(manifest)
    if not result.problems:  # a bad picture keeps its last good renditions
        _prune(output, result.manifest["images"])
    return result
