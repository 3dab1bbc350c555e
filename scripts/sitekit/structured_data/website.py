"""The site and who publishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitekit.structured_data import idents
from sitekit.structured_data.nodes import Node, node, ref

if TYPE_CHECKING:
    from sitekit.view import View

LOGO = "assets/icons/favicon.svg"
#: Pages that tell of the site and its publisher; the others name both by `@id`.
WHOLE = ("index", "about/index")


def of_page(view: View) -> list[Node]:
    """The site and its publisher, where the page tells of them."""
    whole, news = view.name in WHOLE, view.header.kind == "news"
    return [*([site(view)] if whole else []), *([publisher(view)] if whole or news else [])]


def site_id(view: View) -> str:
    """The name of the site in the reader's language."""
    return idents.home(view) + "#website"


def publisher_id(view: View) -> str:
    """The name of the publisher's node."""
    return idents.home(view) + "#publisher"


def site(view: View) -> Node:
    """The site in the reader's language; its whole description stands on the home page."""
    whole = {"description": view.plain(view.header.description), "about": ref(idents.home(view) + "#nghe-an"),
             **idents.translations(view, "index", "website")} if view.name == "index" else {}  # fmt: skip
    return node("WebSite", site_id(view), url=idents.home(view), name=view.t("site-name"), alternateName=view.t("site-long-name"),
                inLanguage=view.reader.tag, publisher=ref(publisher_id(view)), **whole)  # fmt: skip


def publisher(view: View) -> Node:
    """A body of government once the province has named one; until then an organisation that claims no such status."""
    row, pick = view.site.publisher, view.frame.pick
    whole = view.name in WHOLE
    # of an article Google wants its author's address in the same page
    known = {"logo": view.site_url.rstrip("/") + "/" + LOGO, "url": idents.home(view)} if whole or view.header.kind == "news" else {}
    known |= {"description": pick(row["mandate"])} if whole else {}
    if not row["official"]:
        return node("Organization", publisher_id(view), name=view.t("site-long-name"), **known)
    if not whole:
        return node("GovernmentOrganization", publisher_id(view), name=pick(row["name"]), **known)
    where = node("PostalAddress", streetAddress=pick(row["address"]), addressRegion=view.t("site-name"), addressCountry="VN")
    return node("GovernmentOrganization", publisher_id(view), name=pick(row["name"]), **known, email=row.get("email"),
                telephone=row.get("phone"), address=where)  # fmt: skip
