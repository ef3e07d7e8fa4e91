"""linkcurate.toml, the configuration of a workspace, as a value."""

import re
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from urllib.parse import urlsplit

from linkcurate.errors import WorkspaceError
from linkcurate.files import read
from linkcurate.model import LANGUAGE_TAG, Category, Checking, Kind, Mailbox, Mailing, Series, Site, Style
from linkcurate.toml import Table, parse_document
from linkcurate.values import dataclass

FILE_NAME = "linkcurate.toml"
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*"
_HOST = rf"{_LABEL}(?:\.{_LABEL})*|[0-9A-Fa-f:.]+"  # or an address (IPv6)
_MAILBOX = rf"(?P<name>[^<>]*)<(?P<address>{_ADDRESS})>|(?P<alone>{_ADDRESS})"
_UNSUBSCRIBE = r"(?:https?://|mailto:)[!-;=?-~]{1,900}"  # ASCII, on one line (RFC 5322: 998)
_DAY = 86_400  # seconds
STYLES = tuple(str(style) for style in Style)
LABELS = ("paywall", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assist:
    """The program that drafts summaries: the [assist] table."""

    summary: str = ""  # a command, split as a shell would; "": none
    timeout: int = 60  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What an editor settled for a workspace; all of it has defaults."""

    site: Site = field(default_factory=Site)
    series: Mapping[str, Series] = field(default_factory=dict)
    formats: tuple[str, ...] = ("html", "markdown")
    output: str = "public"  # a folder, relative to the workspace
    mailing: Mailing = field(default_factory=Mailing)
    checking: Checking = field(default_factory=Checking)
    proxy: bool = False  # fetch through the environment's proxy
    outlets: Mapping[str, str] = field(default_factory=dict)  # domain → the house's name
    assist: Assist = field(default_factory=Assist)
    unknown: tuple[str, ...] = ()  # keys that nothing reads: typing errors, maybe


def read_config(path: Path) -> Config:
    """Read linkcurate.toml; a file that is not there means defaults. Raises WorkspaceError."""
    if not path.exists():
        return Config()
    try:
        text = read(path).decode("utf-8")
    except UnicodeDecodeError:
        raise WorkspaceError(f"{path.name}: not UTF-8; save it as UTF-8 in a text editor") from None
    return parse_config(text, path.name)


def parse_config(text: str, file: str = FILE_NAME) -> Config:
    """Parse the text of a configuration; raises WorkspaceError with file, line and key."""
    document = parse_document(text, file)
    root = document.root()
    publish, fetch = root.table("publish"), root.table("fetch")
    formats = publish.text_or_texts("formats") or Config().formats
    output = publish.text("output") or Config().output
    proxy = fetch.flag("proxy")
    outlets = _outlets(root.table("outlets"))
    series_table = root.table("series")
    series = {name: _series(name, series_table.table(name)) for name in series_table.data}
    site = replace(_site(root.table("site"), outlets), labels=publish.choices("labels", LABELS))
    checking = _checking(root.table("check"))
    mailing = _mailing(root.table("email"))
    assist = _assist(root.table("assist"))
    for table in (publish, fetch, root):
        table.close()
    return Config(
        site=site,
        series=series,
        formats=formats,
        output=output,
        mailing=mailing,
        checking=checking,
        proxy=proxy,
        outlets=outlets,
        assist=assist,
        unknown=tuple(document.unknown),
    )


def _site(table: Table, outlets: Mapping[str, str]) -> Site:
    site = Site(
        title=table.text("title"),
        tagline=table.text("tagline"),
        heading=table.text("heading"),
        author=table.text("author"),
        url=_address(table, "url"),
        language=_language(table),
        license=table.text("license"),
        per_page=table.number("per_page", 14),
        output=table.text("output") or Site().output,
        outlets=outlets,
    )
    table.close()
    return site


def _address(table: Table, key: str) -> str:
    """Read an address of the web whose host can be written in ASCII, as the identifiers of feeds need it."""
    value = table.text(key)
    if not value:
        return ""
    from linkcurate.urls import discreet, parse_address  # 5 ms that a table without addresses should not cost

    try:
        address = parse_address(value)
        (urlsplit(address).hostname or "").encode("idna")
    except (ValueError, UnicodeError):
        raise table.error(
            key, f"is {discreet(value)!r}; it must be an address such as https://example.org/"
        ) from None
    return address


def _language(table: Table) -> str:
    value = table.text("language") or "en"
    if not re.fullmatch(LANGUAGE_TAG, value):
        raise table.error("language", f'is {value!r}; it must be a tag such as "en" or "pt-BR"')
    return value


def _mailing(table: Table) -> Mailing:
    mailing = Mailing(
        sender=_mailbox(table, "from"),
        to=_mailbox(table, "to"),
        unsubscribe=_unsubscribe(table),
        host=_server(table),
        port=_port(table),
        tls=table.choice("tls", ("starttls", "tls", "none")) or "starttls",
        user=table.text("user"),
    )
    table.close()
    return mailing


def _server(table: Table) -> str:
    value = table.text("smtp")
    if value and not re.fullmatch(_HOST, value):
        from linkcurate.urls import discreet

        raise table.error(
            "smtp", f"is {discreet(value)!r}; it must be the name of a server, such as mail.desk.example"
        )
    return value


def _port(table: Table) -> int:
    value = table.number("port", 1) if table.has("port") else 0
    if value > 65535:
        raise table.error("port", f"is {value}; there are none above 65535")
    return value


def _mailbox(table: Table, key: str) -> Mailbox | None:
    value = table.text(key)
    try:
        return parse_mailbox(value) if value else None
    except ValueError as error:
        raise table.error(key, f"is {value!r}: {error}") from None


def parse_mailbox(text: str) -> Mailbox:
    """Parse `Ida Berg <ida@desk.example>` or an address alone, which is in ASCII; raises ValueError."""
    match = re.fullmatch(_MAILBOX, text.strip())
    if match is None or not text.isprintable() or "=?" in text:  # an encoded word may stand for line ends
        raise ValueError("not one address such as Ida Berg <ida@desk.example>")
    name = (match["name"] or "").strip()
    if len(name) > 1 and name[0] == name[-1] == '"':
        name = re.sub(r"\\(.)", r"\1", name[1:-1])
    return Mailbox(name=name, address=match["address"] or match["alone"])


def _unsubscribe(table: Table) -> str:
    value = table.text("unsubscribe")
    if value and not re.fullmatch(_UNSUBSCRIBE, value):
        from linkcurate.urls import discreet

        raise table.error("unsubscribe", f"is {discreet(value)!r}; it must begin with https:// or mailto:")
    return value


def _checking(table: Table) -> Checking:
    off = table.choices("off", tuple(map(str, Kind)))
    limits = table.items("summary_words")
    whole = all(type(limit) is int and limit >= 0 for limit in limits)
    if limits and not (whole and len(limits) == 2 and (limits[0] <= limits[1] or limits[1] == 0)):
        raise table.error(
            "summary_words",
            "must be the fewest and the most words of a summary, such as [10, 60]; 0: no limit",
        )
    fewest, most = limits or (0, 0)
    table.close()
    return Checking(off=frozenset(map(Kind, off)), fewest=fewest, most=most)


def _series(name: str, table: Table) -> Series:
    style = table.choice("style", STYLES)
    series = Series(
        name=name,
        title=table.text("title"),
        heading=table.text("heading"),
        style=Style(style) if style else None,
        categories=parse_categories(table) or (),
        other_categories=table.choice("other_categories", ("alphabetical", "appearance")) or "appearance",
        subscribe=table.text("subscribe"),
        excerpt=table.flag("excerpt"),
    )
    table.close()
    return series


def parse_categories(table: Table) -> tuple[Category, ...] | None:
    """Read a `categories` list of names and `{ name = …, style = … }` tables; None if there is none."""
    if not table.has("categories"):
        return None
    return tuple(_category(table, item) for item in table.items("categories"))


def _category(table: Table, item: object) -> Category:
    if isinstance(item, str):
        return Category(name=item)
    if not isinstance(item, dict) or not isinstance(item.get("name"), str):
        raise table.error(
            "categories", 'must hold names, or tables such as { name = "…", style = "citation" }'
        )
    style = item.get("style")
    if style is not None and style not in STYLES:
        raise table.error("categories", f"has the style {style!r}; it must be one of: {', '.join(STYLES)}")
    return Category(name=item["name"], style=Style(style) if style else None)


def _assist(table: Table) -> Assist:
    import shlex  # few workspaces have such a table

    assist = Assist(summary=table.text("summary"), timeout=table.number("timeout", Assist().timeout))
    try:
        words = shlex.split(assist.summary)
    except ValueError as error:
        raise table.error("summary", f"is {assist.summary!r}: {error}; write it as in a shell") from None
    if assist.timeout > _DAY:
        raise table.error("timeout", f"is {assist.timeout}; a day, {_DAY} seconds, is the most")
    if assist.summary and not words:
        raise table.error("summary", "is blank; name a program, or leave it out")
    table.close()
    return assist


def _outlets(table: Table) -> dict[str, str]:
    return {domain.lower(): table.text(domain) for domain in table.data}
