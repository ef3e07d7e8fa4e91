"""What a writer that was killed left half written is gone once the workspace's lock is taken again."""

from pathlib import Path

import pytest

from linkcurate.store import Workspace


@pytest.mark.parametrize(
    "name", ["linkcurate.toml", "digests/a.toml", ".linkcurate/index", ".linkcurate/undo/1"]
)
def test_the_lock_sweeps_every_folder_that_commands_write_to(tmp_path: Path, name: str) -> None:
    left = tmp_path / Path(name).with_name(f".{Path(name).name}.linkcurate-new")
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_text("half")
    with Workspace(tmp_path).lock():
        assert not left.exists()
