"""Every picture that a page shows: its largest file, what it shows, who made it, under which licence, where to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sitekit import picture_subjects, search_engines, shown_pictures
from sitekit.picture_html import FOLDER, FORMATS
from sitekit.pictures import licences
from sitekit.structured_data import idents, website
from sitekit.structured_data.nodes import Node, node, ref

if TYPE_CHECKING:
    from sitekit.view import View

TERMS = "about/terms"


def ident(view: View, key: str) -> str:
    """The name of picture `key` (a file name of the manifest) on this page."""
    return f"{view.canonical}#picture-{key.rpartition('.')[0]}"


def of_page(view: View, html: str) -> list[Node]:
    """The pictures in `html` (the parts of the page), in their order, each once."""
    return [picture(view, key) for key in shown_pictures.keys(html, view.site.images)]


def picture(view: View, key: str) -> Node:
    """One picture. Its words are in the language of the page's text.

    All is told of the page's own picture. Of any other this says only what its licence asks for: what it shows stands in the
    page, and its place in the library, to which this leads, says the rest.
    """
    if key == _hero(view):
        return _node(view, key)
    return view.site.once(("picture's node", key, view.reader.code, view.text.code, view.site_url), lambda: _node(view, key))


def _node(view: View, key: str) -> Node:
    image = view.site.images[key]
    record, rights = image["record"], image.get("rights", {})
    largest = view.gallery.largest(image)
    own = key == _hero(view)
    more = {"width": f"{largest['width']} px", "height": f"{largest['height']} px", "encodingFormat": FORMATS[largest["format"]],
            "caption": view.gallery.caption(image), "description": view.gallery.description(image),
            "inLanguage": view.text.tag} if own else {}  # fmt: skip
    named = ident(view, key) if own else ""
    return node("ImageObject", named, contentUrl=search_engines.absolute(view.site_url, FOLDER + largest["file"]),
                **more,
                license=licences.address(record), acquireLicensePage=_where_to_ask(view, key), creator=_creator(view, record, rights),
                creditText=record.get("credit") or rights.get("credit"), copyrightNotice=rights.get("copyright"),
                representativeOfPage=own or None)  # fmt: skip


def _hero(view: View) -> str:
    key = view.gallery.key(view.header.picture)
    assert key  # noqa: S101 (the page was refused where its picture is unknown; told to the type checker)
    return key


def hero(view: View) -> Node:
    """The picture that the page opens with."""
    return ref(ident(view, _hero(view)))


def _creator(view: View, record: dict[str, Any], rights: dict[str, Any]) -> Node | None:
    """Illustrations are the site's own unless their record says whose; photographs are made by people."""
    name = record.get("creator") or rights.get("creator")
    if not name:
        return None
    kind = "Person" if record.get("kind") == "photo" and record.get("creator_type") != "organization" else "Organization"
    return node(kind, name=name)


def _where_to_ask(view: View, key: str) -> str:
    """The picture in the library of pictures, or the page that states the terms where there is no library."""
    if library := picture_subjects.page(view.site.pages, view.reader.code, view.site.images[key]["record"]):
        return f"{idents.page(view, library)}#picture-{key.rpartition('.')[0]}"
    return idents.page(view, TERMS) if TERMS in view.site.pages.names() else website.site_id(view)
