"""Every page that asks to be found says in the words of schema.org what it is, and what Google asks of each type."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sitekit import schema_org, schema_org_google
from sitekit.audit.built import Built, Page
from sitekit.problems import Problem

TYPE = "application/ld+json"
TRAIL = "BreadcrumbList"

Node = dict[str, Any]


def problems(site: Built) -> list[Problem]:
    """Every page whose data is missing, cannot be read, does not keep to the vocabulary, or leads to nothing."""
    found: list[Problem] = []
    graphs: dict[str, list[Node]] = {}
    for page in site.pages.values():
        graphs[page.file] = _graph(page, found) if page.indexed else []
    known = {key: node for graph in graphs.values() for key, node in _named(graph).items()}
    for file, graph in graphs.items():
        # who reads one page sees what that page says of a thing, though another may say more
        seen = {**known, **_named(graph)}
        for node in schema_org.nodes(graph):
            said = [*schema_org.vocabulary().faults(node), *schema_org_google.faults(node, seen)] if len(node) > 2 else []
            found += [Problem(rule, file, words={"key": key, "value": value}) for rule, key, value in said]
        found += [Problem("data-lost", file, words={"address": each}) for each in dict.fromkeys(_references(graph))
                  if site.own(each) and each not in known]  # fmt: skip
    return found


def _named(graph: list[Node]) -> dict[str, Node]:
    """What `graph` says of each thing, by `@id`."""
    return {node["@id"]: node for node in schema_org.nodes(graph) if "@id" in node and len(node) > 1}


def _graph(page: Page, found: list[Problem]) -> list[Node]:
    try:
        texts = ["".join(str(child) for child in each.children) for each in page.find("script", type=TYPE)]
        graph = [node for text in texts for node in json.loads(text)["@graph"]]
    except (ValueError, KeyError, TypeError) as error:
        found.append(Problem("data-unreadable", page.file, words={"reason": error}))
        return []
    kinds = {kind for node in graph for kind in schema_org.types_of(node)}
    above = set().union(*(schema_org.vocabulary().above(kind) for kind in kinds))
    # a home page stands below no other
    home = page.find("nav", class_="site-trail") == []
    for kind in ("WebPage", *(() if home else (TRAIL,))):
        if kind not in above:
            found.append(Problem("data-missing", page.file, words={"key": kind}))
    return graph


def _references(value: Any) -> Iterator[str]:
    """The names of nodes that are described elsewhere."""
    if isinstance(value, list):
        for each in value:
            yield from _references(each)
    elif isinstance(value, dict):
        if set(value) == {"@id"}:
            yield value["@id"]
        for each in value.values():
            yield from _references(each)
