"""The figures of the site as a data set, on the page that shows them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitekit import figure_files, search_engines
from sitekit.page_sources import figures
from sitekit.structured_data import idents, places, webpage, website
from sitekit.structured_data.nodes import Node, node, ref

if TYPE_CHECKING:
    from sitekit.view import View


def of_page(view: View) -> list[Node]:
    """The data set, with its files; nothing on every page but the fact sheet."""
    if view.name != figure_files.PAGE:
        return []
    rows = figure_files.published(view.site)
    years = sorted(row.as_of[:4] for row in rows if row.as_of)
    files = [node("DataDownload", contentUrl=search_engines.absolute(view.site_url, figure_files.path(view.reader, form)),
                  encodingFormat=media, inLanguage=view.reader.tag) for form, media in figure_files.FORMS.items()]  # fmt: skip
    shown = sorted(figures(view.site, view.page))
    return [node("Dataset", view.canonical + "#data", name=view.t("dataset-name"),
                 description=view.t("dataset-description", number=len(rows)), url=view.canonical, inLanguage=view.reader.tag,
                 license=webpage.LICENCE, isAccessibleForFree=True, keywords=list(view.header.search_terms),
                 creator=ref(website.publisher_id(view)), publisher=ref(website.publisher_id(view)),
                 dateModified=figure_files.updated(view.site), temporalCoverage=f"{years[0]}/{years[-1]}",
                 spatialCoverage=node("Place", places.province_id(view), name=view.t("site-name"),
                                      address=node("PostalAddress", addressRegion=view.t("site-name"), addressCountry="VN")),
                 variableMeasured=[view.inside.pick(view.site.figures[key].label) for key in shown], distribution=files,
                 **idents.translations(view, view.name, "data"))]  # fmt: skip
