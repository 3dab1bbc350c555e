"""`{{ table: contacts }}`: whom to ask, each with the ways that were published."""

from __future__ import annotations

import re
from html import escape
from typing import Any
from urllib.parse import urlsplit

from sitekit.context import Context


def html(page: Context) -> str:
    """One card for every contact: role, address, telephone, e-mail, website, date and source."""
    cards = "".join(_card(page, row) for row in page.site.contacts)
    return f'<div class="site-contacts"><ul>{cards}</ul></div>'


def _card(page: Context, row: dict[str, Any]) -> str:
    lines = [("address", page.tell(row.get("address"))), ("phone", _phones(row.get("phone"))), ("email", _mail(row.get("email"))),
             ("url", _site(row.get("url")))]  # fmt: skip
    facts = "".join(f"<div><dt>{page.words(f'contact-{key}')}</dt><dd>{value}</dd></div>" for key, value in lines if value)
    return (f'<li id="contact-{row["key"]}">{page.heading(page.tell(row["name"]))}<p>{page.tell(row["role"])}</p><dl>{facts}</dl>'
            f'<p class="site-contacts__source">{page.dated(row).replace("<br>", " · ")}</p></li>')  # fmt: skip


def _phones(text: Any) -> str:
    """Telephone numbers, separated by commas or semicolons, each ready to be dialled from anywhere."""
    numbers = [part.strip() for part in re.split("[,;/]", str(text or "")) if part.strip()]
    return ", ".join(f'<a href="tel:{_dialled(number)}">{escape(number)}</a>' for number in numbers)


def _dialled(number: str) -> str:
    """A number with the code of Viet Nam in place of its first zero; short numbers (1900…, 113) stay as they are."""
    digits = re.sub(r"[^\d+]", "", number)
    return re.sub("^0", "+84", digits) if len(digits) > 8 else digits


def _mail(text: Any) -> str:
    return f'<a href="mailto:{escape(str(text), quote=True)}">{escape(str(text))}</a>' if text else ""


def _site(url: Any) -> str:
    return f'<a href="{escape(str(url), quote=True)}">{escape(urlsplit(str(url)).netloc)}</a>' if url else ""
