"""The block quotes of a summary (CommonMark, section 5.1), and what in them may be the editor's own words."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from linkcurate.check.marks import Quotation
from linkcurate.check.prose import words_of
from linkcurate.markup import parse
from linkcurate.patterns import regex
from linkcurate.values import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token

_MOST = 20  # words that say whom a quotation is by
_DASH = "(?:[—–―~]|-{1,3})"  # any may begin the line that says whom it is by
_SIGNED = regex(rf"{_DASH}\s*\S|[(\[].*[)\]]\.?\Z")
_SIGNED_INLINE = regex(rf"(?P<words>.*[.!?…。！？\"”’»)\]])\s+{_DASH}\s*(?P<name>\S.*)", re.DOTALL)
_REMARKED = regex(
    r"(?P<words>.*(?:[.!?…。！？\"”’»]\s*\((?=[^()]*\))|\S\s*\((?=[^()\d]*\))))(?P<name>[^()]*)\)\.?",
    re.DOTALL,
)
_SPEAKER = regex(r"(?P<name>[^:\d]{1,60}):\s+(?P<words>\S.*)", re.DOTALL)
_SPEAKERS_WORDS = 4
_BREAKS = ("softbreak", "hardbreak")
_AROUND = ("link_open", "em_open", "strong_open")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    """A paragraph of a block quote."""

    lines: tuple[str, ...]
    marked: bool  # it begins with a link or emphasis
    set_off: bool  # a list's item, or all of it one link or emphasis: as a name may be set that stands below


def block_quotations(text: str) -> Iterator[Quotation]:
    """Yield what each paragraph of a Markdown text's block quotes says."""
    for block in _blocks(text):
        for number, paragraph in enumerate(block, 1):
            whole, alone = " ".join(paragraph.lines), len(block) == 1
            others = _without_name(paragraph, alone=alone) if number == len(block) else []
            said = [_without_speaker(one, marked=paragraph.marked) for one in (whole, *others)]
            if paragraph.lines[0].endswith(":") and not (alone and len(paragraph.lines) == 1):
                said.append(" ".join(paragraph.lines[1:]))
            yield Quotation(whole, others=(*others, *said))


def _blocks(text: str) -> Iterator[Sequence[_Paragraph]]:
    """Yield the outermost block quotes of a text, each with its paragraphs."""
    depth, items = 0, 0
    block: list[_Paragraph] = []
    for token in parse(text):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        items += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if depth and token.children:
            block.append(_paragraph(token.children, listed=items > 0))
        elif block and not depth:
            yield block
            block = []


def _paragraph(children: "Sequence[Token]", *, listed: bool) -> _Paragraph:
    lines: list[list[Token]] = [[]]
    for child in children:
        if child.type in _BREAKS:
            lines.append([])
        else:
            lines[-1].append(child)
    seen = [child for child in children if child.content or child.type != "text"]
    first, last = (seen[0], seen[-1]) if seen else (children[0], children[-1])
    marked = first.type in _AROUND
    wrapped = marked and last.level == first.level and last.nesting == -1
    return _Paragraph(
        lines=tuple(words_of(line).strip() for line in lines), marked=marked, set_off=listed or wrapped
    )


def _without_name(paragraph: _Paragraph, *, alone: bool) -> list[str]:
    """Return what the last paragraph of a block may quote, if its end says whom that is by or what was changed."""
    *before, last = paragraph.lines
    found = []
    if (before or not alone) and _is_short(last) and (_SIGNED.match(last) or paragraph.set_off):
        found.append(" ".join(before))
    for pattern in (_SIGNED_INLINE, _REMARKED):
        match = pattern.fullmatch(" ".join(paragraph.lines))
        if match and _is_short(match["name"]):
            found.append(match["words"])
    return found


def _without_speaker(text: str, *, marked: bool) -> str:
    """Return what follows a speaker's name and a colon: a name is set off, or its words are capitalized."""
    match = _SPEAKER.fullmatch(text)
    if not match:
        return text
    name = match["name"].split()
    is_name = len(name) <= _SPEAKERS_WORDS and (marked or all(word[0].isupper() for word in name))
    return match["words"] if is_name else text


def _is_short(name: str) -> bool:
    return len(name.split()) <= _MOST
