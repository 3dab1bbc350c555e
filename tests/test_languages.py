"""One list of languages: everything else says the same."""

import re
from pathlib import Path

import material
import yaml

from sitekit import interface, languages
from sitekit.languages import Language

THEME = Path(material.__file__).parent / "templates"
KEY = re.compile(r'^\s*"([a-z.]+)":\s*(".*")', re.MULTILINE)


def _mkdocs(root: Path) -> dict[str, object]:
    text = re.sub(r"!ENV \[.*?\]", '""', (root / "mkdocs.yml").read_text("utf-8"))
    return dict(yaml.safe_load(text))


def test_mkdocs_lists_the_same_languages(root: Path, known_languages: dict[str, Language]) -> None:
    """mkdocs.yml has the same languages in the same order, the first is the default, each with its own theme texts."""
    listed = _mkdocs(root)["plugins"]["i18n"]["languages"]  # type: ignore[index]
    expected = [(row.code, row.name, row.theme) for row in known_languages.values()]
    actual = [(row["locale"], row["name"], row["theme"]["language"]) for row in listed]
    assert actual == expected
    assert [row["locale"] for row in listed if row.get("default")] == [expected[0][0]]


def test_english_is_the_root_and_vietnamese_the_reference(known_languages: dict[str, Language]) -> None:
    """English stands at the root, every other language below its own folder, and editors write Vietnamese first."""
    assert [row.prefix for row in known_languages.values()] == ["", "vi/", "lo/", "zh/"]
    assert [row.tag for row in known_languages.values()] == ["en", "vi", "lo", "zh-Hans"]
    assert languages.REFERENCE == "vi"
    assert [row.code for row in known_languages.values() if row.required] == ["en", "vi"]


def test_no_folder_passes_for_a_language(root: Path, known_languages: dict[str, Language]) -> None:
    """No folder below docs/ has a two-letter name but the languages: the i18n plugin would swallow it."""
    short = {path.name for path in (root / "docs").iterdir() if path.is_dir() and re.fullmatch(r"[a-z]{2}", path.name)}
    assert short == set(known_languages)


def test_lao_theme_texts_are_complete(root: Path) -> None:
    """The theme's texts in Lao have exactly the keys of its English file, each with text in Lao script or a setting."""
    english = dict(KEY.findall((THEME / "partials/languages/en.html").read_text("utf-8")))
    lao = dict(KEY.findall((root / "overrides/partials/languages/lo.html").read_text("utf-8")))
    assert sorted(lao) == sorted(english)
    settings = {key for key in lao if key.startswith("search.config")} | {"language", "direction"}
    assert [key for key, text in lao.items() if key not in settings and not re.search("[\u0e80-\u0eff]", text)] == []


def test_mended_theme_texts_have_no_strange_keys(root: Path) -> None:
    """The Vietnamese and Chinese files mend keys that the theme has, and fill every key the theme left out."""
    english = dict(KEY.findall((THEME / "partials/languages/en.html").read_text("utf-8")))
    for ours, theirs in (("vi-site", "vi"), ("zh-Hans", "zh")):
        mended = dict(KEY.findall((root / f"overrides/partials/languages/{ours}.html").read_text("utf-8")))
        known = dict(KEY.findall((THEME / f"partials/languages/{theirs}.html").read_text("utf-8")))
        assert set(mended) <= set(english)
        settings = {"search.config.lang", "search.config.pipeline", "search.config.separator"}
        assert set(english) - set(mended) - set(known) - settings == set()


def test_catalogues_are_sound(root: Path, known_languages: dict[str, Language]) -> None:
    """Babel reads every interface catalogue, its checkers find nothing, all have the same ids and no empty text."""
    ids = set()
    for code, language in known_languages.items():
        catalogue = interface.catalogue(root, code, language.locale)
        assert [(message.id, errors) for message, errors in catalogue.check()] == []
        texts = {message.id: message.string for message in catalogue if message.id}
        assert [key for key, text in texts.items() if not all(text if isinstance(text, tuple) else (text,))] == []
        ids.add(frozenset(map(str, texts)))
    assert len(ids) == 1


def test_every_word_asked_for_is_in_the_catalogue(root: Path) -> None:
    """Templates and code ask only for ids that the catalogue has, and the catalogue holds no id nobody asks for."""
    catalogue = interface.catalogue(root, "en", "en")
    ids = {message.id[0] if isinstance(message.id, tuple) else message.id for message in catalogue if message.id}
    files = [*(root / "overrides").rglob("*.html"), *(root / "scripts/sitekit").rglob("*.py")]
    text = "\n".join(file.read_text("utf-8") for file in files)
    # `lang.t` asks the theme's own catalogue; an id that ends in a hyphen is put together from a key
    asked = set(re.findall(r"""(?<!lang\.)\b(?:t|words)\(\s*["']([a-z-]+[a-z])["']""", text))
    assert asked - ids == set()
    built = {"fact-", "park-", "visa-", "map-", "kind-", "unit-", "palette-", "not-found-", "search-", "commune-", "filter-",
             "investor-", "contact-", "lunar-month-", "plot-", "download-", "names-"}  # ids put together from a key
    unasked = {key for key in ids - asked if not any(str(key).startswith(prefix) for prefix in built)}
    assert {key for key in unasked if f'"{key}"' not in text} == set()


def test_templates_hold_no_visible_word(root: Path) -> None:
    """A template says nothing itself: no letter stands between tags outside expressions, comments and the licence's name."""
    for file in (root / "overrides").rglob("*.html"):
        if "languages" in file.parts and file.parent.name == "languages":
            continue
        source = file.read_text("utf-8")
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<script.*?</script>|<[^>]*>|CC BY 4\.0", " ", source, flags=re.DOTALL)
        assert re.findall(r"\w+", text) == [], file
        assert "<style" not in source, file


def test_only_allowed_templates_replace_the_theme_s(root: Path) -> None:
    """Overrides fill blocks; the only files that stand in a theme file's place are named here (two of them drop its scripts)."""
    ours = {path.relative_to(root / "overrides").as_posix() for path in (root / "overrides").rglob("*.html")}
    theirs = {path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html")}
    assert ours & theirs == {"main.html", "404.html", "partials/javascripts/base.html", "partials/javascripts/content.html"}
