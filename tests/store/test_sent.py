"""sent.toml: what stands there stays, and what is noted is found again."""

import datetime as dt
from pathlib import Path

import pytest

from linkcurate.errors import WorkspaceError
from linkcurate.store import Workspace
from linkcurate.store.sent import SENDING, Sending, add_sending, read_sent, set_state

MOMENT = dt.datetime(2024, 2, 23, 17, 5, tzinfo=dt.UTC)
OLD = '# mine\r\n[[sent]] # by hand\r\ndigest = "a"\r\nto = "l@b.example"\r\nat = 2024-02-01T00:00:00Z\r\nnote = "x"'
NEW = Sending(digest='b "quoted"\n', to="l@b.example", at=MOMENT, state=SENDING)


@pytest.fixture
def desk(workspace: Path) -> Workspace:
    return Workspace(workspace)


def test_what_is_noted_is_read_again(desk: Workspace) -> None:
    assert read_sent(desk) == ()
    add_sending(desk, NEW)
    assert read_sent(desk) == (NEW,)
    assert read_sent(desk)[0].counts


def test_what_an_editor_wrote_stays(desk: Workspace, workspace: Path) -> None:
    path = workspace / "sent.toml"
    path.write_bytes(OLD.encode())
    add_sending(desk, NEW)
    set_state(desk, NEW, "")
    assert path.read_bytes().startswith(OLD.encode())
    assert [item.state for item in read_sent(desk)] == ["", ""]


def test_only_the_sending_that_ended_changes(desk: Workspace) -> None:
    other = Sending(digest="c", to="l@b.example", at=MOMENT, state=SENDING)
    add_sending(desk, NEW)
    add_sending(desk, other)
    set_state(desk, NEW, "refused: 552")
    assert [item.state for item in read_sent(desk)] == ["refused: 552", SENDING]
    assert not read_sent(desk)[0].counts


def test_one_that_was_taken_out_by_hand_is_noted_again(desk: Workspace) -> None:
    set_state(desk, NEW, "")
    assert [(item.digest, item.state) for item in read_sent(desk)] == [(NEW.digest, "")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[[sent]]\ndigest = 'a'\n", r"sent.toml:\d: sent\[1\].at is missing"),
        (b"[[sent]\n", "sent.toml:1:7: not valid TOML"),
        (b"# caf\xe9", "sent.toml: not UTF-8"),
    ],
)
def test_a_file_that_is_not_valid_is_not_written_to(
    desk: Workspace, workspace: Path, data: bytes, message: str
) -> None:
    (workspace / "sent.toml").write_bytes(data)
    with pytest.raises(WorkspaceError, match=message):
        add_sending(desk, NEW)
    assert (workspace / "sent.toml").read_bytes() == data
