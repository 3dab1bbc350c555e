"""How hosts serve the site: one policy (`data/hosting.yml`), and what is written from it for each kind of host."""
