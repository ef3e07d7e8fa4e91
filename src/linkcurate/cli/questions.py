"""The questions about one entry: fields that need a look, a summary, a category. `add` and `review` ask them."""

import datetime as dt
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from linkcurate.characters import plain
from linkcurate.cli.rescue import kept_words, say_kept
from linkcurate.cli.session import Session
from linkcurate.cli.suggestions import DRAFT, QUOTATIONS, offered, with_draft, with_quotation
from linkcurate.cli.words import source_words
from linkcurate.index import KnownPage, LinkIndex
from linkcurate.model import PROPOSED, Digest, Entry, Series, categories, cleaned
from linkcurate.prompt import Key, Pressed, Typed, ask_category, ask_key, ask_line, ask_summary
from linkcurate.values import dataclass

ASKED = frozenset({*PROPOSED, "summary", "category"})
CHANGE = Key(does="a field", stroke="c-f", label="Ctrl-F", word=":f")
_LETTERS = {"t": "title", "o": "outlet", "a": "authors", "d": "date"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What may be asked about an entry, and what helps to answer it."""

    session: Session
    index: LinkIndex
    page: KnownPage  # what is known of the entry's page
    categories: Sequence[tuple[str, ...]]  # those of the digest
    category: tuple[str, ...] = ()  # the one that its last entry has
    asked: frozenset[str] = ASKED  # what no option gave


def ask_about(questions: Questions, entry: Entry) -> Entry:
    """Ask the editor what the page did not tell for sure, for a summary and a category; Enter keeps what is there.

    Who leaves at one of the last two questions finds the summary in a file.
    """
    summary, typed = entry.summary, Typed(text=entry.summary)
    for name in PROPOSED if entry.url else ():  # a remark has none of them
        weak = name in questions.page.weak or entry.problem or not getattr(entry, name)
        if name in questions.asked and weak:
            entry = ask_field(entry, name, hint=_doubt(questions.page, name))
    try:
        if "summary" in questions.asked:
            entry = _ask_summary(questions, entry, typed)
        if "category" in questions.asked:
            entry = _ask_category(questions, entry)
    except BaseException:  # Ctrl-C, a signal, a terminal that is gone
        if typed.text.strip() != summary.strip():
            kept = replace(entry, summary=typed.text.strip())
            say_kept(kept_words(questions.session, kept))
        raise
    return cleaned(entry)


def ask_field(entry: Entry, name: str, *, hint: str = "") -> Entry:
    """Ask for one field, what is there to be changed."""
    if name == "authors":
        text = ask_line("Authors", "; ".join(entry.authors), hint=hint or "several: Ann Lee; Bo Berg")
        return replace(entry, authors=tuple(filter(None, map(str.strip, text.split(";")))))
    if name == "date":
        return replace(entry, date=_ask_date(entry.date, hint))
    value: Any = ask_line(name.capitalize(), getattr(entry, name), hint=hint)
    return replace(entry, **{name: value})


def known_categories(
    digest: Digest | None, series: Series | None
) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Return a digest's categories, those of its series first, and the one that its last entry has."""
    if digest is None:
        return [(category.name,) for category in series.categories] if series else [], ()
    used = Counter(entry.category for entry in digest.entries if entry.category)
    listed = [(category.name,) for category in categories(digest, series)]
    others = [category for category, _ in used.most_common() if category not in listed]
    return [*listed, *others], digest.entries[-1].category if digest.entries else ()


def _doubt(page: KnownPage, name: str) -> str:
    """Say why a field is asked for."""
    source = page.sources.get(name, "")
    return f"from {source_words(source)}, a guess" if source else ""


def _ask_date(found: dt.date | None, hint: str) -> dt.date | None:
    answer = str(found or "")
    while True:
        answer = ask_line("Date", answer, hint=hint or "as 2024-02-23")
        try:
            return dt.date.fromisoformat(answer) if answer else None
        except ValueError:
            sys.stderr.write(f"  {plain(answer)} is no date; write it as 2024-02-23\n")


def _ask_summary(questions: Questions, entry: Entry, typed: Typed) -> Entry:
    page = questions.page
    keys = (*offered(questions.session.config.assist, page), CHANGE)
    while True:
        answer = ask_summary(typed, about=f"{entry.title}\n{entry.url}", keys=keys)
        if isinstance(answer, str):
            return replace(entry, summary=answer)
        if answer.key is CHANGE:
            entry = _change(entry)
        elif answer.key is QUOTATIONS:
            typed.text = with_quotation(answer, entry, page, language=questions.session.config.site.language)
        elif answer.key is DRAFT:
            typed.text = with_draft(answer, entry, page, questions.session.config.assist)


def _ask_category(questions: Questions, entry: Entry) -> Entry:
    votes = questions.index.suggest_categories(
        entry, text=questions.page.description, among=questions.categories
    )
    likely = [vote.category for vote in votes]
    known = [*likely, *(category for category in questions.categories if category not in likely)]
    default, why = entry.category, ""
    if not default and votes:
        default, why = votes[0].category, f"as {votes[0].count} of {votes[0].of} similar entries"
    while True:
        answer = ask_category(known, default or questions.category, why=why, keys=[CHANGE])
        if not isinstance(answer, Pressed):
            return replace(entry, category=answer)
        entry = _change(entry)


def _change(entry: Entry) -> Entry:
    """Ask which field to change, and for its value; Ctrl-C leaves it as it is."""
    choices = {**_LETTERS, "n": "none"}
    try:
        name = choices[ask_key("Change", choices, default="n")]
        return entry if name == "none" else ask_field(entry, name)
    except KeyboardInterrupt:
        return entry
