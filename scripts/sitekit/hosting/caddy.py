"""`hosting/Caddyfile` from the policy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitekit.hosting.inline import Digests
from sitekit.hosting.policy import Policy
from sitekit.languages import Language

TEXT = """\
# Written by `make hosting` from data/hosting.yml; change that file.
(site_headers) {{
	header {{
{headers}
		-Server
	}}
}}

{host} {{
	root * {folder}/current
	import site_headers
	map {{path}} {{caching}} {{
		~{hashed_name} "{hashed}"
		~(/|\\.html)$ "{pages}"
		~\\.woff2$ "{faces}"
		default "{others}"
	}}
	map {{path}} {{kind}} {{
{types}
		default "application/octet-stream"
	}}
	header Cache-Control {{caching}}
	header Content-Type {{kind}}
	header ?Vary Accept-Encoding
{redirects}	@hidden path /_headers /_redirects *.gz *.br
	handle @hidden {{
		error 404
	}}
	@dotted {{
		path_regexp dotted /\\.
		not path /.well-known/*
	}}
	handle @dotted {{
		error 404
	}}
	# A page fetched just before the switch to a new release still gets the pictures and scripts it was built with.
	@before {{
		path_regexp before {hashed_name}
		not file {{
			root {folder}/current
		}}
	}}
	handle @before {{
		root * {folder}/previous
		file_server
	}}
	handle {{
		file_server {{
			precompressed br gzip
		}}
	}}

	handle_errors {{
		root * {folder}/current
		import site_headers
		header Cache-Control "{pages}"
		header Content-Type "{html}"
		map {{path}} {{lost}} {{
{lost}
			default /404.html
		}}
		rewrite * {{lost}}
		file_server
	}}
}}
"""


def write(policy: Policy, digests: Digests, moved: Mapping[str, str], languages: Iterable[Language]) -> str:
    """The text of the configuration."""
    lost = [f"			~^/{row.prefix} /{row.prefix}404.html" for row in languages if row.prefix]
    types = [rf'		~\.{ending}$ "{kind}"' for ending, kind in policy.types.items()]
    words = {
        "folder": policy.folder, "host": policy.host, **policy.caching, "hashed_name": policy.hashed_name,
        "headers": "\n".join(f'\t\t{name} "{value}"' for name, value in policy.all_headers(digests).items()),
        "types": "\n".join([f'\t\t~/$ "{policy.types["html"]}"', *types]), "html": policy.types["html"], "lost": "\n".join(lost),
        "redirects": "".join(f"\tredir /{old}{tail} /{new} permanent\n" for old, new in moved.items() for tail in ("", "index.html")),
    }  # fmt: skip
    return TEXT.format_map(words)
