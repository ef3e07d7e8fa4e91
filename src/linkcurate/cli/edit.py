"""`edit`: fields of entries, in place, or an entry as text."""

import sys
from dataclasses import replace
from typing import Annotated, Any

import typer

from linkcurate.characters import plain
from linkcurate.cli.completion import complete_categories, complete_outlets
from linkcurate.cli.digests import numbered_json
from linkcurate.cli.learned import say_learned
from linkcurate.cli.options import DryRun, Json, parse_date
from linkcurate.cli.output import path_text, print_data, print_json, warning_line
from linkcurate.cli.place import SeveralEntries, chosen_digest, chosen_entries, chosen_entry, entry_rows
from linkcurate.cli.rescue import print_unsaved
from linkcurate.cli.session import Session, may_ask, open_session
from linkcurate.errors import UsageError, WorkspaceError
from linkcurate.index import LinkIndex
from linkcurate.model import Digest, Entry, Numbered, addresses, cleaned, lacks, style_of
from linkcurate.revise import Revision, revised
from linkcurate.revise import edit as write_edit
from linkcurate.store import Place, Run, find_place
from linkcurate.store.format import Value, entry_values
from linkcurate.urls import discreet, normalized, parse_address

CLEARABLE = tuple(entry_values(Entry()))


def edit(
    ctx: typer.Context,
    entries: SeveralEntries = None,
    title: Annotated[str | None, typer.Option(metavar="T", help="The title.")] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="O", help="The outlet.", autocompletion=complete_outlets)
    ] = None,
    author: Annotated[
        list[str] | None, typer.Option("--author", metavar="A", help="An author; may be repeated.")
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="D", help="The day of publication: 2024-02-23.")] = None,
    category: Annotated[
        list[str] | None,
        typer.Option(
            "--category",
            "-c",
            metavar="C",
            help="The heading; may be repeated.",
            autocompletion=complete_categories,
        ),
    ] = None,
    summary: Annotated[
        str | None, typer.Option("--summary", "-s", metavar="S", help="Your words, in Markdown.")
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address.")] = None,
    canonical: Annotated[str | None, typer.Option(metavar="URL", help="The page's own address.")] = None,
    archived: Annotated[str | None, typer.Option(metavar="URL", help="The address of a copy.")] = None,
    language: Annotated[str | None, typer.Option(metavar="L", help="The page's language: es, pt-BR.")] = None,
    via: Annotated[str | None, typer.Option(metavar="WHO", help="Whom the tip came from.")] = None,
    paywall: Annotated[
        bool | None, typer.Option("--paywall/--no-paywall", help="Whether it is behind a paywall.")
    ] = None,
    marked: Annotated[
        bool | None, typer.Option("--marked/--no-marked", help="Whether it is a candidate of a monthly pick.")
    ] = None,
    clear: Annotated[
        list[str] | None, typer.Option("--clear", metavar="KEY", help="A key to remove; may be repeated.")
    ] = None,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Change an entry, and nothing else in its file.

    \b
    linkcurate edit 3
    linkcurate edit 3 --title "What the river took" --category World
    linkcurate edit 2024-02-23-daily https://example.org/story --clear archived
    linkcurate edit 2 5 7 --marked

    Without a field to change, the entry's own text is opened in $VISUAL or $EDITOR. What you save is checked
    before it is written, and opened again if it is not valid. Without an entry, you pick one from a list;
    `edit --marked` lets you tick the candidates of a monthly pick.

    An entry's problem is gone once you have filled in what its style prints; --clear problem says that you
    have looked.
    """
    session = open_session(ctx)
    given = {
        "title": title,
        "outlet": outlet,
        "authors": _texts(author),
        "date": date,
        "category": _texts(category),
        "summary": summary,
        "url": url,
        "canonical": canonical,
        "archived": archived,
        "language": language,
        "via": via,
        "paywall": paywall,
        "marked": marked,
    }
    values = _values({key: value for key, value in given.items() if value is not None}, clear or [])
    given_entries, run = entries or [], session.run("edit", dry=dry_run)
    if not values:
        _edit_as_text(session, given_entries, run, json=json)
    elif values == {"marked": True} and not json and not chosen_digest(session, given_entries, ask=_ASK)[1]:
        _tick_marked(session, given_entries, run)
    else:
        printed = set(values) != {"marked"}
        chosen = chosen_entries(session, given_entries, ask="" if json else _ASK, printed=printed)
        _edit_fields(session, chosen, values, run, json=json)


_ASK = "Which entry to edit"


def _edit_as_text(session: Session, given: list[str], run: Run, *, json: bool) -> None:
    if json or not may_ask(session):
        raise UsageError(
            "nothing to change; give --title, --summary, --category, --clear KEY … (see `linkcurate edit --help`)"
        )
    from linkcurate.cli.entry_text import edit_as_text

    digest, place = chosen_entry(session, given, ask=_ASK)
    done = edit_as_text(session, place, run, look=lambda entry: _warn_of_duplicate(session, entry.url, place))
    if done:
        _report(session, digest, done, dry_run=run.dry, json=False)


def _tick_marked(session: Session, given: list[str], run: Run) -> None:
    """Let the editor tick the entries that are marked, and save what was changed."""
    from linkcurate.prompt import pick_several

    digest, _ = chosen_digest(session, given, ask=_ASK)
    before = {index for index, entry in enumerate(digest.entries) if entry.marked}
    ticked = set(pick_several("Which to mark", entry_rows(digest.entries), ticked=before))
    if ticked == before and not session.settings.quiet:
        sys.stderr.write("nothing was changed\n")
    for index in sorted(ticked ^ before):
        place = replace(find_place(digest, str(index + 1)), exact=True)
        values = {"marked": index in ticked}
        done = write_edit(session.workspace, session.config, place, values, run)
        _report(session, digest, done, dry_run=run.dry, json=False)


def _edit_fields(
    session: Session, chosen: tuple[Digest, list[Place]], values: dict[str, Any], run: Run, *, json: bool
) -> None:
    """Set the same fields of some entries of a digest."""
    digest, places = chosen
    if len(places) > 1 and (own := [key for key in values if key in _OF_ONE]):
        raise UsageError(f"{', '.join(own)}: of a single entry each; name one entry")
    for place in places:
        _warn_of_duplicate(session, values.get("url", ""), place)
        try:
            done = write_edit(session.workspace, session.config, place, values, run)
        except WorkspaceError:
            print_unsaved(revised(digest, place.number, values, session.config.series.get(digest.series)))
            raise
        _report(session, digest, done, dry_run=run.dry, json=json)
        if "outlet" in done.changed:
            say_learned(session, done.before, done.after, run)


_OF_ONE = ("url", "canonical", "archived", "title", "authors", "date", "summary")


def _texts(given: list[str] | None) -> tuple[str, ...] | None:
    return None if given is None else tuple(given)


def _values(given: dict[str, Any], clear: list[str]) -> dict[str, Any]:
    """Return the new value of each field that an option names, cleaned; raises UsageError."""
    for key in clear:
        name = _KEYS.get(key, key)
        if name not in CLEARABLE:
            raise UsageError(f"--clear {key}: no such key; there are: {', '.join(CLEARABLE)}")
        if name in given:
            raise UsageError(f"--clear {key} and --{key} contradict each other; give one of them")
        given[name] = getattr(Entry(), name)
    if "date" in given:
        given["date"] = parse_date(given["date"] or "")
    for key in _ADDRESSES:
        try:
            given |= {key: parse_address(given[key])} if given.get(key) else {}
        except ValueError as error:
            raise UsageError(
                f"--{key} {discreet(given[key])!r}: {error}; give an address such as https://example.org/story"
            ) from None
    new = cleaned(Entry(**given))
    return {key: getattr(new, key) for key in given}


_KEYS = {"author": "authors"}  # as the option is called → as the key is
_ADDRESSES = ("url", "canonical", "archived")


def _warn_of_duplicate(session: Session, url: str, place: Place) -> None:
    """Say where a new address stands already; the editor may know why."""
    if not url or normalized(url) in map(normalized, addresses(place.entry)):
        return
    index = LinkIndex(session.workspace, makes_files=False)
    index.refresh()
    if there := index.find(url):
        warning_line(f"{url} is already linked in {there.digest.name} No. {there.number}")


def _report(session: Session, digest: Digest, done: Revision, *, dry_run: bool, json: bool) -> None:
    after = done.after
    entries = (*digest.entries[: done.number - 1], after, *digest.entries[done.number :])
    style = style_of(done.number, replace(digest, entries=entries), session.config.series.get(digest.series))
    if json:
        numbered = Numbered(number=done.number, entry=after)
        print_json({**numbered_json(digest, numbered, style), "changed": list(done.changed)})
        return
    path = path_text(session.workspace.path(digest.name))
    if not (done.changed or done.text):
        print_data(f"No. {done.number} of {path} says so already")
        return
    print_data(f"{'Would change' if dry_run else 'Changed'} No. {done.number} of {path}")
    before, now = entry_values(done.before), entry_values(after)
    for key in done.changed:
        if key in now:
            print_data(f"  {key}: {value_text(before[key])} → {value_text(now[key])}")
        else:
            print_data(f"  {key}: {len(done.before.also)} → {len(after.also)} further sources")
    if (missing := lacks(after, style)) and not session.settings.quiet:
        sys.stderr.write(f"  unfinished, lacks: {plain('; '.join(missing))}\n")


def value_text(value: Value | None) -> str:
    """Return an entry's value in one line."""
    text = ", ".join(value) if isinstance(value, tuple) else str(value or "")
    return plain(text) or "(none)"
