"""A real blog's digests, where they are at hand: every line that it prints stands in what we publish, in order."""

from pathlib import Path

import commonmark
import pytest
from seeds import SEEDS, names, text_blocks

from linkcurate.config import read_config
from linkcurate.render import RENDERERS, Publication
from linkcurate.store import find_workspace, read_digest

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason=f"no seeds at {SEEDS} (LINKCURATE_SHARED names their folder)"
)


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("form", ["html", "markdown"])
def test_every_line_stands_as_a_block_of_its_own_in_order(name: str, form: str) -> None:
    workspace = find_workspace(SEEDS / "workspace")
    config = read_config(workspace.config)
    digest = read_digest(workspace, name)
    publication = Publication(site=config.site, series=config.series.get(digest.series))
    text = RENDERERS[form].render(digest, publication)
    blocks = text_blocks(commonmark.commonmark(text) if form == "markdown" else text)
    lines = [
        line for line in (SEEDS / "expected" / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line
    ]
    position = 0
    for line in lines:
        assert line in blocks[position:], line
        position = blocks.index(line, position) + 1
    assert position >= len(lines) > 5


def test_all_digests_are_there() -> None:
    assert len(names()) == 14
    assert not list(Path(SEEDS / "workspace" / "public").glob("*"))
