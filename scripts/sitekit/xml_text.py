"""XML written with prefixes of the caller's own.

The standard library keeps one table of prefixes for the whole process, in which the last module that claims the default
one takes it from the others: what a file looks like would depend on what else was loaded.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping


def plain(root: ET.Element, prefixes: Mapping[str, str]) -> ET.Element:
    """`root` (changed in place) with names as they are written: `prefixes` says how by namespace, `""` for none.

    The namespaces that occur are declared at the root, in the order of `prefixes`; others are left to the library.
    """
    used = set[str]()

    def written(name: str) -> str:
        space, _, local = name[1:].rpartition("}") if name.startswith("{") else ("", "", name)
        if space not in prefixes:
            return name
        used.add(space)
        return f"{prefixes[space]}:{local}" if prefixes[space] else local

    for element in root.iter():
        if isinstance(element.tag, str):  # a comment's is a function
            element.tag = written(element.tag)
        attributes = [(written(key), value) for key, value in element.attrib.items()]
        element.attrib.clear()
        element.attrib.update(attributes)
    declared = {f"xmlns:{prefix}" if prefix else "xmlns": space for space, prefix in prefixes.items() if space in used}
    attributes = list(root.attrib.items())
    root.attrib.clear()
    root.attrib.update([*declared.items(), *attributes])
    return root
