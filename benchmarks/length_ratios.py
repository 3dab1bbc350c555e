"""Learn from a site how long its translations are: prints data/check/length-ratios.yml.

    python benchmarks/length_ratios.py [PROJECT [PAGE …]] > data/check/length-ratios.yml

Pages named, and those whose header excepts them from the rule, are passed over: they tell each reader something else.

Run it when the site has grown a good deal, and look at the widest pairs it names on the error output before keeping it.
"""

from __future__ import annotations

import math
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from sitekit.checking import suppress
from sitekit.checking.corpus import Corpus
from sitekit.checking.rules import length_ratio

#: From so many characters on a pair says what is usual.
LONG = 60
#: The bounds are this much wider than the widest pair of the site.
MARGIN = 1.05
HEAD = """\
# How long a translated text is beside its Vietnamese source, learned from the pages of the site: {count} texts of at least
# {shortest} characters, {day}. Printed by `python benchmarks/length_ratios.py`, which says how the texts are measured
# (scripts/sitekit/checking/rules/length_ratio.py). usual: the median ratio of texts of at least {long} characters;
# widest: the largest deviation found on the site, times {margin}: what lies beyond it nobody has written here yet."""


def main() -> int:
    """Print the file; name the five widest pairs of each language."""
    corpus = Corpus(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    found: dict[str, list[tuple[int, int, str]]] = {}
    without = {page.path for page in corpus.pages()
               if page.name in sys.argv[2:] or any(one.rule == length_ratio.RULE.name for one in suppress.of(page))}  # fmt: skip
    for code, path, block, length, other in length_ratio.pairs(corpus):
        if path in without:
            continue
        found.setdefault(code, []).append((length, other, f"{path}, {block.line}"))
    count = sum(map(len, found.values()))
    print(HEAD.format(count=count, shortest=length_ratio.SHORTEST, day=corpus.today, long=LONG, margin=MARGIN))
    for code, rows in sorted(found.items()):
        usual = round(math.exp(statistics.median(math.log(max(other, 1) / length) for length, other, _ in rows if length >= LONG)), 3)
        by_width = sorted(((abs(length_ratio.deviation(length, other, usual)), where) for length, other, where in rows), reverse=True)
        print(f"{code}: {{usual: {usual}, widest: {by_width[0][0] * MARGIN:.3f}}}")
        for width, where in by_width[:5]:
            print(f"{code} {width:.3f} {where}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
