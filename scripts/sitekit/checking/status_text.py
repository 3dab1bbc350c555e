"""The state of translations for a terminal, for Markdown and for other programs."""

from __future__ import annotations

import json
from typing import Any

from sitekit.checking import naming
from sitekit.checking.report_text import wrap
from sitekit.checking.status import STATES, Changed, State, Table, Version
from sitekit.checking.widths import width

SAID: dict[str, dict[str, Any]] = {
    "vi": {
        "done": "●", "waiting": "○", "old": "cũ", "missing": "–",
        "page": "trang",
        "names": {"done": "xong", "waiting": "chờ người bản ngữ", "old": "cũ", "missing": "thiếu"},
        "legend": "● xong   ○ chờ người bản ngữ   cũ = bản Việt đã đổi   – chưa có",
        "total": "{versions} bản: {done} xong · {waiting} chờ người bản ngữ · {old} cũ · {missing} thiếu",
        "current": "{percent}% có bản mới nhất",
        "next_old": "Xem chỗ đã đổi:  python scripts/translation_status.py {page}",
        "line": "dòng {line}: {text}",
        "removed": "trước dòng {line} có chữ đã bỏ đi: {text}",
        "unstamped": "Không ghi được dịch từ bản nào: so cả trang.",
        "accept": "Sửa xong thì chạy:  python scripts/accept_translation.py {page}",
        "state": "{title} · bản {language}: {state}",
    },
    "en": {
        "done": "●", "waiting": "○", "old": "old", "missing": "–",
        "page": "page",
        "names": {"done": "done", "waiting": "waiting for a native reader", "old": "old", "missing": "missing"},
        "legend": "● done   ○ waiting for a native reader   old = Vietnamese changed   – missing",
        "total": "{versions} pages: {done} done · {waiting} waiting for a native reader · {old} old · {missing} missing",
        "current": "{percent}% up to date",
        "next_old": "To see what changed:  python scripts/translation_status.py {page}",
        "line": "line {line}: {text}",
        "removed": "before line {line} text was taken out: {text}",
        "unstamped": "It does not say what it was made from: compare the whole page.",
        "accept": "When it is up to date, run:  python scripts/accept_translation.py {page}",
        "state": "{title} · {language} page: {state}",
    },
}  # fmt: skip


def _sum(table: Table) -> dict[State, int]:
    return {state: sum(count[state] for count in table.totals().values()) for state in STATES}


def _row(first: str, cells: list[str], room: int) -> str:
    return "  " + first + " " * (room - width(first)) + "".join(cell + " " * (6 - width(cell)) for cell in cells).rstrip()


def text(table: Table, language: str) -> str:
    """Table page × language, totals, and where to look next."""
    said = SAID[language]
    room = max([width(name) for name in table.rows] + [20]) + 3
    rows = [_row("", list(table.codes), room)]
    rows += [_row(name, [said[version.state] for version in row], room) for name, row in table.rows.items()]
    rows += ["", f"  {said['legend']}", ""]
    count = _sum(table)
    rows.append("  " + said["total"].format(versions=sum(count.values()), **count))
    for code in table.codes:
        states = " · ".join(f"{number} {said['names'][state]}" for state, number in table.totals()[code].items() if number)
        rows.append(f"  {code}  {said['current'].format(percent=table.current(code))}: {states}")
    old = [version for code in table.codes for version in table.of(code, "old")]
    if old:
        rows.append("  " + said["next_old"].format(page=f"{old[0].code}/{old[0].name}"))
    return "\n".join(rows)


def change(place: Changed, language: str) -> str:
    """One place of the Vietnamese page that changed."""
    return str(SAID[language]["removed" if place.removed else "line"]).format(line=place.line, text=place.text or "—")


def one(version: Version, language: str) -> str:
    """A single page: its state, and in an old translation every Vietnamese paragraph that changed."""
    said = SAID[language]
    state = said["names"][version.state]
    rows = [said["state"].format(title=version.title, language=naming.language(version.code)(language), state=state)]
    if version.state == "old":
        places = [change(place, language) for place in version.changed] or [said["unstamped"]]
        rows += [line for place in places for line in wrap(place, "  ", "      ")]
        rows.append(said["accept"].format(page=f"{version.code}/{version.name}"))
    return "\n".join(rows)


def markdown(table: Table, language: str) -> str:
    """The same table in Markdown, with totals above it."""
    said, count = SAID[language], _sum(table)
    rows = [said["total"].format(versions=sum(count.values()), **count), ""]
    rows += [f"| {said['page']} | {' | '.join(table.codes)} |", f"|---|{'---|' * len(table.codes)}"]
    rows += [f"| {name} | {' | '.join(said[version.state] for version in row)} |" for name, row in table.rows.items()]
    percent = " | ".join(f"{table.current(code)}%" for code in table.codes)
    return "\n".join([*rows, f"| {said['current'].format(percent='').strip('% ')} (%) | {percent} |", "", said["legend"]])


def as_json(table: Table) -> str:
    """`{languages, pages: [{name, title, versions: {code: {state, path, changed, reviewed}}}], totals, current}`."""
    pages = [{
        "name": name,
        "title": row[0].title,
        "versions": {version.code: {
            "state": version.state,
            "path": version.path,
            "changed": [{"line": place.line, "text": place.text, "removed": place.removed} for place in version.changed],
            "reviewed": version.reviewed or None,
        } for version in row},
    } for name, row in table.rows.items()]  # fmt: skip
    current = {code: table.current(code) for code in table.codes}
    data = {"languages": list(table.codes), "pages": pages, "totals": table.totals(), "current": current}
    return json.dumps(data, ensure_ascii=False, indent=1)
