"""Words that could not be saved are kept where there is room for them."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest

from linkcurate.cli.app import Settings
from linkcurate.cli.rescue import kept_words
from linkcurate.cli.session import Session
from linkcurate.config import Config
from linkcurate.model import Entry
from linkcurate.store import Workspace


def test_words_go_to_the_temporary_folder_where_the_workspace_takes_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    now = dt.datetime(2024, 2, 27, 2, 13, 20, tzinfo=dt.UTC)
    session = Session(settings=Settings(), workspace=Workspace(tmp_path / "gone"), config=Config(), now=now)
    path = tmp_path / "rescued-20240227-021320.md"
    assert kept_words(session, Entry(summary="Words.")) == f"; your words are kept in {path}"
    assert path.read_text().startswith("Words.\n")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone too"))
    assert kept_words(session, Entry(summary="Words.")) == "; your words stand above"
    assert kept_words(session, Entry(title="No words")) == ""
