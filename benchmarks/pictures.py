"""Bytes at equal visible quality, and time, against sharp, cwebp and avifenc on real photographs.

    python benchmarks/pictures.py FOLDER_OR_DEB [--photos N] [--width W] [--sharp DIR]

FOLDER_OR_DEB holds photographs, or is the Debian package of some (lomiri-wallpapers-16.04, CC-BY and
CC0: `apt-get download lomiri-wallpapers-16.04`). --sharp is a folder in which `npm install sharp` was
run. SSIMULACRA2 scores come from the Python package of that name (`pip install ssimulacra2`). What is
not installed is skipped with a word.

Every encoder gets the same pixels at a ladder of qualities; the bytes at a score are interpolated
between them (logarithm of bytes against score), and the ratio is the geometric mean over photographs.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
from sitekit.pictures import encode
from sitekit.pictures.run import prepare
from sitekit.pictures.settings import WIDTHS, Encoders

#: Scores to compare at: 70 is unnoticed without the original, 80 unnoticed beside it.
SCORES = (70, 75, 80)
LADDER = {
    "jpeg": (52, 62, 72, 80, 87),
    "webp": (55, 66, 76, 84, 90),
    "avif": (40, 48, 56, 64, 72),
}
BOUNDS = {"jpeg": 1.07, "webp": 0.98, "avif": 1.08, "avif --best": 1.02}
SHARP = """
const sharp = require(process.argv[1] + '/node_modules/sharp');
sharp.concurrency(1); sharp.cache(false);
const [, , png, out, ladder] = process.argv;
(async () => {
  for (const [form, qualities] of Object.entries(JSON.parse(ladder)))
    for (const quality of qualities)
      await sharp(png).toFormat(form, {quality, ...(form == 'jpeg' ? {mozjpeg: true} : {})})
        .toFile(`${out}/sharp-${form}-${quality}`);
})();
"""
SHARP_ALL = """
const sharp = require(process.argv[1] + '/node_modules/sharp');
sharp.concurrency(1); sharp.cache(false);
(async () => {
  for (const width of JSON.parse(process.argv[3]))
    for (const form of ['jpeg', 'webp', 'avif'])
      await sharp(process.argv[2]).resize(width)
        .toFormat(form, form == 'jpeg' ? {mozjpeg: true} : {}).toBuffer();
})();
"""
Point = tuple[float, int]
Curves = dict[str, list[Point]]


def photographs(source: Path, workspace: Path) -> list[Path]:
    """The photographs in `source`, a folder or a Debian package, largest first."""
    if source.is_file():
        subprocess.run(["dpkg", "-x", str(source), str(workspace / "deb")], check=True)
        source = workspace / "deb"
    found = [path for path in source.rglob("*") if path.suffix.lower() in {".jpg", ".jpeg", ".png"}]
    return sorted(found, key=lambda path: (-path.stat().st_size, path.name))


def scorer() -> Callable[[Path, Path], float] | None:
    """SSIMULACRA2 of two PNG files; None when it is not installed."""
    try:
        import ssimulacra2  # noqa: PLC0415 (optional)
    except ImportError:
        return None
    return lambda original, other: float(ssimulacra2.compute_ssimulacra2(str(original), str(other)))


def _at(encoders: Encoders, form: str, quality: int) -> Encoders:
    changed: dict[str, Any] = {f"{form}_quality": quality}
    return replace(encoders, **changed)


def _ours(image: Image.Image, folder: Path) -> Iterator[tuple[str, Path]]:
    runs = [("jpeg", "jpeg", Encoders()), ("webp", "webp", Encoders()), ("avif", "avif", Encoders()),
            ("avif", "avif --best", Encoders.best())]  # fmt: skip
    for form, name, encoders in runs:
        for quality in LADDER[form]:
            data = encode.encode(image, form, _at(encoders, form, quality), {})
            path = folder / f"ours-{name}-{quality}"
            path.write_bytes(data)
            yield f"ours {name}", path


def _theirs(png: Path, folder: Path, sharp: Path | None) -> Iterator[tuple[str, Path]]:
    if sharp:
        command = ["node", "-e", SHARP, str(sharp.resolve()), str(png), str(folder), json.dumps(LADDER)]
        subprocess.run(command, check=True)
        yield from ((f"sharp {form}", folder / f"sharp-{form}-{quality}")
                    for form in LADDER for quality in LADDER[form])  # fmt: skip
    for quality in LADDER["webp"] if shutil.which("cwebp") else ():
        path = folder / f"cwebp-{quality}"
        command = ["cwebp", "-quiet", "-m", "6", "-q", str(quality), str(png), "-o", str(path)]
        subprocess.run(command, check=True)
        yield "cwebp webp", path
    for quality in LADDER["avif"] if shutil.which("avifenc") else ():
        path = folder / f"avifenc-{quality}.avif"
        level = str(round(63 - quality * 0.63))
        command = ["avifenc", "--min", level, "--max", level, "-s", "6", "-y", "420", "-j", "1", str(png), str(path)]
        subprocess.run(command, check=True, capture_output=True)
        yield "avifenc avif", path


def curves(photo: Path, width: int, sharp: Path | None, score: Callable[[Path, Path], float]) -> Curves:
    """(score, bytes) at every quality for every encoder, for `photo` shrunk to `width` pixels."""
    with tempfile.TemporaryDirectory() as name, Image.open(photo) as opened:
        folder = Path(name)
        image = opened.convert("RGB")
        image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
        png = folder / "original.png"
        image.save(png)
        found: Curves = {}
        for encoder, path in (*_ours(image, folder), *_theirs(png, folder, sharp)):
            with Image.open(path) as decoded:
                decoded.convert("RGB").save(folder / "decoded.png", compress_level=1)
            found.setdefault(encoder, []).append((score(png, folder / "decoded.png"), path.stat().st_size))
        return found


def bytes_at(points: list[Point], score: float) -> float | None:
    """Bytes that give `score`, between the two measured points around it; None outside them."""
    ordered = sorted(points)
    for (low, small), (high, large) in itertools.pairwise(ordered):
        if low <= score <= high and high > low:
            part = (score - low) / (high - low)
            return math.exp(math.log(small) * (1 - part) + math.log(large) * part)
    return None


def compare(measured: list[Curves], ours: str, other: str) -> str:
    """One line: geometric mean of ours / theirs at each score, and how many photographs gave it."""
    cells = []
    for score in SCORES:
        pairs = [(bytes_at(one[ours], score), bytes_at(one[other], score)) for one in measured
                 if ours in one and other in one]  # fmt: skip
        ratios = [a / b for a, b in pairs if a and b]
        cells.append(f"{statistics.geometric_mean(ratios):.3f} (n={len(ratios)})" if ratios else "–")
    return f"  {ours:18} / {other:14}" + "".join(f"{cell:>16}" for cell in cells)


def processor_seconds(work: Callable[[], object]) -> float:
    """Processor seconds that `work` takes, its child processes included."""

    def spent() -> float:
        return sum(use.ru_utime + use.ru_stime for use in map(resource.getrusage, (
            resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))  # fmt: skip

    before = spent()
    work()
    return spent() - before


def _all_ours(photo: Path, encoders: Encoders) -> None:
    with Image.open(photo) as opened:
        opened.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
        image = opened.convert("RGB")
    for width in sorted(WIDTHS, reverse=True):
        image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
        for form in LADDER:
            encode.encode(image, form, encoders, {})


def times(photos: list[Path], sharp: Path | None) -> None:
    """Print processor seconds for one photograph in all widths and formats, and of a second run."""
    photo = photos[0]
    ours = processor_seconds(lambda: _all_ours(photo, Encoders()))
    best = processor_seconds(lambda: _all_ours(photo, Encoders.best()))
    print(f"\nCPU seconds, {photo.name}, {len(WIDTHS)} widths × 3 formats: ours {ours:.2f}, --best {best:.2f}")
    if sharp:
        command = ["node", "-e", SHARP_ALL, str(sharp.resolve()), str(photo), json.dumps(WIDTHS)]
        theirs = processor_seconds(lambda: subprocess.run(command, check=True))
        print(f"  sharp {theirs:.2f} → ours {ours / theirs:.3f} (wanted < 0.333), --best {best / theirs:.3f}")
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        (base / "in").mkdir()
        for each in photos[:3]:
            shutil.copy(each, base / "in")
        script = Path(__file__).resolve().parent.parent / "scripts/optimise_images.py"
        command = [sys.executable, str(script), "--source", str(base / "in"), "--output", str(base / "out"),
                   "--cache", str(base / "store"), "--manifest", str(base / "m.json")]  # fmt: skip
        runs = [processor_seconds(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in "12"]
        print(f"unchanged run, 3 photographs: {runs[1]:.2f} of {runs[0]:.2f} s = {runs[1] / runs[0]:.2%} (wanted ≤ 3 %)")
        places = (base / "in", base / "out", base / "store", base / "m.json")
        inside = processor_seconds(lambda: prepare(*places))
        print(f"  inside a build (no start-up): {inside * 1000:.0f} ms")


def main(argv: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="folder of photographs, or a Debian package of them")
    parser.add_argument("--photos", type=int, default=8)
    parser.add_argument("--width", type=int, action="append", help="pixels; may be given twice (default: 800)")
    parser.add_argument("--sharp", type=Path, help="folder with node_modules/sharp")
    options = parser.parse_args(argv)
    sharp = options.sharp if options.sharp and (options.sharp / "node_modules/sharp").is_dir() else None
    for there, name in ((sharp, "sharp"), (shutil.which("cwebp"), "cwebp"), (shutil.which("avifenc"), "avifenc")):
        print(f"{name}: {'compared' if there else 'not installed, left out'}")
    with tempfile.TemporaryDirectory() as name:
        photos = photographs(options.source, Path(name))[: options.photos]
        score = scorer()
        if score is None:
            print("ssimulacra2: not installed, only times are measured")
        else:
            tasks = [(photo, width) for width in options.width or [800] for photo in photos]
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                measured = list(pool.map(lambda task: curves(task[0], task[1], sharp, score), tasks))
            print(f"\nBytes at equal SSIMULACRA2, {len(tasks)} pictures" + "".join(f"{s:>16}" for s in SCORES))
            for form, bound in BOUNDS.items():
                kind = form.split()[0]
                print(compare(measured, f"ours {form}", f"sharp {kind}") + f"   (wanted ≤ {bound})" if sharp else "")
            print(compare(measured, "ours webp", "cwebp webp"))
            print(compare(measured, "ours avif", "avifenc avif"))
        times(photos, sharp)
    return 0


if __name__ == "__main__":
    sys.exit(main())
