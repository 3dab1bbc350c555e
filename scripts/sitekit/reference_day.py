"""The day that the site takes for today: the same source gives the same site on every day.

It is the newest day on which the facts of a page were checked, or that of SOURCE_DATE_EPOCH (seconds since 1970, the
usual variable for reproducible builds) where a host rebuilds the site on its own; never the clock.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping

from sitekit.pages import Page

VARIABLE = "SOURCE_DATE_EPOCH"


def today(pages: Iterable[Page], environment: Mapping[str, str] = os.environ) -> datetime.date:
    """The reference day of the site made of `pages`."""
    seconds = environment.get(VARIABLE, "")
    if seconds.isdigit():
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date()
    return max(datetime.date.fromisoformat(page.header.checked) for page in pages)
