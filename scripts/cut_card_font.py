"""Cut the Chinese face of the cards down to the characters that titles can need.

Run by hand when the glyph check asks for it; the result is committed in `data/cards/fonts/`, because a machine that
builds the site need not have a Chinese font.

    apt-get install fonts-noto-cjk
    python scripts/cut_card_font.py /usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from fontTools import subset

from sitekit.cards import characters

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "data/cards/fonts/noto-sans-cjk-sc-700.otf"
#: The face of simplified Chinese among those of the collection.
SIMPLIFIED = 2
#: Of no use to a card: vertical setting.
UNUSED = ["vhea", "vmtx", "VORG", "BASE"]


def cut(source: Path, target: Path) -> int:
    """Write the face for simplified Chinese of collection `source` to `target`; return its size in bytes."""
    options = subset.Options()
    options.font_number = SIMPLIFIED
    options.hinting = False
    options.desubroutinize = True  # smaller here: what is left shares little
    options.layout_features = ["kern"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += UNUSED
    font = subset.load_font(str(source), options)
    font.recalcTimestamp = False  # the same bytes on every run
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(characters.wanted(ROOT))))
    cutter.subset(font)
    subset.save_font(font, str(target), options)
    return target.stat().st_size


def main(argv: list[str] | None = None) -> int:
    """Cut the face; exit 0, or 2 when the collection is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collection", type=Path, help="NotoSansCJK-Bold.ttc")
    source = parser.parse_args(argv).collection
    if not source.exists():
        print(f"{source}: this font is not there; see --help", file=sys.stderr)
        return 2
    print(f"{cut(source, TARGET):>7} bytes  {TARGET.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
