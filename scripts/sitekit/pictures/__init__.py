"""The picture step: from masters and records to renditions and a manifest; only changes are work."""

from sitekit.pictures.run import Result, prepare

__all__ = ["Result", "prepare"]
