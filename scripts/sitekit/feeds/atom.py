"""A feed as Atom (RFC 4287), with its pictures as Media RSS.

The same page in other languages is linked as `related` with its language: readers open the first or the last `alternate`
of an entry without looking at its language, so an entry has only one, in the language of the feed.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from html import escape

from sitekit import stamps, xml_text
from sitekit.feeds.channel import Channel
from sitekit.feeds.items import Item

ATOM, MEDIA = "http://www.w3.org/2005/Atom", "http://search.yahoo.com/mrss/"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PREFIXES = {ATOM: "", MEDIA: "media"}


def text(channel: Channel) -> bytes:
    """The feed as a UTF-8 file."""
    feed = ET.Element(f"{{{ATOM}}}feed", {XML_LANG: channel.language.tag})
    _add(feed, "id", channel.atom)
    _add(feed, "title", channel.title)
    _add(feed, "subtitle", channel.description)
    _add(feed, "updated", stamps.internet(channel.updated))
    _link(feed, "self", channel.atom, "application/atom+xml", channel.language.tag)
    _link(feed, "alternate", channel.home, "text/html", channel.language.tag)
    for language, address, _ in channel.others:
        _link(feed, "related", address, "application/atom+xml", language.tag)
    _add(_add(feed, "author"), "name", channel.author)
    _add(feed, "rights", channel.rights)
    _add(feed, "icon", channel.favicon)
    for item in channel.items:
        _entry(feed, item, channel.language.tag)
    ET.indent(feed, " ")
    return bytes(ET.tostring(xml_text.plain(feed, PREFIXES), "utf-8", xml_declaration=True)) + b"\n"


def _add(parent: ET.Element, name: str, words: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = words or None
    return element


def _link(parent: ET.Element, rel: str, address: str, kind: str, language: str) -> None:
    _add(parent, "link", rel=rel, href=address, type=kind, hreflang=language)


def _entry(feed: ET.Element, item: Item, tag: str) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", item.url)
    _add(entry, "title", item.title)
    if item.published:
        _add(entry, "published", stamps.internet(item.published))
    _add(entry, "updated", stamps.internet(item.updated))
    _link(entry, "alternate", item.url, "text/html", tag)
    for language, address in item.alternates:
        _link(entry, "related", address, "text/html", language)
    _add(entry, "summary", item.lead)
    picture = item.picture
    image = f'<p><img src="{escape(picture.url)}" width="{picture.width}" height="{picture.height}" alt="{escape(picture.text)}"></p>'
    _add(entry, "content", f"{image}<p>{escape(item.lead, quote=False)}</p>", type="html")
    media = ET.SubElement(entry, f"{{{MEDIA}}}content", {
        "url": picture.url, "medium": "image", "type": "image/jpeg", "width": str(picture.width), "height": str(picture.height),
        "fileSize": str(picture.bytes)})  # fmt: skip
    for name, words in (("description", picture.text), ("credit", picture.credit)):
        ET.SubElement(media, f"{{{MEDIA}}}{name}").text = words
