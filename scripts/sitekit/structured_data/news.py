"""A piece of news: when it was published, what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitekit import last_changed
from sitekit.page_sources import used
from sitekit.structured_data import idents, pictures, webpage, website
from sitekit.structured_data.nodes import Node, node, ref

if TYPE_CHECKING:
    from sitekit.view import View


def of_page(view: View) -> list[Node]:
    """The article; nothing on a page that is no news."""
    if view.header.kind != "news":
        return []
    rests_on = [node("CreativeWork", name=row.title, url=row.url, inLanguage=row.language, datePublished=row.date)
                for row in used(view.site, view.page)]  # fmt: skip
    publisher = ref(website.publisher_id(view))
    return [node("NewsArticle", view.canonical + "#news", headline=view.plain(view.header.title), url=view.canonical,
                 description=view.plain(view.header.description), abstract=view.plain(view.header.lead), image=pictures.hero(view),
                 inLanguage=view.reader.tag, datePublished=view.header.date, author=publisher, publisher=publisher,
                 dateModified=max(last_changed.day(view.site, view.page).isoformat(), view.header.date), license=webpage.LICENCE,
                 mainEntityOfPage=ref(view.canonical), citation=rests_on,
                 **idents.translations(view, view.name, "news"))]  # fmt: skip
