"""Characters that no text of ours may hold, whoever wrote it."""

import re

# Control characters (C0 but tab and line feed, DEL, C1), embedding, override and isolation of direction, which make
# text read otherwise than it stands, and lone surrogates, which no encoding has.
_FORBIDDEN = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
_NOT_IN_NAMES = rf"[\t\n\u2028\u2029]|{_FORBIDDEN}"


_HARMLESS = bytes((*b"\t\n", *range(0x20, 0x7F)))  # most bytes of most texts (UTF-8)


def cleaned(text: str) -> str:
    """Return a text of lines without forbidden characters; its line ends are LF."""
    if text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Bytes are dropped in a fifth of the time that a pattern takes to look at them, and pages are long.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _HARMLESS).decode("utf-8", "surrogatepass")
    return _replaced(text, "") if not rest.isprintable() and re.search(_FORBIDDEN, rest) else text


def one_line(text: str) -> str:
    """Return a text as one line, without forbidden characters."""
    return _replaced(" ".join(text.split()), "")


def plain(text: str) -> str:
    """Return a text as one line that cannot move the cursor, color or reorder what stands around it."""
    return _replaced(" ".join(text.split()), "\N{REPLACEMENT CHARACTER}")


def shown(text: str) -> str:
    """Return a name or path as it stands, as harmless as in `plain`."""
    return text if text.isprintable() else re.sub(_NOT_IN_NAMES, "\N{REPLACEMENT CHARACTER}", text)


def unseen_escaped(text: str) -> str:
    """Return JSON in which what `plain` replaces is written as JSON escapes it."""
    return re.sub(_FORBIDDEN, lambda match: f"\\u{ord(match[0]):04x}", text)


def plain_lines(text: str) -> str:
    """Return a text of several lines as it stands, as harmless as in `plain`."""
    return "\n".join(
        _replaced(line.removesuffix("\r"), "\N{REPLACEMENT CHARACTER}") for line in text.split("\n")
    )


def _replaced(text: str, by: str) -> str:
    """Return a text with something in place of forbidden characters, none of which Python takes for printable."""
    return text if text.isprintable() else re.sub(_FORBIDDEN, by, text)
