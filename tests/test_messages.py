"""Messages to editors: complete, in two languages, and every rule that code raises has its sentences."""

import re
from pathlib import Path

import pytest
import yaml

from sitekit import datafiles
from sitekit.problems import MESSAGES, ContentError, sentences


def test_every_rule_has_its_sentences(root: Path) -> None:
    """Each rule raised in code has a sentence in Vietnamese and English, and no sentence is left over."""
    messages = sentences()
    assert len(messages) == sum(len(yaml.safe_load(file.read_text("utf-8"))) for file in MESSAGES.glob("*.yml"))
    code = "\n".join(file.read_text("utf-8") for file in (root / "scripts").rglob("*.py"))
    raised = set(re.findall(r"""(?:Problem\(|_refuse\(|PictureError\()\s*["']([a-z0-9-]+)["']""", code))
    assert raised <= set(messages)
    named = set(re.findall(r"""["']([a-z0-9-]+)["']""", code))
    assert set(messages) <= named
    for rule, parts in messages.items():
        assert set(parts) <= {"what", "effect", "fix"}, rule
        assert "what" in parts or rule not in raised, rule  # a variant may take the sentence of its rule
        assert all(set(texts) == {"vi", "en"} and all(texts.values()) for texts in parts.values()), rule


def test_words_agree_between_languages() -> None:
    """Both languages of a sentence are filled with the same words."""
    for rule, parts in sentences().items():
        for texts in parts.values():
            assert len({frozenset(re.findall(r"\{(\w+)\}", text)) for text in texts.values()}) == 1, rule


def test_no_blame_and_no_jargon() -> None:
    """No message scolds or speaks like a compiler."""
    text = "".join(file.read_text("utf-8") for file in MESSAGES.glob("*.yml")).lower()
    assert not re.search(r"\b(please|sorry|oops|invalid|illegal|forbidden|failed|traceback|exception|schema)\b", text)


def test_data_files_refuse_a_key_written_twice(tmp_path: Path) -> None:
    """A key that stands twice in a data file is refused with its line; YAML would silently keep the second."""
    (tmp_path / "x.yml").write_text("a: 1\nb: 2\na: 3\n", "utf-8")
    with pytest.raises(ContentError) as refusal:
        datafiles.load(tmp_path, "x.yml")
    assert [(problem.rule, problem.line) for problem in refusal.value.problems] == [("unreadable-data", 3)]
