"""Cut the site's web fonts down to the letters that its languages use.

Run by hand when a font or a language changes; the results are committed in `docs/assets/fonts/`.

    npm install @fontsource/be-vietnam-pro @fontsource/noto-sans-lao
    python scripts/subset_fonts.py node_modules/@fontsource
    python scripts/subset_fonts.py --few        # only the small face for names, cut from the whole one; needs no package
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from fontTools import subset

from sitekit import foreign_scripts

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "docs/assets/fonts"

#: Letters of English, those of Latin-1 that Vietnamese and the names on the site have, figures, and the punctuation and
#: signs the pages use. tests/test_fonts.py holds them against the pages.
LATIN = [*range(0x20, 0x7F), 0xA0, *map(ord, "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýÄÇÖÜßäçñöü©«°±²³·»×"), 0x2013, 0x2014, *range(0x2018, 0x201E),
         0x2022, 0x2026, 0x2032, 0x2033, 0x20AB, 0x20AC, 0x2190, 0x2192, 0x2212]  # fmt: skip
#: Letters that Vietnamese adds to Latin-1. The build writes them composed, so the marks by themselves are not needed.
VIETNAMESE = [0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0,
              *range(0x1EA0, 0x1EFA)]  # fmt: skip
#: The whole Lao block, the zero-width space and the dotted circle of a lone mark.
LAO = [*range(0xE80, 0xF00), 0x200B, 0x25CC]

#: (source below the @fontsource folder, result, letters)
JOBS = [
    (f"{family}/files/{family}-{part}-{weight}-normal.woff2", f"{family}-{part}-{weight}.woff2", letters)
    for family, part, letters in (
        ("be-vietnam-pro", "latin", LATIN),
        ("be-vietnam-pro", "vietnamese", VIETNAMESE),
        ("noto-sans-lao", "lao", LAO),
    )
    for weight in (400, 700)
]
#: (whole face, result, letters) of what is cut again from a result: the small face for names on pages of other languages.
AGAIN = [
    (f"noto-sans-lao-lao-{weight}.woff2", f"noto-sans-lao-few-{weight}.woff2", sorted(map(ord, foreign_scripts.FEW["lo"][1])))
    for weight in (400, 700)
]


def cut(source: Path, target: Path, letters: list[int]) -> int:
    """Write `source` with only `letters` (code points) to `target` as WOFF2; return its size in bytes."""
    options = subset.Options()
    options.flavor = "woff2"
    # Lao mark positions and Vietnamese accents live in GPOS and GSUB; fractions and the like are not used
    options.layout_features = ["kern", "liga", "mark", "mkmk", "ccmp"]
    options.hinting = False  # phones and current desktops do not use it: a fifth of the bytes
    options.name_IDs = [0, 1, 2, 13, 14]  # the copyright and licence lines stay in the file
    options.notdef_outline = True
    font = subset.load_font(str(source), options)
    font.recalcTimestamp = False  # the same bytes on every run
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    subset.save_font(font, str(target), options)
    font.close()
    return target.stat().st_size


def main(argv: list[str] | None = None) -> int:
    """Cut every font; exit 0, or 2 when a source font is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("fontsource", type=Path, nargs="?", help="the folder node_modules/@fontsource")
    what.add_argument("--few", action="store_true", help="cut only the small face, from the whole one that lies in docs/assets/fonts")
    packages = parser.parse_args(argv).fontsource
    OUTPUT.mkdir(parents=True, exist_ok=True)
    jobs = [(packages / source, target, letters) for source, target, letters in JOBS] if packages else []
    for source, target, letters in (*jobs, *((OUTPUT / whole, target, letters) for whole, target, letters in AGAIN)):
        if not source.exists():
            print(f"{source}: this font is not there; see --help", file=sys.stderr)
            return 2
        print(f"{cut(source, OUTPUT / target, letters):>7} bytes  {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
