"""The house's own templates: the files in a workspace's templates/."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from linkcurate.errors import WorkspaceError
from linkcurate.files import read, refuse_outside
from linkcurate.store.workspace import Workspace, write_new

_SUFFIXES = (".html", ".css", ".js")


def read_templates(workspace: Workspace) -> Mapping[str, str]:
    """Read the house's own templates, by name; raises WorkspaceError for one that is not UTF-8."""
    paths = sorted(
        path for path in workspace.templates.glob("*") if path.suffix in _SUFFIXES and path.is_file()
    )
    found = {}
    for path in paths:
        try:
            found[path.name] = read(path).decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise WorkspaceError(
                f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8 in a text editor"
            ) from None
    return found


def template_names(workspace: Workspace) -> list[str]:
    """Return the names of the files in templates/, without hidden ones and those that text editors leave behind."""
    paths = workspace.templates.glob("[!.]*")
    return sorted(path.name for path in paths if path.is_file() and not path.name.endswith("~"))


def write_templates(workspace: Workspace, templates: Mapping[str, str]) -> Iterator[tuple[Path, bool]]:
    """Write templates to start from, and say of each whether it is new; one that is there stays as it is."""
    for name, text in sorted(templates.items()):
        refuse_outside(workspace.templates / name, workspace.root)
        yield write_new(workspace.templates / name, text)
