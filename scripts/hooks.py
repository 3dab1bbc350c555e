"""What MkDocs calls while it builds: each event is one call into `sitekit`, which knows nothing of MkDocs.

The i18n plugin runs the whole build once per language in the same process, so nothing here is remembered from
one language to the next; final work waits until its own loop is over.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from sitekit import checks, foreign_scripts, intake, language_columns, names, not_found, page_text, pictures_step, tables
from sitekit import output as whole
from sitekit import site as sites
from sitekit.hosting import in_page, policy
from sitekit.intake import rendered
from sitekit.problems import ContentError
from sitekit.structured_data import graph
from sitekit.view import View

_current: dict[Path, sites.Site] = {}


def _root(config: MkDocsConfig) -> Path:
    return _folder(config.config_file_path)


@lru_cache(maxsize=16)
def _folder(file: str) -> Path:
    return Path(file).parent


def _site(config: MkDocsConfig) -> sites.Site:
    return _current[_root(config)]


def _policy(config: MkDocsConfig) -> policy.Policy:
    return _site(config).once(("policy",), lambda: policy.load(_root(config)))


def _view(page: Page, config: MkDocsConfig) -> View:
    # one for all events of a page, which MkDocs makes anew for each language
    known = vars(page)
    if "view" not in known:
        code = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
        known["view"] = View(_site(config), code, page.file.src_uri.partition("/")[2].removesuffix(".md"), config.site_url or "")
    view: View = known["view"]
    return view


def on_config(config: MkDocsConfig) -> None:
    """The sitemap is ours: the theme's claims fallbacks and prints the day of the build."""
    config.theme.static_templates.discard("sitemap.xml")


def on_pre_build(config: MkDocsConfig) -> None:
    """Read the project afresh; every problem found stops the build with its message.

    Once for all languages of a build: the plugin's own loop runs the others while it is `building`.
    """
    root = _root(config)
    if config.plugins["i18n"].building and root in _current:  # type: ignore[attr-defined]
        return
    try:
        intake.refuse(root)
        _current[root] = sites.load(root, pictures_step.manifest(root))
        checks.check(_current[root])
    except ContentError as error:
        raise Abort(f"\n{error}") from error


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill figures, tables, map and pictures."""
    return _view(page, config).markdown()


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep names whole where browsers would break them, tables readable on a phone, other scripts in their language."""
    site, code = _site(config), _view(page, config).text.code
    try:
        rendered.refuse(html, f"docs/{page.file.src_uri}")
    except ContentError as error:
        raise Abort(f"\n{error}") from error
    html = foreign_scripts.mark(language_columns.mark(html, code, site.languages), code, site.languages)
    return names.protect(tables.mark(html), site.protected(code))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the templates their values under one name."""
    view = _view(page, config)
    return {**context, "view": view, "t": view.t, "structured_data": graph.script(view, page.content or "")}


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what belongs to all languages, after the last of them."""
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    try:
        whole.write(_site(config), Path(config.site_dir), config.site_url or "")
    except ContentError as error:
        raise Abort(f"\n{error}") from error


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The page that is not found speaks every language."""
    return {**context, "not_found": not_found.rows(_site(config), config.site_url or "")}


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Drop the blanks that templates leave; say in the page itself what it may load and run."""
    return in_page.insert(page_text.tidy(output), _policy(config))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same in the page that is not found."""
    return in_page.insert(output_content, _policy(config)) if template_name.endswith(".html") else output_content
