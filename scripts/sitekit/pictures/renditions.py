"""From a decoded master to its files: every width, crop and format, and its entry in the manifest."""

from __future__ import annotations

import hashlib
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from sitekit.pictures import crops, encode, faults, metadata, vector
from sitekit.pictures.master import Master
from sitekit.pictures.settings import (
    CROPS,
    ENDINGS,
    FLAT_COLOURS,
    FORMATS,
    SHARE,
    WIDTHS,
    Encoders,
    budget,
)

Focal = tuple[float, float]
Shape = tuple[int, int]
Row = dict[str, Any]


class Job(NamedTuple):
    """A rendition on its way: its place in the manifest and the bytes to come."""

    crop: str
    form: str
    width: int
    height: int
    data: Future[bytes]


@dataclass(frozen=True)
class Maker:
    """Writes the renditions of one picture into `folder` under names that begin with `stem`."""

    stem: str
    folder: Path
    encoders: Encoders
    rights: dict[str, str]
    pool: Executor

    def make(self, master: Master, focal: Focal) -> dict[str, Any]:
        """Write every rendition of `master`: its manifest entry without the record, and `notes`.

        `notes` are [rule, words] of what an editor should know. OSError when a file cannot be written.
        """
        if master.image is None:
            return self._vector(master, focal)
        image = master.image
        flat = image.getcolors(FLAT_COLOURS) is not None
        # all encoding is begun before any of it is waited for, so that one picture uses every core
        whole = self._ladder(image, master.size, WIDTHS, "", flat)
        cut = {name: self._cut(master, name, *CROPS[name], focal, flat) for name in CROPS}
        # the picture beside a shared link, cut by the focal point rather than by a network's habit
        cut["share"] = self._cut(master, "share", *SHARE, focal, flat)
        entry = {"width": master.size[0], "height": master.size[1], "colour": encode.colour(image),
                 "placeholder": encode.placeholder(image), "rights": self.rights,
                 "renditions": self._keep(whole),
                 "crops": {name: self._keep(jobs) for name, jobs in cut.items()}}  # fmt: skip
        return {**entry, "notes": [[rule, {}] for rule in master.notes] + _heavy(entry)}

    def _cut(self, master: Master, name: str, shape: Shape, widths: tuple[int, ...], focal: Focal,
             flat: bool) -> list[Job]:  # fmt: skip
        assert master.image is not None  # noqa: S101 (told to the type checker)
        left, top, right, bottom = crops.box(master.size, shape, focal)
        part = master.image.crop(crops.box(master.image.size, shape, focal))
        return self._ladder(part, (right - left, bottom - top), widths, name, flat)

    def _ladder(self, image: Image.Image, native: Shape, wanted: tuple[int, ...], crop: str, flat: bool) -> list[Job]:
        """Begin to encode `image` in every width, each made from the larger one before it."""
        jobs = []
        for width in sorted(crops.widths(native, wanted), reverse=True):
            image = image.resize((width, crops.height_at(width, native)), Image.Resampling.LANCZOS)
            for form in FORMATS[:1] if crop == "share" else FORMATS:
                data = self.pool.submit(encode.within_budget, image, form, self.encoders, self.rights, crop, flat)
                jobs.append(Job(crop, form, width, image.height, data))
        return jobs

    def _keep(self, jobs: list[Job]) -> list[Row]:
        """Write what was encoded, but no format that is not smaller than a simpler one."""
        rows, lightest = [], dict[int, int]()
        for job in jobs:
            data = job.data.result()
            if len(data) < lightest.get(job.width, len(data) + 1):
                lightest[job.width] = len(data)
                rows.append(self._write(data, job.crop, job.form, job.width, job.height))
        return sorted(rows, key=lambda row: (row["format"], row["width"]))

    def _write(self, data: bytes, crop: str, form: str, width: int, height: int) -> Row:
        digest = hashlib.sha256(data).hexdigest()[:10]
        name = "-".join(filter(None, (self.stem, crop, str(width)))) + f".{digest}.{ENDINGS[form]}"
        (self.folder / name).write_bytes(data)
        return {"file": name, "format": form, "width": width, "height": height, "bytes": len(data)}

    def _vector(self, master: Master, focal: Focal) -> dict[str, Any]:
        """A drawing published as such: one file per crop, sharp at every size."""
        rdf = metadata.rdf(self.rights)

        def row(crop: str, box: crops.Box) -> list[Row]:
            data = vector.cut(master.svg, box, master.size, rdf)
            return [self._write(data, crop, "svg", box[2] - box[0], box[3] - box[1])]

        return {"width": master.size[0], "height": master.size[1], "colour": "#ffffff", "placeholder": "",
                "rights": self.rights, "renditions": row("", (0, 0, *master.size)),
                "crops": {name: row(name, crops.box(master.size, shape, focal)) for name, (shape, _) in CROPS.items()},
                "notes": [[rule, {}] for rule in master.notes]}  # fmt: skip


def _heavy(entry: dict[str, Any]) -> list[list[Any]]:
    """A note when what most visitors load breaks its budget even at the lowest quality."""
    notes = []
    for crop, rows in (("", entry["renditions"]), *entry["crops"].items()):
        for width in {row["width"] for row in rows}:
            row = min((row for row in rows if row["width"] == width), key=lambda row: row["bytes"])
            if row["bytes"] > (limit := budget(width, row["format"], crop)):
                words = {"width": width, "kilobytes": row["bytes"] // 1000, "limit": limit // 1000}
                notes.append((row["bytes"] / limit, [faults.OVER_BUDGET, words]))
    return [max(notes)[1]] if notes else []
