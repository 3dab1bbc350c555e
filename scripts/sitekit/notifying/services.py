"""The two protocols: what is sent to whom, in how many pieces, and what an answer means."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from sitekit import search_engines
from sitekit.notifying.changes import Changes
from sitekit.notifying.sending import Answer, Sender

#: Passes on to Bing, Yandex, Naver, Seznam and Yep.
INDEXNOW = "https://api.indexnow.org/indexnow"
#: Baidu names this address without encryption; the token in it can do nothing but push.
BAIDU = "http://data.zz.baidu.com/urls"
#: Most addresses of one request.
INDEXNOW_MOST, BAIDU_MOST = 10_000, 2_000


@dataclass(frozen=True)
class Outcome:
    """What became of one request to `service`: how many addresses it was told and took; `fault` is empty when it took all."""

    service: str
    told: int
    taken: int
    fault: str = ""
    status: int = 200


@dataclass(frozen=True)
class IndexNow:
    """Takes changed and removed pages; the key stands as `<key>.txt` on the site."""

    key: str
    site_url: str
    endpoint: str = INDEXNOW
    name = "IndexNow"

    def tell(self, changes: Changes, sender: Sender) -> Iterator[Outcome]:
        """Send all addresses."""
        for urls in _pieces((*changes.changed, *changes.gone), INDEXNOW_MOST):
            message = {"host": urlsplit(self.site_url).netloc, "key": self.key, "urlList": urls,
                       "keyLocation": search_engines.absolute(self.site_url, f"{self.key}.txt")}  # fmt: skip
            answer = sender.post(self.endpoint, json.dumps(message).encode(), "application/json; charset=utf-8")
            # 202: taken, the key will be looked at later
            good = answer.status in (200, 202)
            yield Outcome(self.name, len(urls), len(urls) if good else 0, "" if good else _reason(answer), answer.status)


@dataclass(frozen=True)
class Baidu:
    """Takes changed pages only; the site and its token are those of Baidu's search resource platform."""

    token: str
    site_url: str
    endpoint: str = BAIDU
    name = "Baidu"

    def tell(self, changes: Changes, sender: Sender) -> Iterator[Outcome]:
        """Send the addresses of changed pages."""
        parts = urlsplit(self.site_url)
        address = f"{self.endpoint}?{urlencode({'site': f'{parts.scheme}://{parts.netloc}', 'token': self.token})}"
        for urls in _pieces(changes.changed, BAIDU_MOST):
            answer = sender.post(address, "\n".join(urls).encode(), "text/plain")
            taken, fault = _baidu(answer, len(urls))
            yield Outcome(self.name, len(urls), taken, fault, answer.status)


def _pieces(urls: Sequence[str], most: int) -> Iterator[list[str]]:
    return (list(urls[start : start + most]) for start in range(0, len(urls), most))


def _baidu(answer: Answer, told: int) -> tuple[int, str]:
    """How many addresses Baidu took, and why not all: its answers name them."""
    try:
        said = json.loads(answer.text)
        taken = int(said["success"])
    except (ValueError, KeyError, TypeError):
        return 0, _reason(answer)
    left = [url for key in ("not_same_site", "not_valid") for url in said.get(key) or ()]
    return taken, "" if answer.status == 200 and taken == told and not left else f"{taken}/{told} {' '.join(map(str, left))}".strip()


def _reason(answer: Answer) -> str:
    """What the other side said, in one short line."""
    return " ".join(answer.text.split())[:200] or "—"
