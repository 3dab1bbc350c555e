"""A sheet without the rules that no element can use, without what a later rule replaces, without names nobody asks for."""

from __future__ import annotations

import re

from sitekit.sheets.model import Group, Rule, Verbatim, read
from sitekit.sheets.selectors import Possible

ASKED = re.compile(r"var\(\s*(--[\w-]+)")
ANIMATIONS = {"animation", "animation-name"}
#: A list with a selector that only some browsers know is dropped by the others as a whole: it replaces nothing.
OF_ONE_MAKER = re.compile(r":-(webkit|moz|ms|o)-")


def cut(css: str, possible: Possible) -> str:
    """The sheet `css` (its text) as short as it shows the same on every page that `possible` stands for."""
    sheet = read(css)
    for _, rule in sheet.rules():
        rule.selectors = [(text, tokens) for text, tokens in rule.selectors if possible.selector(tokens)]
    sheet.prune()
    _replaced(sheet)
    sheet.prune()
    while _unasked(sheet):
        sheet.prune()
    return str(sheet)


def _replaced(sheet: Group) -> None:
    """Drop each declaration that later ones of the same selectors in the same group replace for all elements alike."""
    later: set[tuple[tuple[str, ...], str, str, bool]] = set()
    for above, rule in reversed(list(sheet.rules())):
        texts = [text for text, _ in rule.selectors]
        rule.declarations = [each for each in rule.declarations
                             if not all((above, text, each.name, each.important) in later for text in texts)]  # fmt: skip
        if not any(OF_ONE_MAKER.search(text) for text in texts):
            later |= {(above, text, each.name, each.important) for text in texts for each in rule.declarations}


def _unasked(sheet: Group) -> bool:
    """Drop custom properties and key frames that nothing in the sheet asks for; whether there were any."""
    text = str(sheet)
    asked = set(ASKED.findall(text))
    changed = False
    moved: set[str] = set()
    for _, rule in sheet.rules():
        kept = [each for each in rule.declarations if not each.name.startswith("--") or each.name in asked]
        changed |= len(kept) < len(rule.declarations)
        rule.declarations = kept
        moved |= {word for each in kept if each.name.split("-webkit-")[-1] in ANIMATIONS for word in re.findall(r"[\w-]+", each.value)}
    return _drop_frames(sheet, moved) or changed


def _drop_frames(group: Group, moved: set[str]) -> bool:
    before = len(group.children)
    group.children = [child for child in group.children
                      if not (isinstance(child, Verbatim) and child.name.endswith("keyframes") and child.called not in moved)]  # fmt: skip
    inner = [_drop_frames(child, moved) for child in group.children if isinstance(child, Group)]
    return len(group.children) < before or any(inner)


def rules(css: str) -> list[Rule]:
    """The rules of a sheet, for whoever wants to know what is in it."""
    return [rule for _, rule in read(css).rules()]
