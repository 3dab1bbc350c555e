"""`hosting/nginx.conf` from the policy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitekit.hosting.inline import Digests
from sitekit.hosting.policy import Policy
from sitekit.languages import Language

HEAD = """\
# Written by `make hosting` from data/hosting.yml; change that file. To be included inside http {{ }}.
# Needs nginx with gzip_static (Debian's nginx-light has it) and libnginx-mod-http-brotli-static; without the latter
# take the line brotli_static out. scripts/publish.py --to {folder} keeps the links current and previous.

map $uri $site_caching {{
    default "{others}";
    "~/$" "{pages}";
    "~\\.html$" "{pages}";
    "~\\.woff2$" "{faces}";
    "~{hashed_name}" "{hashed}";
}}
map $uri $site_lost {{
    default /404.html;
{lost}
}}
"""
TLS = """
server {{
    listen 80;
    server_name {host};
    return 301 https://{host}$request_uri;
}}
"""
SERVER = """
server {{
    listen 443 ssl http2;
    server_name {host};
    ssl_certificate /etc/letsencrypt/live/{host}/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/{host}/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;

    root {folder}/current;
    index index.html;
    autoindex off;
    server_tokens off;
    absolute_redirect off;
    charset off;  # the types say it, also for what is compressed

    gzip off;  # everything that shrinks lies compressed beside its file
    gzip_static on;
    gzip_vary on;
    brotli_static on;

    default_type application/octet-stream;
    types {{
{types}
    }}

    # No location below may have an add_header of its own: it would lose all of these.
{headers}
    add_header Cache-Control $site_caching always;

    error_page 404 $site_lost;
    error_page 403 =404 $site_lost;  # a folder without a page is no page

    # A page fetched just before the switch to a new release still gets the pictures and scripts it was built with.
    location ~ "{hashed_name}" {{
        try_files $uri @previous;
    }}
    location @previous {{
        root {folder}/previous;
    }}

    location = /_headers {{
        return 404;
    }}
    location = /_redirects {{
        return 404;
    }}
    location ^~ /.well-known/ {{
    }}
    location ~ /\\. {{
        return 404;
    }}
    location ~ "\\.(gz|br)$" {{
        return 404;
    }}
{redirects}}}
"""


def quoted(value: str) -> str:
    """`value` as nginx reads a string."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(policy: Policy, digests: Digests, moved: Mapping[str, str], languages: Iterable[Language]) -> str:
    """The text of the configuration."""
    lost = [f"    ~^/{row.prefix} /{row.prefix}404.html;" for row in languages if row.prefix]
    words = {
        "folder": policy.folder, "host": policy.host, **policy.caching, "hashed_name": policy.hashed_name,
        "lost": "\n".join(lost),
        "types": "\n".join(f"        {quoted(kind)} {ending};" for ending, kind in policy.types.items()),
        "headers": "\n".join(f"    add_header {name} {quoted(value)} always;" for name, value in policy.all_headers(digests).items()),
        "redirects": "".join(f"\n    location = /{old}{tail} {{\n        return 301 /{new};\n    }}\n"
                             for old, new in moved.items() for tail in ("", "index.html")),
    }  # fmt: skip
    return (HEAD + TLS + SERVER).format_map(words)
