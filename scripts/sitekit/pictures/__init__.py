"""The picture step: from masters and records to renditions and a manifest; only changes are work."""
