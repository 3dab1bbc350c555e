"""The state of translations as one page without a server: per language what to do next, and what changed."""

from __future__ import annotations

from html import escape
from typing import Any

from sitekit.checking import naming
from sitekit.checking.status import STATES, State, Table, Version
from sitekit.checking.status_text import SAID as WORDS
from sitekit.checking.status_text import change

SAID: dict[str, dict[str, Any]] = {
    "vi": {
        "title": "Tình trạng bản dịch",
        "day": "Lập ngày {day}. Mở lại bằng:",
        "nothing": "Không còn việc gì.",
        "missing": "Chưa có: chép bản tiếng Việt rồi dịch",
        "old": "Đã cũ: sửa các chỗ bản tiếng Việt đã đổi",
        "waiting": "Đã dịch, chờ người bản ngữ đọc lại",
        "read": "Người đọc xong thì chạy:",
        "all": "Mọi trang",
    },
    "en": {
        "title": "State of the translations",
        "day": "Made on {day}. To make it again:",
        "nothing": "Nothing left to do.",
        "missing": "Missing: copy the Vietnamese page and translate it",
        "old": "Old: bring up to date what changed in Vietnamese",
        "waiting": "Translated, waiting for a native reader",
        "read": "When somebody has read it, run:",
        "all": "All pages",
    },
}
#: Colours of the states, told apart by shape and word as well.
STYLE = """
:root{color-scheme:light dark;--ink:#1c2a2b;--paper:#fdfcf9;--line:#8886;--done:#17703f;--waiting:#8a6100;--old:#a33d00;--missing:#a01329}
@media(prefers-color-scheme:dark){:root{--ink:#ece9e2;--paper:#16201f;--done:#7fd6a4;--waiting:#f0c674;--old:#ffab7a;--missing:#ff9aa8}}
body{font:16px/1.6 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:64rem;margin:0 auto;padding:1rem}
h1{line-height:1.3}h2{margin:2.5rem 0 .5rem;border-top:1px solid var(--line);padding-top:1.5rem}h3{margin:1.5rem 0 .25rem}
code{font:14px/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
.bar{display:flex;height:.75rem;border-radius:.4rem;overflow:hidden;background:var(--line)}.bar span{display:block}
.box{overflow-x:auto}table{border-collapse:collapse}th,td{padding:.2rem .8rem;border-bottom:1px solid var(--line);text-align:left}
li{margin:.3rem 0}li li{margin:.1rem 0}summary{cursor:pointer}
""" + "".join(f".{state}{{color:var(--{state})}}.bar .{state}{{background:var(--{state})}}" for state in STATES)  # fmt: skip


def _todo(version: Version, language: str) -> str:
    words = WORDS[language]
    page = f"{version.code}/{version.name}"
    head = f"<strong>{escape(version.title)}</strong> <code>{escape(version.path)}</code>"
    if version.state == "missing":
        return f"<li>{head} ← <code>docs/vi/{escape(version.name)}.md</code></li>"
    if version.state == "waiting":
        return f"<li>{head}</li>"
    places = [change(place, language) for place in version.changed] or [words["unstamped"]]
    rows = "".join(f"<li>{escape(place)}</li>" for place in places)
    accept = escape(words["accept"].format(page=page))
    return f"<li>{head}<ul>{rows}</ul><code>{accept}</code></li>"


def _language(table: Table, code: str, language: str) -> str:
    said, words, count = SAID[language], WORDS[language], table.totals()[code]
    total = max(1, sum(count.values()))
    bar = "".join(f'<span class="{state}" style="width:{100 * count[state] / total:.2f}%"></span>' for state in STATES if count[state])
    states = " · ".join(f'<span class="{state}">{count[state]} {words["names"][state]}</span>' for state in STATES if count[state])
    parts = [f'<h2 id="{escape(code)}">{escape(naming.language(code)(language).capitalize())}</h2>', f'<div class="bar">{bar}</div>',
             f"<p>{words['current'].format(percent=table.current(code))}: {states}</p>"]  # fmt: skip
    todo: tuple[State, ...] = ("missing", "old", "waiting")
    for state in todo:
        versions = table.of(code, state)
        if not versions:
            continue
        items = "".join(_todo(version, language) for version in versions)
        note = f"<p>{said['read']} <code>python scripts/accept_translation.py {versions[0].code}/{escape(versions[0].name)} " \
               "--reviewed-by …</code></p>" if state == "waiting" else ""  # fmt: skip
        parts.append(f'<h3 class="{state}">{said[state]} ({len(versions)})</h3>{note}<ol>{items}</ol>')
    if not table.of(code, *todo):
        parts.append(f'<p class="done">{said["nothing"]}</p>')
    return "".join(parts)


def html(table: Table, language: str, day: str) -> str:
    """The whole page; nothing in it asks for another file."""
    said, words = SAID[language], WORDS[language]
    heads = "".join(f'<th scope="col"><a href="#{escape(code)}">{escape(code)}</a></th>' for code in table.codes)
    rows = "".join(f'<tr><th scope="row">{escape(name)}</th>' + "".join(
        f'<td class="{version.state}">{words[version.state]}</td>' for version in row) + "</tr>"
        for name, row in table.rows.items())  # fmt: skip
    command = f"python scripts/translation_status.py --format html{' --lang en' if language == 'en' else ''}"
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{said["title"]}</title><style>{STYLE}</style>'
        f"<h1>{said['title']}</h1><p>{said['day'].format(day=escape(day))} <code>{command}</code></p>"
        + "".join(_language(table, code, language) for code in table.codes)
        + f'<h2>{said["all"]}</h2><p>{words["legend"]}</p><div class="box"><table><thead><tr><th></th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div></html>\n"
    )
