"""Pictures in a page's mark-up: plain Markdown in, everything a browser and a search engine need out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from html_page import HtmlPage
from sitekit import picture_sizes, picture_tints
from sitekit.languages import Language
from sitekit.links import relative
from sitekit.pages import Pages
from sitekit.picture_html import Gallery
from sitekit.pictures import page_use, report
from sitekit.pictures.settings import CROPS
from sitekit.problems import ContentError


def _rows(name: str, forms: tuple[str, ...] = ("avif", "jpeg"), widths: tuple[int, ...] = (400, 800)) -> list[dict[str, Any]]:
    return [{"file": f"{name}-{width}.{form}", "format": form, "width": width, "height": width // 2, "bytes": width}
            for form in forms for width in widths]  # fmt: skip


def _image(name: str, forms: tuple[str, ...] = ("avif", "jpeg"), **record: Any) -> dict[str, Any]:
    return {"width": 800, "height": 400, "colour": "#2f6a80", "record": record, "rights": {}, "renditions": _rows(name, forms),
            "crops": {crop: _rows(f"{name}-{crop}", forms) for crop in CROPS}}  # fmt: skip


BOAT = _image("boat", description={"vi": "Một chiếc thuyền", "en": "A “boat” & its net"}, caption={"vi": "Thuyền", "en": "Boat"},
              creator="An", credit="An <Vinh>", licence="CC-BY-4.0", kind="photo")  # fmt: skip


@pytest.fixture
def gallery() -> Gallery:
    """Three pictures, seen from a page two folders deep."""
    images = {"boat.jpg": BOAT, "plan.svg": _image("plan", ("svg",)), "bare.png": _image("bare", ("webp", "jpeg"))}
    words = {"kind-photo": "Photo", "picture-credit": "{kind}: {creator}, {licence}"}
    return Gallery(images, "visit/cua-lo/", "en", relative, lambda key, **more: words[key].format(**more))


def test_a_picture_alone_becomes_a_figure(gallery: Gallery) -> None:
    """Caption, credit with a link to the licence, description, sizes and a link to the largest file; nothing styled in place."""
    html = gallery.replace("Before.\n\n![](../../assets/images/boat.jpg)\n\nAfter.", "page.md")
    assert html.startswith("Before.\n\n<figure")
    assert html.endswith("</figure>\n\nAfter.")
    assert 'href="../../assets/pictures/boat-800.jpeg"' in html
    assert 'alt="A “boat” &amp; its net"' in html
    assert "An &lt;Vinh&gt;" in html
    assert '<a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>' in html
    assert re.search(r'<img [^>]*width="800" height="400"[^>]*loading="lazy" decoding="async" class="site-tint-\d{3}"', html)
    assert "style=" not in html


def test_a_page_may_describe_a_picture_itself(gallery: Gallery) -> None:
    """Words between the brackets take the place of the record's description."""
    assert 'alt="My words"' in gallery.replace("![My words](boat.jpg)", "page.md")


def test_pictures_on_neighbouring_lines_become_a_gallery(gallery: Gallery) -> None:
    """Pictures with no blank line between them stand side by side, each with its own caption; text around them stays."""
    html = gallery.replace("One.\n\n![](boat.jpg)\n![](bare.png)\n\nTwo.\n\n![](boat.jpg)\n", "page.md")
    assert html.count('<div class="site-gallery">') == 1
    assert html.count("<figure") == 3
    assert [part.strip() for part in re.sub("<(div|figure).*?</(figure|div)>\n", "|", html).split("|")][:1] == ["One."]
    assert "Two." in html


def test_an_unknown_picture_is_named_with_its_line(gallery: Gallery) -> None:
    """The line is counted from the top of the file, in a gallery too."""
    with pytest.raises(ContentError) as refusal:
        gallery.replace("a\n\n![](boat.jpg)\n![](baot.jpg)\n", "page.md", 10)
    assert [(problem.rule, problem.line, problem.words["closest"]) for problem in refusal.value.problems] == [
        ("unknown-picture", 13, "boat.jpg")]  # fmt: skip


def test_drawings_and_pictures_without_a_record(gallery: Gallery) -> None:
    """A drawing published as such is one file; a picture without a record has neither credit nor a broken sentence."""
    assert '<img src="../../assets/pictures/plan-800.svg"' in gallery.replace("![x](plan.svg)", "page.md")
    assert "<source" not in gallery.replace("![x](plan.svg)", "page.md")
    assert gallery.credit(gallery.images["bare.png"]) == ""


def test_the_hero_is_first_and_preloaded(gallery: Gallery) -> None:
    """The hero is eager; its preloads name the same files and sizes as its best sources, one for each shape of window."""
    html = gallery.hero(BOAT, "home")
    assert 'fetchpriority="high"' in html
    assert "loading=" not in html
    upright, wide = gallery.hero_preloads(BOAT, "home")
    for link in (upright, wide):
        assert f'srcset="{link["imagesrcset"]}" sizes="{link["imagesizes"]}"' in html
        assert link["type"] == "image/avif"
    assert upright["media"] in html
    assert wide["media"] == f"not all and {upright['media']}"
    assert upright["imagesizes"] == "(min-resolution:3x) 37vw,(min-resolution:1.5x) 49vw,100vw"
    assert html.count(f'sizes="{upright["imagesizes"]}"') == 2, "in both formats"
    assert "min-resolution" not in wide["imagesizes"]


@pytest.mark.parametrize(("density", "part"), [(1, 1), (1.25, 1), (1.5, 0.49), (2.75, 0.49), (3, 0.37), (4, 0.37)])
def test_dense_screens_get_a_share_of_their_pixels(density: float, part: float) -> None:
    """The denser a screen, the smaller the share."""
    assert picture_sizes.share(density) == part


def test_a_page_is_weighed_with_the_hero_that_a_phone_takes() -> None:
    """The weighing that editors read counts the narrowest upright file, as `tests/browser` sees a phone take it."""
    narrowest, next_ = CROPS["tall"][1][:2]
    rows = [{"width": width, "bytes": width} for width in (narrowest, next_)]
    assert report.phone(rows, page_use.HERO) == narrowest
    assert report.phone(rows, page_use.WHOLE) == next_


def test_tints_stand_in_the_style_sheet(root: Path) -> None:
    """Every colour that mark-up can name has its rule, and there are no others."""
    css = (root / "docs/stylesheets/pictures.css").read_text("utf-8")
    assert css.endswith(picture_tints.rules())
    assert picture_tints.name("#000000") == "site-tint-111"
    assert picture_tints.name("#ff60b8") == "site-tint-423"
    assert all(f".{picture_tints.name(colour)}{{" in css for colour in ("#123456", "#fedcba", "#ffffff"))


def test_every_picture_of_the_site_can_be_found(site: Path, pages: Pages, known_languages: dict[str, Language]) -> None:
    """On every page every picture but those of cards has a description, an enlarged file that exists, and no style of its own."""
    for file in sorted(site.rglob("index.html")):
        page = HtmlPage(file)
        for image in page.find("img"):
            assert image.get("width"), file
            assert image.get("height"), file
            assert "style" not in image, file
        links = [link for link in page.find("a") if "site-enlarge" in link.get("class", "")]
        assert links, file
        for link in links:
            target = (file.parent / link["href"]).resolve()
            assert target.is_file(), link["href"]
            assert target.suffix == ".jpg"
            ending, *widths = link["data-large"].split()[2:]
            for width in widths:
                named = re.sub(r"-\d+(\.[^./]+)\.\w+$", rf"-{width}\1.{ending}", str(target))
                assert Path(named).is_file(), "what a script makes of the widths"
