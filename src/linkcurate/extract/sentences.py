"""Paragraphs → sentences."""

from collections.abc import Iterator

from linkcurate.patterns import regex

_BREAK = regex(r"[.!?…][\"”“»’)\]]*(?=\s+[\"“„«»‘¿¡(\[]?\s?[^\W_a-zß-öø-ÿ])|[。！？][」』”’]*")
_ABBREVIATION = regex(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Jr|St|Gov|Sen|Rep|Gen|Col|Lt|Capt|Sgt|Rev|Hon|No|Nr|Art|vs|ca|bzw|etc|Inc|Ltd|Co"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Abs|Mio|Mrd|Mme|UU|z\. ?B|d\. ?h|u\. ?a)|\b[^\W\d_]|\b\d{1,2})$"
)

_LONGEST = 12  # characters of an abbreviation, and what is before it


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a paragraph; a full stop that belongs to an abbreviation ends none."""
    start = 0
    for match in _BREAK.finditer(text):
        if match[0] == "." and _ABBREVIATION.search(
            text[max(start, match.start() - _LONGEST) : match.start()]
        ):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    if rest := text[start:].strip():
        yield rest
