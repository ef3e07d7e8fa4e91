"""sent.toml: what was mailed, when, to which list, so that nothing goes out twice."""

import datetime as dt
from dataclasses import replace

from linkcurate.errors import WorkspaceError
from linkcurate.files import read, refuse_outside
from linkcurate.files import replace as replace_file
from linkcurate.store.format import format_value
from linkcurate.store.splice import set_keys
from linkcurate.store.workspace import Workspace
from linkcurate.toml import parse_document
from linkcurate.values import dataclass

FILE_NAME = "sent.toml"
_HEAD = (
    "# What was mailed, when, to which list: `linkcurate send` reads it, so that nothing goes out twice.\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A digest's way to one list."""

    digest: str
    to: str  # the list's address
    at: dt.datetime
    state: str = ""  # "": it went out; "sending": it may have; "refused: …": it did not

    @property
    def counts(self) -> bool:
        """Whether the list has the digest, or may have it."""
        return self.state in ("", SENDING)


SENDING = "sending"


def read_sent(workspace: Workspace) -> tuple[Sending, ...]:
    """Read what was mailed; raises WorkspaceError where the file is not valid."""
    return _parse(_text(workspace))


def add_sending(workspace: Workspace, sending: Sending) -> None:
    """Append a sending, on disk when this returns; call it under the workspace's lock. Raises WorkspaceError."""
    text = _text(workspace)
    block = (
        f"\n[[sent]]\ndigest = {format_value(sending.digest)}\nto = {format_value(sending.to)}\n"
        f"at = {format_value(sending.at)}\n"
    )
    if sending.state:
        block += f"state = {format_value(sending.state)}\n"
    _replace(workspace, (text or _HEAD) + ("" if text.endswith("\n") or not text else "\n") + block)


def set_state(workspace: Workspace, sending: Sending, state: str) -> None:
    """Say how a sending ended, "" if it went out; call it under the workspace's lock. Raises WorkspaceError."""
    text = _text(workspace)
    noted = _parse(text)
    if sending not in noted:  # the editor took it out meanwhile
        add_sending(workspace, replace(sending, state=state))
        return
    table = ("sent", noted.index(sending))
    _replace(workspace, set_keys(text, table, {"state": state or None}, FILE_NAME))


def _parse(text: str) -> tuple[Sending, ...]:
    root = parse_document(text, FILE_NAME).root()
    sendings = []
    for table in root.tables("sent"):
        at = table.moment("at")
        if at is None:
            raise table.error("at", "is missing: when it was sent")
        sendings.append(
            Sending(digest=table.text("digest"), to=table.text("to"), at=at, state=table.text("state"))
        )
    return tuple(sendings)


def _text(workspace: Workspace) -> str:
    path = workspace.root / FILE_NAME
    if not path.exists():
        return ""
    try:
        return read(path).decode("utf-8")
    except UnicodeDecodeError:
        raise WorkspaceError(f"{path.name}: not UTF-8; save it as UTF-8 in a text editor") from None


def _replace(workspace: Workspace, text: str) -> None:
    _parse(text)
    refuse_outside(workspace.root / FILE_NAME, workspace.root)
    replace_file(workspace.root / FILE_NAME, text.encode())
