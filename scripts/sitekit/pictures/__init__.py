"""The picture step: from masters and records to renditions and a manifest, doing again only what changed."""

from sitekit.pictures.run import Result, prepare

__all__ = ["Result", "prepare"]
