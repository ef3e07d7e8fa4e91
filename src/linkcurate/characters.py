"""Characters that no text of ours may hold, whoever wrote it."""

import re

# Control characters (C0 but tab and line feed, DEL, C1), embedding, override and isolation of direction, which make
# text read otherwise than it stands, and lone surrogates, which no encoding has.
_FORBIDDEN = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
_NOT_IN_NAMES = rf"[\t\n\u2028\u2029]|{_FORBIDDEN}"


def cleaned(text: str) -> str:
    """Return a text of lines without forbidden characters; its line ends are LF."""
    return re.sub(_FORBIDDEN, "", text.replace("\r\n", "\n").replace("\r", "\n"))


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
