"""The authorities that a page of contacts lists: what each has published of itself, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sitekit.citations import names
from sitekit.structured_data import idents, places
from sitekit.structured_data.nodes import Node, node

if TYPE_CHECKING:
    from sitekit.view import View

BLOCK = "table:contacts"
#: Kind of a row of data/contacts.yml → type. A website is no body, and gets no node.
TYPES = {"authority": "GovernmentOrganization", "company": "Corporation"}


def of_page(view: View) -> list[Node]:
    """The bodies on the page's list of contacts; none on a page without one."""
    if BLOCK not in names(view.page.body):
        return []
    return [_body(view, row) for row in view.site.contacts if row["kind"] in TYPES]


def _body(view: View, row: dict[str, Any]) -> Node:
    pick = view.inside.pick
    anchor = f"contact-{row['key']}"
    vietnamese = row["name"]["vi"]
    where = node("PostalAddress", streetAddress=pick(row["address"]), addressRegion=view.t("site-name"), addressCountry="VN")
    return node(TYPES[row["kind"]], f"{view.canonical}#{anchor}", name=pick(row["name"]), description=pick(row["role"]),
                alternateName=vietnamese if vietnamese != pick(row["name"]) else "", url=row.get("url"), email=row.get("email"),
                telephone=row.get("phone"), address=where if row.get("address") else None,
                areaServed=node("AdministrativeArea", places.province_id(view), name=view.t("site-name")),
                sameAs=idents.same(view, view.name, anchor))  # fmt: skip
