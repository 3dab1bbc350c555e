"""Faults of structure: a paragraph, item, row, picture, heading, id or link that a translation lost or changed."""

from __future__ import annotations

import random
import re

from mutations.changed_site import Site
from mutations.fault import Fault, Kind, block, lines, page, replaced, without_line


def drop_paragraph(rng: random.Random, site: Site) -> Fault | None:
    """A paragraph of a translation is gone, with the empty line behind it."""
    one = page(rng, site)
    gone = block(rng, one, "paragraph")
    if not gone:
        return None

    def edit(rows: list[str]) -> None:
        del rows[gone.line - 1 : gone.last + 1]

    return Fault("drop a paragraph", lines(one, edit), ("paragraph-mismatch",), f"{one.path}:{gone.line}")


def drop_item(rng: random.Random, site: Site) -> Fault | None:
    """An item of a list is gone."""
    one = page(rng, site)
    gone = block(rng, one, "item")
    if not gone:
        return None
    return Fault("delete a list item", without_line(one, gone.line), ("list-mismatch",), f"{one.path}:{gone.line}")


def drop_row(rng: random.Random, site: Site) -> Fault | None:
    """A row of a table is gone."""
    one = page(rng, site)
    rows_ = [row for row in one.blocks if row.kind == "row" and not row.head]
    if not rows_:
        return None
    gone = rng.choice(rows_)
    return Fault("delete a table row", without_line(one, gone.line), ("table-mismatch",), f"{one.path}:{gone.line}")


def drop_picture(rng: random.Random, site: Site) -> Fault | None:
    """A picture of a translation is gone, or another one."""
    one = page(rng, site)
    gone = block(rng, one, "picture")
    if not gone:
        return None
    expected = ("picture-mismatch", "unknown-name")
    if rng.random() < 0.5:
        old = gone.inline.pictures[0].name
        other = rng.choice([name for name in sorted(site.pictures) if name != old])
        return Fault("drop a picture", replaced(one, gone.line, old, other), expected, f"{one.path}:{gone.line} {other}")

    def edit(rows: list[str]) -> None:
        del rows[gone.line - 1 : gone.last + 1]

    return Fault("drop a picture", lines(one, edit), expected, f"{one.path}:{gone.line}")


def heading_level(rng: random.Random, site: Site) -> Fault | None:
    """A heading of a translation stands one level deeper."""
    one = page(rng, site)
    changed = block(rng, one, "heading")
    if not changed:
        return None
    expected = ("heading-mismatch", "heading-level")
    return Fault("change a heading level", replaced(one, changed.line, "#", "##"), expected, f"{one.path}:{changed.line}")


def heading_id(rng: random.Random, site: Site) -> Fault | None:
    """The id of a heading is lost or another one."""
    one = page(rng, site)
    changed = block(rng, one, "heading")
    if not changed or not changed.id:
        return None
    old = f" {{ #{changed.id} }}"
    new = rng.choice(["", f" {{ #{changed.id}-x }}"])
    expected = ("heading-mismatch", "heading-without-id")
    return Fault("change a heading id", replaced(one, changed.line, old, new), expected, f"{one.path}:{changed.line} {old} → {new}")


def link_elsewhere(rng: random.Random, site: Site) -> Fault | None:
    """A link of a translation leads to another page, or to none."""
    one = page(rng, site)
    found = [(number, link[1]) for number, row in enumerate(one.lines, 1)
             for link in re.finditer(r"(?<!!)\[[^\]]*\]\(([^)#]+\.md)", row)]  # fmt: skip
    if not found:
        return None
    line, target = rng.choice(found)
    folder = one.name.rpartition("/")[0]
    others = [f"{name.rpartition('/')[2]}.md" for name in site.names if name.rpartition("/")[0] == folder]
    others = [other for other in others if other != target.rpartition("/")[2]]
    new = rng.choice([*others, target.replace(".md", "x.md")])
    expected = ("link-mismatch", "broken-link", "broken-anchor")
    return Fault("point a link elsewhere", replaced(one, line, f"]({target}", f"]({new}"), expected, f"{one.path}:{line} {target} → {new}")


def stuck_list(rng: random.Random, site: Site) -> Fault | None:
    """The empty line before a list is gone."""
    one = page(rng, site, *site.languages)
    blocks = [later for first, later in zip(one.blocks, one.blocks[1:], strict=False)
              if later.kind == "item" and first.kind == "paragraph"]  # fmt: skip
    if not blocks:
        return None
    line = rng.choice(blocks).line
    expected = ("list-needs-blank-line", "paragraph-mismatch", "list-mismatch")
    return Fault("list without a blank line", without_line(one, line - 1), expected, f"{one.path}:{line}")


def broken_paragraph(rng: random.Random, site: Site) -> Fault | None:
    """A newline falls into a paragraph."""
    one = page(rng, site, *site.languages)
    chosen = block(rng, one, "paragraph")
    if not chosen or len(one.lines[chosen.line - 1]) < 40:
        return None
    row = one.lines[chosen.line - 1]
    places = [found.end() for found in re.finditer(r"[,.，。] ?", row[10:-10])]
    if not places:
        return None
    at = 10 + rng.choice(places)
    new = row[:at].rstrip() + "\n" + row[at:]
    return Fault("break a paragraph", replaced(one, chosen.line, row, new), ("broken-paragraph",), f"{one.path}:{chosen.line}")


KINDS = (Kind("drop a paragraph", drop_paragraph), Kind("delete a list item", drop_item), Kind("delete a table row", drop_row),
         Kind("drop a picture", drop_picture), Kind("change a heading level", heading_level), Kind("change a heading id", heading_id),
         Kind("point a link elsewhere", link_elsewhere), Kind("list without a blank line", stuck_list),
         Kind("break a paragraph", broken_paragraph))  # fmt: skip
