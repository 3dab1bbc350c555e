"""The Content-Security-Policy inside each page, for hosts that cannot set headers (GitHub Pages)."""

from __future__ import annotations

from html import escape

from sitekit.hosting import inline
from sitekit.hosting.policy import CHARSET, Policy


def insert(html: str, policy: Policy) -> str:
    """`html` with its own policy before anything that the policy governs; only right behind the charset, which must come first."""
    if CHARSET not in html:
        return html
    value = escape(policy.content_security_policy(inline.of(html), in_page=True), quote=False)
    return html.replace(CHARSET, f'{CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{value}">', 1)
