"""What an editor may put into a summary at a key: words of the page, or a draft by a program of their choice."""

import sys
from collections.abc import Iterator

from linkcurate.characters import shown
from linkcurate.cli.output import Notice, warning_line
from linkcurate.config import Assist
from linkcurate.errors import LinkcurateError
from linkcurate.index import KnownPage
from linkcurate.model import Entry
from linkcurate.prompt import Key, Pressed, ask_key, ask_one_of

QUOTATIONS = Key(does="quotations", stroke="tab", label="Tab", word=":q")
DRAFT = Key(does="a draft", stroke="c-g", label="Ctrl-G", word=":d")


def offered(assist: Assist, page: KnownPage) -> Iterator[Key]:
    """Yield the keys for which there is something to offer."""
    if page.text:
        yield QUOTATIONS
        if assist.summary:
            yield DRAFT


def with_quotation(typed: Pressed, entry: Entry, page: KnownPage, *, language: str) -> str:
    """Return what was typed with words of the page that the editor chooses, attributed in a language."""
    from linkcurate.draft.attribution import attributed
    from linkcurate.extract.quotations import Kind, passages

    found = passages(
        page.text.split("\n"), title=entry.title, description=page.description, language=page.language
    )
    if not found:
        sys.stderr.write("  nothing to quote was found on the page\n")
        return typed.text
    listed = [
        f"{one.speaker or '…'}: “{one.text}”" if one.kind is Kind.QUOTATION else one.text for one in found
    ]
    try:
        chosen = ask_one_of("Quotation", listed)
    except KeyboardInterrupt:
        chosen = None
    if chosen is None:
        return typed.text
    return typed.inserted(attributed(found[chosen], outlet=entry.outlet, language=language))


def with_draft(typed: Pressed, entry: Entry, page: KnownPage, assist: Assist) -> str:
    """Return what was typed with a draft by the assisting program, if it gives one; Ctrl-C stops it."""
    from linkcurate.assist import draft_summary

    try:
        if not _may_run(assist.summary):
            return typed.text
        notice = Notice(f"waiting (Ctrl-C stops it): {assist.summary} …")
        try:
            draft = draft_summary(
                assist.summary, text=page.text, url=entry.url, title=entry.title, timeout=assist.timeout
            )
        finally:
            notice.done()
    except LinkcurateError as error:
        warning_line(str(error))
        return typed.text
    except KeyboardInterrupt:
        return typed.text
    return typed.inserted(draft)


def _may_run(command: str) -> bool:
    """Say whether a command may run; the first time it is shown, and asked."""
    from linkcurate.assist import allow, allowed

    if allowed(command):
        return True
    sys.stderr.write(
        "  linkcurate.toml names a program to draft summaries. It would run with your\n"
        f"  rights, and get the page's text:\n\n    {shown(command)}\n\n"
    )
    if ask_key("Run it, now and whenever it is asked for?", {"y": "yes", "n": "no"}, default="n") != "y":
        return False
    allow(command)
    return True
