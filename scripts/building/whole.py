"""The whole site, as `mkdocs build --strict` writes it, in a fraction of its time.

The project is read once; then each language is built by a process of its own, which is MkDocs with its plugins and our
hooks; what completes the pages of a language, and then the whole site, follows as soon as what it reads is there.
"""

from __future__ import annotations

import gc
import logging
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs import utils
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from building import pages, reading, spared, templates
from building.pages import Pages
from building.replacing import replaced
from building.skipping import Skipping
from sitekit import fingerprint, kept, output
from sitekit.page_files import Digests
from sitekit.parallel import Work
from sitekit.problems import ContentError
from sitekit.readings import EVERY
from sitekit.site import Site


def load(root: Path, target: Path, strict: bool = True) -> MkDocsConfig:
    """The configuration of the project at `root`, to be built into `target`; `strict`: a warning stops the build."""
    config = load_config(str(root / "mkdocs.yml"), strict=strict, site_dir=str(target))
    config.plugins.on_startup(command="build", dirty=False)
    return config


def hooks(config: MkDocsConfig) -> Any:
    """Our own hooks, as MkDocs loaded them."""
    loaded: Any = config.hooks  # a dictionary, whatever its type says
    return next(module for name, module in loaded.items() if Path(name).name == "hooks.py")


def prepare(config: MkDocsConfig) -> Site:
    """The project, read and checked; Abort with every problem found."""
    module = hooks(config)
    module.on_pre_build(config)
    site: Site = module._site(config)
    return site


def build(root: Path, target: Path, processes: int | None = None) -> None:
    """Build the project at `root` into `target`, which is emptied first; Abort says why it cannot be built."""
    gc.disable()  # a build ends soon, and what it holds until then would only be walked over again and again
    config = load(root, target)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    site = prepare(config)
    surroundings = fingerprint.surroundings(site, config.site_url or "") if kept.used() else ""
    if kept.used():
        site.pages.state(EVERY)  # worked out here, every language has it
    spared.look(config)
    utils.clean_directory(config.site_dir)
    codes = config.plugins["i18n"].build_languages  # type: ignore[attr-defined]
    # the last ones first: Chinese and Lao take longest, and what takes longest should not begin when all else is done
    work = Work()
    built = {code: work.add(partial(_language, config, site, code, surroundings, code == codes[-1]), alone=True)
             for code in reversed(codes)}  # fmt: skip
    output.add(work, site, Path(config.site_dir), config.site_url or "", built)
    try:
        work.run(processes)
    except ContentError as error:
        raise Abort(f"\n{error}") from error
    kept.prune(root, pages.FOLDER, set(codes))
    config.plugins.on_shutdown()


def _language(config: MkDocsConfig, site: Site, code: str, surroundings: str, last: bool) -> Digests:
    """Build language `code` as the plugin's own loop does; the `last` one writes what all share: static files, the theme's pages.

    Says what it knows of the pages that it wrote.
    """
    known = Pages(site, code, surroundings) if kept.used() else None
    if known and not last and known.all_written(Path(config.site_dir)):
        return known.digests
    plugin: Any = config.plugins["i18n"]
    plugin.building, plugin.current_language = True, code
    shared = set(config.theme.static_templates) if last else set()
    try:
        with ExitStack() as stack:
            stack.enter_context(replaced(utils, clean_directory=lambda _: None))
            stack.enter_context(spared.work(site.root))
            stack.enter_context(reading.quickly())
            stack.enter_context(replaced(config.theme, static_templates=shared))
            if known:
                stack.enter_context(templates.used_again(site.root))
                stack.enter_context(Skipping(known).at_work())
            mkdocs_build.build(config)
    except ContentError as error:  # what no check foresaw; its words alone travel between processes
        raise Abort(str(error)) from error
    finally:
        plugin.building = False
    return known.digests if known else {}
