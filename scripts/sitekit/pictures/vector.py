"""Vector drawings: a clean copy holds shapes and nothing that runs, asks another host, or hides."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field

from sitekit import xml_text
from sitekit.pictures import faults
from sitekit.pictures.faults import PictureError

SVG, XLINK, XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
MOST_BYTES = 20_000_000
SHAPES = {
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line",
    "polyline", "polygon", "text", "tspan", "textPath", "image", "linearGradient",
    "radialGradient", "stop", "clipPath", "mask", "pattern", "marker", "filter", "style",
    "title", "desc", "switch", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
    "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight",
    "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
    "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight",
    "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
}  # fmt: skip
#: A raster inside a drawing is allowed when it is inside; `#` names a part of the drawing.
GOOD_LINK = re.compile(r"#|data:image/(png|jpeg|gif|webp);base64,", re.IGNORECASE)
#: Style that leads out of the file, in a style sheet or in an attribute; `\` hides such from a reader.
LEADS_OUT = re.compile(r"@import|@font-face|expression\s*\(|javascript:|\\|url\(\s*[\"']?\s*(?!#)", re.IGNORECASE)
#: Editors' own notes are dropped without a word; everything else that is dropped is mentioned.
SILENT = ("metadata", "namedview", "title", "desc")
PREFIXES = {SVG: "", XLINK: "xlink"}


@dataclass
class Drawing:
    """A clean drawing: its bytes (UTF-8), its size in pixels, and the rules of what was noticed."""

    data: bytes
    size: tuple[int, int]
    notes: list[str] = field(default_factory=list)


def clean(data: bytes) -> Drawing:
    """The drawing in `data` without anything foreign; PictureError when it is not one."""
    if len(data) > MOST_BYTES:
        raise PictureError("picture-too-large")
    if re.search(rb"<!(ENTITY|ATTLIST|ELEMENT)", data.replace(b"\0", b"")):
        raise PictureError("picture-unreadable")
    try:
        root = ET.fromstring(data)  # noqa: S314 (no entity is declared, see above)
        if root.tag != f"{{{SVG}}}svg":
            raise PictureError("picture-unreadable")
        dropped = _clean_element(root)
        notes = [faults.CLEANED] if dropped else []
        notes += [faults.TEXT] if root.find(f".//{{{SVG}}}text") is not None else []
        return Drawing(_bytes(root), _size(root), notes)
    except (ET.ParseError, ValueError, LookupError, RecursionError) as error:
        raise PictureError("picture-unreadable") from error


def _clean_element(parent: ET.Element) -> bool:
    """Remove from `parent` and below what is not a shape; whether anything worth a word was removed."""
    dropped = _clean_attributes(parent)
    for child in list(parent):
        space, _, name = str(child.tag).rpartition("}")
        style = name == "style" and LEADS_OUT.search("".join(child.itertext()))
        if space == f"{{{SVG}" and name in SHAPES and not style:
            dropped |= _clean_element(child)
            continue
        dropped |= space == f"{{{SVG}" and name not in SILENT
        _keep_tail(parent, child)
        parent.remove(child)
    return dropped


def _keep_tail(parent: ET.Element, child: ET.Element) -> None:
    """Text after a removed element belongs to its parent."""
    if child.tail and child.tail.strip():
        before = list(parent).index(child)
        if before:
            parent[before - 1].tail = (parent[before - 1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail


def _clean_attributes(element: ET.Element) -> bool:
    dropped = False
    for key, value in list(element.attrib.items()):
        space, _, name = key.rpartition("}")
        link = name.lower() == "href"
        foreign = space not in {"", f"{{{XLINK}", f"{{{XML}"}
        bad = name.lower().startswith("on") or (link and not GOOD_LINK.match(value.strip())) \
            or (not link and bool(LEADS_OUT.search(value)))  # fmt: skip
        if foreign or bad:
            del element.attrib[key]
            dropped |= bad
    return dropped


def _number(text: str | None) -> float:
    match = re.fullmatch(r"\s*([0-9.]+(?:e[0-9]+)?)(px)?\s*", text or "")
    return float(match[1]) if match else 0.0


def view_box(root: ET.Element) -> tuple[float, float, float, float]:
    """What part of its plane a drawing shows: x, y, width, height; PictureError when it says nowhere."""
    numbers = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if part]
    if len(numbers) != 4:
        numbers = [0, 0, _number(root.get("width")), _number(root.get("height"))]
    if not (0 < numbers[2] < 1e7 and 0 < numbers[3] < 1e7):
        raise PictureError(faults.NO_SIZE)
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _size(root: ET.Element) -> tuple[int, int]:
    _, _, wide, high = view_box(root)
    width = _number(root.get("width")) or wide
    return max(1, round(width)), max(1, round(width * high / wide))


def _bytes(root: ET.Element) -> bytes:
    return ET.tostring(xml_text.plain(root, PREFIXES), encoding="unicode").encode()


def cut(data: bytes, box: tuple[int, int, int, int], size: tuple[int, int], rdf: str) -> bytes:
    """Clean drawing `data` showing only `box` (pixels of `size`), with its rights `rdf` written in."""
    root = ET.fromstring(data)  # noqa: S314 (written by this module)
    x, y, wide, high = view_box(root)
    scale_x, scale_y = wide / size[0], high / size[1]
    left, top, right, bottom = box
    numbers = (
        x + left * scale_x,
        y + top * scale_y,
        (right - left) * scale_x,
        (bottom - top) * scale_y,
    )
    root.set("viewBox", " ".join(f"{number:.6g}" for number in numbers))
    root.set("width", str(right - left))
    root.set("height", str(bottom - top))
    if rdf:
        note = ET.Element(f"{{{SVG}}}metadata")
        note.append(ET.fromstring(rdf))  # noqa: S314 (written by sitekit.pictures.metadata)
        root.insert(0, note)
    return _bytes(root)
