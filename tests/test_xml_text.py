"""What an XML file looks like does not depend on which other modules are loaded."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from pictures.makers import DRAWING

from sitekit import xml_text
from sitekit.pictures import vector


def test_another_module_cannot_take_the_prefix() -> None:
    """A drawing is written the same after a library has claimed the default prefix for a namespace of its own."""
    before = vector.clean(DRAWING.encode()).data
    ET.register_namespace("", "https://example.org/claimed")
    assert vector.clean(DRAWING.encode()).data == before
    assert before.startswith(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><path ')


def test_names_are_written_as_asked() -> None:
    """Only namespaces that occur are declared; other ones and `xml:` stay the library's; a comment is left alone."""
    root = ET.fromstring('<a xmlns="urn:a" xmlns:b="urn:b" xml:lang="lo"><!--x--><b:c b:d="1" e="2"/></a>')  # noqa: S314 (written here)
    root.insert(0, ET.Comment("y"))
    text = ET.tostring(xml_text.plain(root, {"urn:a": "", "urn:b": "b", "urn:c": "c"}), encoding="unicode")
    assert text == '<a xmlns="urn:a" xmlns:b="urn:b" xml:lang="lo"><!--y--><b:c b:d="1" e="2" /></a>'
