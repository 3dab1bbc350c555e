"""The index in parts: what stands in it, how its parts grow, and that the same pages give the same index."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from page_list import CODES
from sitekit.search import passages, tokens
from sitekit.search.postings import COMMON, PART, Postings

WORDS = [chr(0x61 + at % 26) + chr(0x61 + at // 26 % 26) + chr(0x61 + at // 7 % 26) for at in range(600)]


def _postings(pages: int) -> Postings:
    chance = random.Random(1)
    postings = Postings(pairs=True)
    for number in range(pages):
        text = " ".join(chance.choices(WORDS, k=300))
        postings.add([(f"page {number}", 8), (f"{text}\n炉门海滩 ເກືອລໍ", 1)])
    return postings


def test_parts_stay_small() -> None:
    """Ten times the pages are about ten times the parts, each as small as before: a query asks for no more."""
    few, many = (_postings(pages).parts([], []) for pages in (30, 300))
    assert 5 * len(few) < len(many) < 15 * len(few)
    assert max(len(json.dumps(part)) for _, part in many) < 6 * PART
    firsts = [first for first, _ in many]
    assert firsts == sorted(firsts)


def test_a_token_leads_to_its_pages() -> None:
    """Words, pairs, stretches of runs and their short ends; a word with two ways of writing keeps both apart."""
    postings = Postings(pairs=True)
    for text in ("Cửa Lò", "của ai", "炉门", "another"):
        postings.add([(text, 1)])
    rows = {row[0]: row[1:] for _, part in postings.parts([], []) for row in part[0]}
    assert {"cua", "lo", "cua lo", "ai", "炉门", "门"} <= set(rows)
    assert rows["cua lo"][0][0] == 0
    assert rows["cua"][1].keys() == {tokens.word("cửa")[1], tokens.word("của")[1]}


def test_names_stand_where_they_begin() -> None:
    """Other names and what pages are called come in the part that a query with their first word asks for anyway."""
    parts = _postings(60).parts([("luo lake", "炉门")], [("aaa house", 7)])
    home = {name: first for first, part in parts for name, _ in (*part[1], *part[2])}
    firsts = [first for first, _ in parts]
    for name, first in home.items():
        assert max(each for each in firsts if each <= name.split()[0]) == first


def test_common_words_name_few_pages() -> None:
    """A word that most pages hold is listed for a handful of them, with the number of all."""
    postings = _postings(100)
    row = next(row for _, part in postings.parts([], []) for row in part[0] if row[0] == "page")
    assert -row[1][0] == 100 > COMMON * 100
    assert len(row[1]) == 1 + 2 * 100  # in a title it tells something


@pytest.mark.parametrize("code", CODES)
def test_every_part_of_the_built_index_is_there(code: str, site: Path) -> None:
    """The root names the folder of the parts; each is there, small, and in the order that the browser looks for."""
    root = json.loads((site / f"search/{code}.json").read_text("utf-8"))
    folder = site / "search" / root["parts"]
    assert len(list(folder.glob("t*.json"))) == len(root["tokens"])
    assert len(list(folder.glob("p*.json"))) == root["pages"]
    assert root["tokens"] == sorted(root["tokens"])
    assert (site / f"search/{code}.json").stat().st_size < 20_000
    for number, first in enumerate(root["tokens"]):
        rows = json.loads((folder / f"t{number}.json").read_text("utf-8"))[0]
        assert [row[0] for row in rows] == sorted(row[0] for row in rows)
        assert all(row[0] >= first for row in rows)


def test_passages() -> None:
    """Sections with their headings, blocks as lines, links with their words; notes, drawings and scripts left out."""
    html = ('<nav>no</nav><article class="md-content__inner x"><h1>T</h1><p>One <a href="../b/">two &amp; 3</a>.<span class="site-note">no'
            '</span> Four<svg><title>no</title></svg></p><h2 id="s">Sec<em>tion</em><a class="headerlink" href="#s">¶</a></h2>'
            '<table><tr><td data-x="a > b">c</td><td>d</td></tr></table></article><p>no</p>')  # fmt: skip
    found, links = passages.read(html)
    assert [(each.ident, each.heading, each.text) for each in found] == [("", "", "T\nOne two & 3. Four"), ("s", "Section¶", "c\nd")]
    assert links == [("../b/", "two & 3")]
