"""Waiting in a page for something to become true, under a content policy that forbids `eval`."""

from __future__ import annotations

from playwright.sync_api import Page

#: Milliseconds after which it will not happen any more.
PATIENCE = 120_000


def until(page: Page, condition: str) -> None:
    """Wait until the JavaScript expression `condition` is true. Playwright's own `wait_for_function` evaluates texts in the page."""
    page.evaluate(
        f"""async () => {{
      const end = performance.now() + {PATIENCE};
      while (!({condition})) {{
        if (performance.now() > end) throw new Error("it never came: " + {condition!r});
        await new Promise(done => setTimeout(done, 20));
      }} }}"""
    )
