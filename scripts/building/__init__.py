"""The build of the whole site: MkDocs, one language beside the other, and only what changed since the last time."""
