"""Words in another script carry their language."""

from __future__ import annotations

import pytest

from sitekit.foreign_scripts import mark
from sitekit.language_columns import mark as columns
from sitekit.languages import Language


@pytest.mark.parametrize(("code", "html", "expected"), [
    ("en", "<p>Vinh is 荣市, in Lao ວິງ.</p>",
     '<p>Vinh is <span lang="zh-Hans">荣市</span>, in Lao <span lang="lo" class="site-few">ວິງ</span>.</p>'),
    ("vi", "ຂອບໃຈ ຫຼາຍໆ và 谢谢", '<span lang="lo">ຂອບໃຈ ຫຼາຍໆ</span> và <span lang="zh-Hans">谢谢</span>'),
    ("zh", "荣市，老挝语为ວິງ", '荣市，老挝语为<span lang="lo" class="site-few">ວິງ</span>'),
    ("en", "ວິງ, ເຫງະອານ; ວິງ ລາວ ແຂວງ", '<span lang="lo" class="site-few">ວິງ, ເຫງະອານ</span>; <span lang="lo">ວິງ ລາວ ແຂວງ</span>'),
    ("en", '<b><span lang="lo">ວິງ</span> ວິງ</b>', '<b><span lang="lo">ວິງ</span> <span lang="lo" class="site-few">ວິງ</span></b>'),
    ("lo", "ພາສາຈີນ 乂安、荣市", 'ພາສາຈີນ <span lang="zh-Hans">乂安、荣市</span>'),
    ("en", '<img alt="乂安"><svg><text>乂</text></svg><script>"乂"</script>',
     '<img alt="乂安"><svg><text>乂</text></svg><script>"乂"</script>'),
    ("en", "plain", "plain")])  # fmt: skip
def test_runs_are_marked(code: str, html: str, expected: str, known_languages: dict[str, Language]) -> None:
    """A run of another script is wrapped once, with the class of the small face if that has all of its letters.

    Tags, drawings, scripts and the page's own script are left alone.
    """
    assert mark(html, code, known_languages) == expected


def test_columns_headed_by_a_language(known_languages: dict[str, Language]) -> None:
    """Cells below the name of another language are marked with it, those below the page's own or no language are not."""
    table = "<table><thead><tr><th>Meaning</th><th>{}</th></tr></thead><tbody><tr><td>Hello</td><td>Xin chào</td></tr></tbody></table>"
    heads = (("en", "Vietnamese", "vi"), ("zh", "越南语", "vi"), ("lo", "ພາສາຫວຽດນາມ", "vi"), ("vi", "Nghĩa tiếng Anh", "en"))
    for code, head, tag in heads:
        assert f'<td>Hello</td><td lang="{tag}">Xin chào</td>' in columns(table.format(head), code, known_languages)
    for code, head in (("vi", "Câu tiếng Việt"), ("en", "Chinese investors"), ("en", "Value")):
        assert columns(table.format(head), code, known_languages) == table.format(head)
