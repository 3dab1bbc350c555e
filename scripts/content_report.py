"""In ra trang web có gì và còn thiếu gì: số trang, độ dài, số liệu, nguồn, tên còn là đề xuất, trang chờ người bản ngữ.

Print what the site holds and what is still open. Lengths: words in Vietnamese and English, characters in Chinese,
letters in Lao (without vowels and tones above and below). `--format markdown` is the table of README.

Exit codes: 0 printed, 1 the content cannot be read (and why), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from sitekit import content_count
from sitekit import site as sites
from sitekit.content_count import Count
from sitekit.problems import MESSAGES, ContentError

ROOT = Path(__file__).resolve().parent.parent
WORDS = MESSAGES.parent / "reports/content.yml"


def table(counts: list[Count], codes: list[str], language: str) -> list[list[str]]:
    """Rows of cells, the first row the heads: what is counted, then a number for each language or one for the site."""
    words = yaml.safe_load(WORDS.read_text("utf-8"))
    rows = [["", *codes]]
    for count in counts:
        numbers = [count.numbers.get(code) for code in codes] if "all" not in count.numbers else [count.numbers["all"]]
        cells = ["" if number is None else f"{number:,}" for number in numbers]
        rows.append([words[count.key][language], *cells, *[""] * (len(codes) - len(cells))])
    return rows


def written(rows: list[list[str]], form: str) -> str:
    """The table as aligned text, or as Markdown."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    if form == "markdown":
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join([lines[0], "|---|" + "---:|" * (len(widths) - 1), *lines[1:]])
    return "\n".join("  ".join(cell.rjust(width) if column else cell.ljust(width)
                               for column, (cell, width) in enumerate(zip(row, widths, strict=True))).rstrip() for row in rows)  # fmt: skip


def main(argv: list[str] | None = None) -> int:
    """Print the report; exit 1 when the content cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="cách in · form of the table")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ · language of the report")
    parser.add_argument("--root", type=Path, default=ROOT, help="thư mục dự án · folder of the project")
    options = parser.parse_args(argv)
    try:
        site = sites.load(options.root)
        counts = content_count.counts(site)
    except ContentError as error:
        print("\n\n".join(problem.text(options.lang) for problem in error.problems), file=sys.stderr)
        return 1
    print(written(table(counts, list(site.languages), options.lang), options.format))
    return 0


if __name__ == "__main__":
    sys.exit(main())
