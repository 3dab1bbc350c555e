"""What the site's scripts and build hooks share: plain Python that never imports MkDocs."""
