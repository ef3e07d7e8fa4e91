"""The usual text of an editor: paragraphs of plain words and `[words](address)`, parsed without a parser.

markdown-it tries two dozen rules on every text, which takes ten times as long. What is recognized here holds no
character that CommonMark could take for any other markup, so that the tokens are the same; a test compares them.
"""

from typing import TYPE_CHECKING

from linkcurate.patterns import regex

if TYPE_CHECKING:
    from markdown_it.token import Token

_WORDS = r"(?:[^\x00-\x1f\x7f\\`*_\[\]<>&!]|&(?![#\w])|!(?!\[))"
_PATH = r"(?:[\w/.~=,:@+$&-]|%[0-9A-Fa-f]{2})*+"
_ADDRESS = rf"(?a:#[1-9][0-9]*+|https?://[a-z0-9](?:[a-z0-9-]*\.)*[a-z0-9]+(?:/{_PATH}(?:\?{_PATH})?(?:#{_PATH})?)?)?"
_LINK = regex(rf"\[({_WORDS}+)\]\(({_ADDRESS})\)")
_LINE = regex(  # begins as no block but a paragraph does, and has no spaces around it
    rf"(?!\d+[.)])(?=[^\W_]|[\"'(\[“‘„«])(?:{_WORDS}++|\[{_WORDS}++\]\({_ADDRESS}\))*+(?<!\s)"
)


def parse_usual(text: str) -> "list[Token] | None":
    """Return the tokens that markdown-it would make of a text; None for one that is not the usual."""
    paragraphs = _paragraphs(text)
    if paragraphs is None:
        return None
    from markdown_it.token import Token  # 30 ms that `--help` should not pay

    blocks = []
    start = 0
    for lines in paragraphs:
        place = [start, start + len(lines)]
        children: list[Token] = []
        for number, line in enumerate(lines):
            if number:
                children.append(Token("softbreak", "br", 0))
            children += _inline(line)
        blocks += [
            Token("paragraph_open", "p", 1, block=True, map=place),
            Token(
                "inline", "", 0, children=children, content="\n".join(lines), level=1, block=True, map=place
            ),
            Token("paragraph_close", "p", -1, block=True),
        ]
        start = place[1] + 1
    return blocks


def words_of_usual(text: str) -> list[str] | None:
    """Return the words of each paragraph, in one line; None for a text that is not the usual."""
    paragraphs = _paragraphs(text)
    if paragraphs is None:
        return None
    return [_LINK.sub(r"\1", " ".join(lines)) for lines in paragraphs]


def _paragraphs(text: str) -> list[list[str]] | None:
    """Return the lines of each paragraph; None for a text that is not the usual."""
    paragraphs = [paragraph.split("\n") for paragraph in text.split("\n\n")]
    return paragraphs if all(_LINE.fullmatch(line) for lines in paragraphs for line in lines) else None


def _inline(line: str) -> "list[Token]":
    from markdown_it.token import Token

    pieces = _LINK.split(line)  # text, words and address of a link, text, …
    tokens = [Token("text", "", 0, content=pieces[0])] if pieces[0] else []
    for words, address, text in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        tokens += [
            Token("link_open", "a", 1, attrs={"href": address}),
            Token("text", "", 0, content=words, level=1),
            Token("link_close", "a", -1),
        ]
        if text:
            tokens.append(Token("text", "", 0, content=text))
    return tokens
