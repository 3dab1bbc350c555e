"""The check of pages and translations: reads sources only, leniently, and never imports MkDocs."""
