"""Random edits of a project, as people and accidents make them; each leaves it fit to be built."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

Edit = Callable[["Edits"], None]
CODES = ("en", "vi", "lo", "zh")


class Edits:
    """Edits the project in `root` as `seed` decides; `said` tells what was done."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.chance, self.said = root, random.Random(seed), [f"seed {seed}"]
        self.added: list[str] = []

    def one(self) -> None:
        """Make one edit."""
        edit = self.chance.choice(EDITS)
        self.said.append(edit.__name__)
        edit(self)

    def page(self) -> Path:
        """Any page."""
        return self.chance.choice(sorted((self.root / "docs").glob("??/**/*.md")))

    def change(self, file: Path, pattern: str, text: str) -> None:
        """Put `text` in place of the first match of `pattern` in `file`."""
        old = file.read_text("utf-8")
        new = re.sub(pattern, lambda match: match.expand(text), old, count=1, flags=re.MULTILINE)
        assert new != old, f"{pattern} is not in {file}"
        file.write_text(new, "utf-8")

    def word(self) -> str:
        """A word that was not there before."""
        return f"w{self.chance.randrange(10**9)}"


def paragraph_added(own: Edits) -> None:
    """A paragraph more."""
    with own.page().open("a", encoding="utf-8") as file:
        file.write(f"\nA paragraph with {own.word()} and [a link](#part-1).\n")


def heading_added(own: Edits) -> None:
    """A section more, with a figure."""
    with own.page().open("a", encoding="utf-8") as file:
        file.write(f"\n## {own.word()} {{ #{own.word()} }}\n\n- {{{{ area_km2 }}}}\n")


def block_added(own: Edits) -> None:
    """A block that shows data or other pages."""
    block = own.chance.choice(("pages", "news", "sources", "pictures", "events", "map", "table: parks"))
    file = own.page()
    if f"{{{{ {block} }}}}" not in file.read_text("utf-8"):
        with file.open("a", encoding="utf-8") as handle:
            handle.write(f"\n{{{{ {block} }}}}\n")


def text_cut(own: Edits) -> None:
    """The last section goes."""
    file = own.page()
    head, _, _ = file.read_text("utf-8").rpartition("\n\n## ")
    if "\n---\n" in head:
        file.write_text(head + "\n", "utf-8")


def title_changed(own: Edits) -> None:
    """A page is called otherwise."""
    own.change(own.page(), r"^title: .*$", f"title: {own.chance.randrange(10**4)}")


def lead_changed(own: Edits) -> None:
    """Another first sentence."""
    own.change(own.page(), r"^lead: .*$", f"lead: {own.word()}.")


def day_changed(own: Edits) -> None:
    """The facts were checked on another day."""
    own.change(own.page(), r"^checked: .*$", f"checked: 2026-{own.chance.randrange(1, 12):02}-{own.chance.randrange(1, 28):02}")


def picture_changed(own: Edits) -> None:
    """A page opens with another picture."""
    file = own.page()
    known = [name for name in ("cua-lo-beach", "lang-sen", "eel-soup") if f"picture: {name}\n" not in file.read_text("utf-8")]
    own.change(file, r"^picture: .*$", f"picture: {own.chance.choice(known)}")


def page_added(own: Edits) -> None:
    """A new page, in two languages or in all."""
    name = f"visit/{own.word()}"
    own.added.append(name)
    for code in CODES[: own.chance.choice((2, 4))]:
        text = (own.root / "docs" / code / "visit/index.md").read_text("utf-8").replace("kind: section", "kind: article")
        (own.root / "docs" / code / f"{name}.md").write_text(text, "utf-8")


def page_removed(own: Edits) -> None:
    """A page that was added goes."""
    if own.added:
        name = own.added.pop()
        for code in CODES:
            (own.root / "docs" / code / f"{name}.md").unlink(missing_ok=True)


def translation_removed(own: Edits) -> None:
    """A translation goes and readers get English; or it comes back."""
    places = {code: (own.root / "docs" / code / "news/page-0004.md", own.root / f"removed-{code}.md") for code in ("lo", "zh")}
    file, aside = places[own.chance.choice(("lo", "zh"))]
    if file.exists():
        shutil.move(file, aside)
    else:
        for file, aside in places.values():
            if aside.exists():
                shutil.move(aside, file)


def figure_changed(own: Edits) -> None:
    """A figure is called otherwise."""
    own.change(own.root / "data/figures.yml", r'^(  label: \{vi: ")[^"]*', rf"\g<1>{own.word()}")


def section_renamed(own: Edits) -> None:
    """A section is called otherwise."""
    own.change(own.root / "data/sections.yml", r"en: \w+", f"en: {own.word()}")


def word_of_interface_changed(own: Edits) -> None:
    """A word of the interface."""
    file = own.root / f"data/interface/{own.chance.choice(CODES)}.po"
    own.change(file, r'(msgid "sources-title"\nmsgstr ").*(")', rf"\g<1>{own.word()}\g<2>")


def template_changed(own: Edits) -> None:
    """A template."""
    file = own.root / "overrides/partials/site/footer.html"
    own.change(file, r"<footer ", f'<footer data-x="{own.word()}" ')


def program_changed(own: Edits) -> None:
    """Our own code."""
    own.change(own.root / "scripts/sitekit/tables.py", r'class="site-data', f'class="site-data {own.word()}')


def file_of_cache_damaged(own: Edits) -> None:
    """Files that were kept are cut short or have a wrong bit."""
    kept = sorted((own.root / ".cache/build").rglob("*.json"))
    for file in own.chance.sample(kept, min(3, len(kept))):
        data = bytearray(file.read_bytes())
        place = own.chance.randrange(len(data))
        data[place] ^= 1 << own.chance.randrange(8)
        file.write_bytes(data[: own.chance.choice((len(data), place))])


EDITS: tuple[Edit, ...] = (
    paragraph_added, paragraph_added, heading_added, block_added, text_cut, title_changed, lead_changed, day_changed, picture_changed,
    page_added, page_removed, translation_removed, figure_changed, section_renamed, word_of_interface_changed, template_changed,
    program_changed, file_of_cache_damaged,
)  # fmt: skip
