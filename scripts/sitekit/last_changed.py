"""The day on which a page last changed for its readers, as sitemaps and structured data tell it. Never the day of a build."""

from __future__ import annotations

import datetime

from sitekit import citations, occurrences, reference_day
from sitekit.blocks import news
from sitekit.pages import Page
from sitekit.site import Site

DAY = datetime.timedelta(days=1)


def day(site: Site, page: Page) -> datetime.date:
    """When the facts of `page` were last checked, or when what it lists from other pages and from the calendar last moved."""
    blocks = citations.names(page.body)
    days = [_checked(page)]
    if "news" in blocks:
        days += [_checked(each) for each in news.pages(site, page.language)]
    if "pages" in blocks:
        days += [_checked(site.pages.shown(page.language, name)) for name in site.pages.names()]
    if "events" in blocks:
        days += _over(site)
    return max(days)


def _checked(page: Page) -> datetime.date:
    return datetime.date.fromisoformat(page.header.checked)


def _over(site: Site) -> list[datetime.date]:
    """The days after the last event that is over: then its next time took its place in the calendar."""
    today = reference_day.today(site.pages)
    years = range(today.year - 1, today.year + 1)
    return [each.end + DAY for row in site.events for each in occurrences.occurrences(row, years) if each.end < today]
