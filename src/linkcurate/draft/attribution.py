"""Words of a page → words of a summary: in quotation marks, and with who says them."""

import re

from linkcurate.extract.quotations import Kind, Passage

# By the site's language: what stands between a quotation and its speaker, and between words of the page and its outlet.
_SAID = {
    "de": ("sagte", "schreibt"),
    "en": ("said", "writes"),
    "es": ("dijo", "escribe"),
    "fr": ("a déclaré", "écrit"),
}


def attributed(passage: Passage, *, outlet: str, language: str) -> str:
    """Return a passage as Markdown for a summary: `"We will see," said Ann Lee.`, in the site's language (BCP 47).

    Straight quotation marks become those of the language when it is printed. Who speaks in a quotation that names
    nobody is left to the editor: the outlet stands before it.
    """
    words = _nested(_escaped(passage.text))
    said = _SAID.get(language.split("-")[0].lower())
    verb = said[passage.kind is not Kind.QUOTATION] if said else ""
    source = passage.speaker or outlet
    if not source:
        return f'"{words}"'
    if not verb or (passage.kind is Kind.QUOTATION and not passage.speaker):
        return f'{source}: "{words}"'
    if words[-1] in "?!…":
        comma_inside, comma_after = "", "" if verb in _SAID["en"] else ","
    else:
        words = words.rstrip(".")
        comma_inside, comma_after = (",", "") if verb in _SAID["en"] else ("", ",")
    return f'"{words}{comma_inside}"{comma_after} {verb} {source}{"" if source.endswith(".") else "."}'


def _nested(text: str) -> str:
    """Return a text whose own quotation marks are single ones, to stand within double ones."""
    return re.sub(r"[“”„\"«»]", "'", re.sub(r"«\s+|\s+»", "'", text))


def _escaped(text: str) -> str:
    """Return a text in which Markdown finds nothing of its own: no emphasis, code, link, or HTML."""
    return re.sub(r"\[(?=[^\]]*\]\()|[\\`*<]|(?<!\w)_|_(?!\w)", lambda match: f"\\{match[0]}", text)
