"""Telling search engines, against a server that plays them: what is sent, what is tried again, what is reported."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import notify_search_engines
from played_engines import HOST, KEY, TOKEN, Engines
from sitekit.notifying import services
from sitekit.notifying.changes import Changes
from sitekit.notifying.sending import LONGEST, Answer, Sender

URL = f"https://{HOST}/"
CHANGED, GONE = f"{URL}vi/", f"{URL}zh/x/"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(engines: Engines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command for lists between which one page has changed and one is gone: exit code, what it printed, complaints."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps({"index.html": "1", "vi/index.html": "1", "zh/x/index.html": "1", "a.css": "1"}))
    new.write_text(json.dumps({"index.html": "1", "vi/index.html": "2", "a.css": "2"}))
    for name, value in engines.environment.items():
        monkeypatch.setenv(name, value)

    def call(*arguments: str, paths: tuple[str, ...] = (str(old), str(new))) -> tuple[int, str, str]:
        code = notify_search_engines.main([*paths, "--pause", "0", "--timeout", "5", "--lang", "en", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_exactly_what_has_changed(engines: Engines, run: Run) -> None:
    """IndexNow is told of the changed page and the one that is gone, Baidu of the changed one; of nothing else."""
    assert run() == (0, "IndexNow: 2/2\nBaidu: 1/1\n", "")
    assert engines.asked == [("IndexNow", [CHANGED, GONE]), ("Baidu", [CHANGED])]


def test_a_dry_run_sends_nothing(engines: Engines, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dry run prints the addresses, needs no keys and asks nobody."""
    monkeypatch.delenv("INDEXNOW_KEY")
    monkeypatch.delenv("BAIDU_PUSH_TOKEN")
    assert run("--dry-run") == (0, f"+ {CHANGED}\n- {GONE}\n", "")
    assert engines.asked == []


def test_nothing_has_changed(engines: Engines, run: Run, tmp_path: Path) -> None:
    """Where no page has changed nobody is asked, and all is well."""
    same = str(tmp_path / "old.json")
    assert run(paths=(same, same)) == (0, "", "")
    assert engines.asked == []


def test_the_first_time_everything_is_new(engines: Engines, run: Run, tmp_path: Path) -> None:
    """Without an earlier list every page is told, when that is asked for."""
    assert run("--first", paths=(str(tmp_path / "new.json"),))[0] == 0
    assert engines.told("IndexNow") == engines.told("Baidu") == [[URL, CHANGED]]


def test_only_those_with_a_key_are_told(engines: Engines, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service without a key is left alone; without any key the command says that there is nobody to tell."""
    monkeypatch.delenv("INDEXNOW_KEY")
    assert run()[:2] == (0, "Baidu: 1/1\n")
    monkeypatch.delenv("BAIDU_PUSH_TOKEN")
    code, _, said = run()
    assert code == 2
    assert "nobody to tell" in said
    assert engines.told("IndexNow") == []


@pytest.mark.parametrize("passing", [429, 500, 502, 503, 504, 0])
def test_what_passes_is_tried_again(engines: Engines, run: Run, passing: int) -> None:
    """Too many requests, a fault on the other side or a line that breaks: the same is sent again, and then it is well."""
    engines.answers = [(passing, {}, "later")] * 3
    assert run()[:2] == (0, "IndexNow: 2/2\nBaidu: 1/1\n")
    assert engines.told("IndexNow") == [[CHANGED, GONE]] * 4


def test_no_answer_in_time(engines: Engines, run: Run) -> None:
    """A server that is silent for too long is asked again, and given up after the last time; the other service is told all the same."""
    engines.answers = [(-1, {}, ""), (-1, {}, "")]
    code, said, complaint = run("--timeout", "0.3", "--attempts", "2")
    assert (code, said) == (1, "IndexNow: 0/2\nBaidu: 1/1\n")
    assert "IndexNow did not take 2 addresses (answer 0): timed out" in complaint


@pytest.mark.parametrize("refused", [400, 403, 422, 404, 307])
def test_what_is_refused_is_not_tried_again(engines: Engines, run: Run, refused: int) -> None:
    """A refusal is reported with what was said, once, and sent nowhere else; the other service is told all the same."""
    engines.answers = [(refused, {"Location": f"{engines.address}/urls"}, "Not\nthis key")]
    code, said, complaint = run()
    assert (code, said) == (1, "IndexNow: 0/2\nBaidu: 1/1\n")
    assert f"(answer {refused}): Not this key." in complaint
    assert len(engines.told("IndexNow")) == 1
    assert engines.told("Baidu") == [[CHANGED]]


def test_faults_that_stay(engines: Engines, run: Run) -> None:
    """A fault on the other side that does not pass is reported after the last try."""
    engines.answers = [(503, {}, "")] * 4
    code, said, complaint = run()
    assert (code, said.splitlines()[0]) == (1, "IndexNow: 0/2")
    assert "(answer 503)" in complaint
    assert len(engines.told("IndexNow")) == 4


def test_a_wrong_key(engines: Engines, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that the services do not know are reported; the keys themselves are never printed."""
    monkeypatch.setenv("INDEXNOW_KEY", "another-key-0123")
    monkeypatch.setenv("BAIDU_PUSH_TOKEN", "another-token")
    code, said, complaint = run()
    assert code == 1
    assert "answer 403" in complaint
    assert "answer 401): {\"error\": 401, \"message\": \"token is not valid\"}" in complaint
    assert not any(secret in said + complaint for secret in ("another-key-0123", "another-token"))


def test_what_baidu_leaves_out(engines: Engines, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses that Baidu does not take are named, although its answer is 200; an answer without numbers is none."""
    monkeypatch.delenv("INDEXNOW_KEY")
    for answer in ({"remain": 1, "success": 0, "not_same_site": [CHANGED]}, {"success": 1, "not_valid": [CHANGED]}):
        engines.answers = [(200, {}, json.dumps(answer))]
        code, _, complaint = run()
        assert code == 1
        assert CHANGED in complaint
    for text in ("<html>", "[]", "{}", "null"):
        engines.answers = [(200, {}, text)]
        assert run()[:2] == (1, "Baidu: 0/1\n")


def test_accepted_for_later(engines: Engines, run: Run) -> None:
    """IndexNow's 202, taken while the key is still to be looked at, is well."""
    engines.answers = [(202, {}, "")]
    assert run()[0] == 0


@pytest.mark.parametrize(("name", "value", "words"), [
    ("SITE_URL", "https://nghean.example/", "address is not set"), ("SITE_URL", "", "address is not set"),
    ("INDEXNOW_KEY", "short", "8 to 128")])  # fmt: skip
def test_what_cannot_be_told_is_said(engines: Engines, run: Run, monkeypatch: pytest.MonkeyPatch,
                                     name: str, value: str, words: str) -> None:  # fmt: skip
    """Without the real address of the site, or with a key that nobody would take, nothing is sent and the reason is said."""
    monkeypatch.setenv(name, value)
    code, _, said = run()
    assert code == 2
    assert words in said
    assert engines.asked == []


@pytest.mark.parametrize("text", ["", "[]", '{"index.html": 1}', None])
def test_a_list_that_cannot_be_read(engines: Engines, run: Run, tmp_path: Path, text: str | None) -> None:
    """A list that is missing or is none is named with what to do; nothing is sent."""
    path = tmp_path / "broken.json"
    if text is not None:
        path.write_text(text)
    code, _, said = run(paths=(str(path), str(tmp_path / "new.json")))
    assert code == 2
    assert str(path) in said
    assert "--first" in said
    assert engines.asked == []


def test_wrong_usage(run: Run, tmp_path: Path) -> None:
    """One list without --first, or two with it, is answered with how the command is meant."""
    for arguments in (("--first",), ()):
        with pytest.raises(SystemExit) as stop:
            run(*arguments, paths=(str(tmp_path / "new.json"),) * (2 if arguments else 1))
        assert stop.value.code == 2


def test_long_lists_go_in_pieces(engines: Engines) -> None:
    """IndexNow takes ten thousand addresses at once, Baidu two thousand; each is told of all, in order."""
    urls = tuple(f"{URL}{number}/" for number in range(10_001))
    told = [list(service.tell(Changes(urls, ()), Sender())) for service in (
        services.IndexNow(KEY, URL, f"{engines.address}/indexnow"), services.Baidu(TOKEN, URL, f"{engines.address}/urls"))]  # fmt: skip
    assert [[outcome.taken for outcome in outcomes] for outcomes in told] == [[10_000, 1], [2000] * 5 + [1]]
    assert not any(outcome.fault for outcomes in told for outcome in outcomes)
    for name in ("IndexNow", "Baidu"):
        assert tuple(url for piece in engines.told(name) for url in piece) == urls


def test_waiting(engines: Engines) -> None:
    """Each wait is twice as long as the one before, at least as long as the other side asks, and never longer than two minutes."""
    slept: list[float] = []
    sender = Sender(timeout=5, attempts=6, pause=2, sleep=slept.append)
    engines.answers = [(503, {}, ""), (429, {"Retry-After": "30"}, ""), (0, {}, ""), (503, {"Retry-After": "9999"}, ""),
                       (503, {"Retry-After": "Fri, 27 Nov 2026 00:00:00 GMT"}, "")]  # fmt: skip
    body = json.dumps({"host": HOST, "key": KEY, "keyLocation": f"{URL}{KEY}.txt", "urlList": [URL]}).encode()
    assert sender.post(f"{engines.address}/indexnow", body, "application/json; charset=utf-8") == Answer(200, "")
    assert slept == [2, 30, 8, LONGEST, 32]


def test_nobody_there() -> None:
    """A server that cannot be reached is an answer like another: 0, with the reason."""
    answer = Sender(timeout=1, attempts=1).post("http://127.0.0.1:9/", b"", "text/plain")
    assert answer.status == 0
    assert answer.text
