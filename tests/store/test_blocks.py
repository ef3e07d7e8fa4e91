"""Entries as blocks of text: what goes with an entry, and what stays. tests/trials tries every layout."""

import pytest

from linkcurate.errors import WorkspaceError
from linkcurate.store.blocks import insert_block, insert_source, move_block, remove_block, replace_block

HEADER = 'title = "T"\n'
DIGEST = (
    HEADER
    + '\n# of a\n[[entries]] # a\nurl = "a"\n# category = "X"\n\n# apart\n\n[[entries]]\nurl = "b"\n'
    + '[entries.mine]\nx = 1\n\n[other]\ny = 2\n\n[entries.late]\nz = 3\n\n\n[[entries]]\nurl = "c"'
)


def test_comments_at_an_entry_go_with_it_and_others_stay() -> None:
    cut = remove_block(DIGEST, 0, "f")
    assert cut.block == '# of a\n[[entries]] # a\nurl = "a"\n# category = "X"\n'
    assert cut.text == DIGEST.replace(cut.block + "\n", "")


def test_an_entry_in_pieces_goes_as_a_whole() -> None:
    cut = remove_block(DIGEST, 1, "f")
    assert cut.block == '[[entries]]\nurl = "b"\n[entries.mine]\nx = 1\n[entries.late]\nz = 3\n'
    assert cut.text.endswith('# apart\n\n[other]\ny = 2\n\n[[entries]]\nurl = "c"')


def test_the_last_entry_takes_the_blank_lines_before_it_along() -> None:
    assert remove_block(DIGEST, 2, "f").text.endswith("[entries.late]\nz = 3\n")
    assert remove_block(HEADER + '\n[[entries]]\nurl = "a"\n', 0, "f").text == HEADER


def test_moved_entries_keep_the_distance_that_the_file_has() -> None:
    tight = HEADER + '[[entries]]\nurl = "a"\n[[entries]]\nurl = "b"'
    assert move_block(tight, 1, 0, "f") == HEADER + '[[entries]]\nurl = "b"\n[[entries]]\nurl = "a"\n'
    wide = HEADER + '\n\n[[entries]]\nurl = "a"\n\n\n[[entries]]\nurl = "b"\n'
    assert move_block(wide, 0, 1, "f") == HEADER + '\n\n[[entries]]\nurl = "b"\n\n\n[[entries]]\nurl = "a"\n'


def test_a_block_takes_on_the_line_ends_of_its_new_file() -> None:
    new = insert_block('title = "T"\r\n', '# of a\n[[entries]]\nsummary = """\nx\n"""\n', 0, "f")
    assert new == 'title = "T"\r\n\r\n# of a\r\n[[entries]]\r\nsummary = """\r\nx\r\n"""\r\n'


def test_a_further_source_stands_after_those_that_there_are() -> None:
    text = HEADER + '[[entries]]\nurl = "a"\n[[entries.also]]\nurl = "b"\n\n[[entries]]\nurl = "d"\n'
    new = insert_source(text, 0, '[[entries.also]]\nurl = "c"\n', "f")
    assert new == text.replace('url = "b"\n', 'url = "b"\n\n[[entries.also]]\nurl = "c"\n')


def test_a_block_is_replaced_and_nothing_else() -> None:
    block = '# new\n[[entries]]\nurl = "A"\n[[entries.also]]\nurl = "B"'
    old = '# of a\n[[entries]] # a\nurl = "a"\n# category = "X"\n'
    assert replace_block(DIGEST, 0, block, "f") == DIGEST.replace(old, f"{block}\n")
    crlf = DIGEST.replace("\n", "\r\n")
    assert replace_block(crlf, 0, block, "f") == crlf.replace(
        old.replace("\n", "\r\n"), f"{block}\n".replace("\n", "\r\n")
    )
    with pytest.raises(WorkspaceError, match=r"f: other tables stand between those of entry 2"):
        replace_block(DIGEST, 1, block, "f")


@pytest.mark.parametrize("entries", ['entries = [{ url = "a" }]', '[entries]\nurl = "a"'])
def test_entries_that_are_not_tables_are_refused(entries: str) -> None:
    with pytest.raises(WorkspaceError, match=r"digest\.toml: .*\[\[entries\]\]"):
        remove_block(HEADER + entries, 0, "digest.toml")


def test_further_sources_that_are_not_tables_are_refused() -> None:
    text = HEADER + '[[entries]]\nalso = [{ url = "a" }]\n'
    with pytest.raises(WorkspaceError, match=r"digest\.toml: .* entry 1 .*\[\[entries\.also\]\]"):
        insert_source(text, 0, '[[entries.also]]\nurl = "b"\n', "digest.toml")
