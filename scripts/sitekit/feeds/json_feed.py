"""A feed as JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any

from sitekit import stamps
from sitekit.feeds.channel import Channel
from sitekit.feeds.items import Item

VERSION = "https://jsonfeed.org/version/1.1"


def text(channel: Channel) -> bytes:
    """The feed as a UTF-8 file. Other languages stand in `_translations`, the form in which the format takes extensions."""
    feed = {
        "version": VERSION,
        "title": channel.title,
        "description": channel.description,
        "home_page_url": channel.home,
        "feed_url": channel.json,
        "icon": channel.icon,
        "favicon": channel.favicon,
        "language": channel.language.tag,
        "authors": [{"name": channel.author, "url": channel.home}],
        "_translations": [{"language": language.tag, "url": address} for language, _, address in channel.others],
        "items": [_item(item, channel.language.tag) for item in channel.items],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _item(item: Item, tag: str) -> dict[str, Any]:
    published = {"date_published": stamps.internet(item.published)} if item.published else {}
    return {
        "id": item.url,
        "url": item.url,
        "title": item.title,
        "content_text": item.lead,
        "summary": item.lead,
        "image": item.picture.url,
        **published,
        "date_modified": stamps.internet(item.updated),
        "language": tag,
        "_translations": [{"language": language, "url": address} for language, address in item.alternates],
    }
