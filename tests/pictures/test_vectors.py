"""Drawings stay drawings, hold nothing that runs, and become pixels only when their record asks."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pictures.makers import BLUE, DRAWING, RECORD, RED, Run, near, open_row, pixel
from PIL import Image

from sitekit.pictures import drawing, faults, vector
from sitekit.pictures.faults import PictureError

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
HOSTILE = [
    "<script>alert(1)</script>",
    '<path d="M0 0h9" onclick="alert(1)"/>',
    '<a href="https://example.org/"><path d="M0 0h9"/></a>',
    '<image href="https://example.org/a.png"/>',
    '<image xlink:href="file:///etc/hostname"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
    '<use href="other.svg#a"/>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    "<style>@import url(https://example.org/a.css);</style>",
    "<style>path{fill:url(https://example.org/a.svg#b)}</style>",
    '<path d="M0 0h9" style="fill:url(//example.org/#a)"/>',
    '<path d="M0 0h9" fill="u\\72l(https://example.org/)"/>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>',
    '<use href=" javascript:alert(1)"/>',
]
FOREIGN = (
    "script",
    "onclick",
    "example.org",
    "file:",
    "svg+xml",
    "foreign",
    "javascript",
    "<a",
    "other.svg",
    "onload",
)


@pytest.mark.parametrize("inside", HOSTILE)
def test_a_clean_copy_holds_nothing_foreign(inside: str) -> None:
    """Scripts, handlers, addresses of others and animation are left out, and the editor hears of it."""
    found = vector.clean(f'{HEAD}<path d="M1 1h2"/>{inside}</svg>'.encode())
    text = found.data.decode().lower()
    assert not any(word in text for word in FOREIGN)
    assert "m1 1h2" in text
    assert found.notes == [faults.CLEANED]


def test_what_belongs_to_a_drawing_stays() -> None:
    """Gradients, masks, filters, links inside and rasters inside stay; the editor's notes go silently."""
    inside = (
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><path fill="url(#g)" d="M0 0"/>'
        '<use xlink:href="#g"/><image href="data:image/png;base64,AAAA"/><style>path{fill:url(#g)}</style>'
        "<metadata>private</metadata><!-- private --><?private?>"
    )
    found = vector.clean(f"<!DOCTYPE svg>{HEAD}{inside}</svg>".encode())
    text = found.data.decode()
    assert found.notes == []
    assert "private" not in text
    assert "DOCTYPE" not in text
    for part in (
        'fill="url(#g)"',
        'xlink:href="#g"',
        "data:image/png;base64,AAAA",
        "path{fill:url(#g)}",
    ):
        assert part in text
    assert found.size == (9, 9)


REFUSED = [
    "<svg><", "<svg/>", '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + HEAD + "&a;</svg>",
    '<svg xmlns="http://www.w3.org/2000/svg"/>', HEAD + "<g>" * 50_000 + "</g>" * 50_000 + "</svg>",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_drawing_is_refused(text: str) -> None:
    """Broken, foreign, sizeless or bottomless files are refused, not half read."""
    with pytest.raises(PictureError):
        vector.clean(text.encode())


def test_a_drawing_is_not_rasterised_unless_asked(folder: Path, run: Run, out: Path) -> None:
    """Without `render_width` a drawing is published as a drawing, its cuts by their view box."""
    (folder / "a.svg").write_text(DRAWING, "utf-8")
    (folder / "a.yml").write_text(RECORD.replace("[0.5, 0.5]", "[0.9, 0.5]"), "utf-8")
    result = run()
    assert result.problems == []
    image = result.manifest["images"]["a.svg"]
    assert (image["width"], image["height"]) == (300, 200)
    [row] = image["renditions"]
    assert row["format"] == "svg"
    text = (out / row["file"]).read_text("utf-8")
    assert "Nguyễn Văn An" in text
    [tall] = image["crops"]["tall"]
    pixels = Image.open(drawing_of((out / tall["file"]).read_bytes(), out.parent))
    assert pixels.width / pixels.height == pytest.approx(0.8, abs=0.02)
    assert near(pixel(pixels, 0.1, 0.5), BLUE), "the cut lies around the focal point"


def drawing_of(data: bytes, folder: Path) -> Path:
    """Drawing `data` as a PNG file in `folder`."""
    (folder / "drawn.png").write_bytes(drawing.draw(data, 160))
    return folder / "drawn.png"


def test_a_drawing_is_drawn_once(folder: Path, run: Run, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drawing with `render_width` becomes a picture of that width; a new focal point draws nothing."""
    (folder / "a.svg").write_text(DRAWING, "utf-8")
    (folder / "a.yml").write_text(RECORD + "render_width: 900\n", "utf-8")
    image = run().manifest["images"]["a.svg"]
    assert (image["width"], image["height"]) == (900, 600)
    assert {row["width"] for row in image["renditions"]} == {400, 800}
    assert near(pixel(open_row(out, image["renditions"]), 0.2, 0.5), RED)
    with monkeypatch.context() as patch:
        patch.setattr(drawing, "draw", lambda *_: pytest.fail("drawn again"))
        changed = RECORD.replace("[0.5, 0.5]", "[1, 0]") + "render_width: 900\n"
        (folder / "a.yml").write_text(changed, "utf-8")
        second = run()
    assert second.changed == ["a.svg"]
    assert near(pixel(open_row(out, second.manifest["images"]["a.svg"]["crops"]["tall"]), 0.5, 0.5), BLUE)


def test_a_drawing_that_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The renderer is stopped after its patience; the editor is told what to do."""

    def slow(*_: object, **options: float) -> None:
        raise subprocess.TimeoutExpired("draw", options["timeout"])

    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(PictureError, match=faults.SLOW_DRAWING):
        drawing.draw(DRAWING.encode(), 10)


def test_text_in_a_drawing_is_mentioned() -> None:
    """Text depends on fonts that other machines lack: the editor hears of it."""
    assert vector.clean(f"{HEAD}<text>a</text></svg>".encode()).notes == [faults.TEXT]


def test_cleaning_changes_no_pixel(root: Path) -> None:
    """The site's own drawings look the same before and after cleaning."""
    path = next(iter(sorted((root / "docs/assets/images").glob("*.svg"))))
    data = path.read_bytes()
    assert drawing.draw(data, 160) == drawing.draw(vector.clean(data).data, 160)
