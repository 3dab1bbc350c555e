"""A field above a long table that hides the rows without the words typed. It shows only where its script runs."""

from __future__ import annotations

from html import escape

from sitekit.context import Context


def html(name: str, page: Context) -> str:
    """The field for the table `name` that follows it; docs/javascripts/filter.js fills it with life.

    `#` in the announced texts is the number of rows found.
    """
    said = "".join(f' data-{key}="{escape(page.words(f"filter-{name}-{key}"), quote=True)}"' for key in ("none", "one", "many"))
    return (f'<div class="site-filter" hidden{said}><label for="filter-{name}">{page.words(f"filter-{name}")}</label>'
            f'<input id="filter-{name}" type="search" autocomplete="off" spellcheck="false" aria-controls="table-{name}">'
            f'<p role="status"></p></div>')  # fmt: skip
