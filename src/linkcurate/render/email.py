"""Digest → a complete message (RFC 5322): plain text, and HTML with its styles written into the elements.

Neither loads anything, and both are plain enough for every client; neither text nor background has a color, so that a
client's dark mode is right.
"""

import datetime as dt
import hashlib
import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from linkcurate.dates import date_text, locale_of
from linkcurate.errors import WorkspaceError
from linkcurate.model import Digest, Mailbox, Mailing
from linkcurate.render.environment import fill
from linkcurate.render.fragment import fragment, html_blocks
from linkcurate.render.labels import labels
from linkcurate.render.layout import Layout, lay_out
from linkcurate.render.outline import DEEPEST
from linkcurate.render.plain import plain_blocks, plain_message
from linkcurate.render.publication import Publication, aware, page_address, printed_site

_SANS = "font-family: Helvetica, Arial, sans-serif"
_SMALL = f"{_SANS}; font-size: 14px; line-height: 1.5; color: #767676"  # legible on white and on black
_STYLES = MappingProxyType(
    {
        "p": "margin: 0 0 14px",
        "ul": "margin: 0 0 14px; padding: 0 0 0 22px",
        "ol": "margin: 0 0 14px; padding: 0 0 0 26px",
        "li": "margin: 0 0 12px",
        "h2": f"margin: 32px 0 14px; padding: 14px 0 0; border-top: 1px solid #b9b3a7; {_SANS}; font-size: 17px",
        **{f"h{level}": f"margin: 20px 0 8px; {_SANS}; font-size: 15px" for level in range(3, DEEPEST + 1)},
        "blockquote": "margin: 0 0 14px; padding: 0 0 0 14px; border-left: 2px solid #b9b3a7",
        "pre": "margin: 0 0 14px; white-space: pre-wrap; font-size: 14px",
        "hr": "margin: 24px 0; border: 0; border-top: 1px solid #b9b3a7",
    }
)


def render_email(digest: Digest, publication: Publication) -> str:
    """Render a digest as a message, in ASCII with CRLF; raises WorkspaceError without `[email] from`."""
    return compose(digest, publication).as_string()


def compose(digest: Digest, publication: Publication) -> EmailMessage:
    """Compose a digest's message; the same digest always makes the same one. Raises as render_email does."""
    mailing = publication.mailing
    if mailing.sender is None:
        raise WorkspaceError('linkcurate.toml: a message needs a sender: set `from = "…"` under [email]')
    layout = lay_out(digest, publication)
    message = EmailMessage(policy=_Policy(linesep="\r\n"))
    message["From"] = _address(mailing.sender)
    to = mailing.reader or mailing.to
    message["To"] = _address(to) if to else "undisclosed-recipients:;"
    message["Subject"] = _literal(layout.title)
    moment = digest.published or dt.datetime.combine(digest.date, dt.time())
    message["Date"] = format_datetime(aware(moment))
    host = urlsplit(publication.site.url).hostname or mailing.sender.address.partition("@")[2]
    message["Message-ID"] = f"<{_atom(digest.name)}@{_ascii(host)}>"
    message["List-Id"] = f"<{_atom(digest.series or 'links')}.{_ascii(host)}>"
    unsubscribe = unsubscribe_address(mailing)
    if unsubscribe:
        message["List-Unsubscribe"] = f"<{unsubscribe.replace('=?', '=%3F')}>"  # as in _literal
    if unsubscribe.startswith("https:") and "{to}" in mailing.unsubscribe:
        message["List-Unsubscribe-Post"] = (
            "List-Unsubscribe=One-Click"  # RFC 8058: only where it says who leaves
        )
    text, html = _text(layout, digest, publication), _html(layout, digest, publication)
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    # Quoted-printable has no "=_", so no part can hold it; and it is the same each time.
    message.set_boundary(f"=_{hashlib.sha256((text + html).encode()).hexdigest()[:32]}")
    return message


def unsubscribe_address(mailing: Mailing) -> str:
    """Return where the reader unsubscribes; "" where that is not configured, or asks for a reader who is not known.

    The list's own address stands for none: whoever clicked would sign all of them off.
    """
    if "{to}" not in mailing.unsubscribe:
        return mailing.unsubscribe
    reader, to = mailing.reader, mailing.to
    if reader is None or (to is not None and reader.address.casefold() == to.address.casefold()):
        return ""
    return mailing.unsubscribe.replace("{to}", quote(reader.address, safe="@"))


def _text(layout: Layout, digest: Digest, publication: Publication) -> str:
    foot = [plain_blocks(layout.license)]
    foot += ["\n".join(f"{words}: {address}" for address, words in _links(digest, publication))]
    last = "\n\n".join(filter(None, foot))
    text = plain_message(layout, base=page_address(publication.site, digest))
    return f"{text}\n-- \n{last}\n" if last else text


def _html(layout: Layout, digest: Digest, publication: Publication) -> str:
    site = printed_site(publication.site)
    base = page_address(site, digest)
    values = {
        "layout": layout,
        "site": site,
        "labels": labels(site.language),
        "language": site.language,
        "direction": "rtl" if locale_of(site.language).text_direction == "rtl" else "ltr",
        "day": date_text(digest.date, site.language, "long"),
        "updated": date_text(digest.updated, site.language, "long") if digest.updated else "",
        "small": _SMALL,
        "content": Markup(fragment(layout, base=base, styles=_STYLES)),  # noqa: S704  # escaped by its writer
        "license": Markup(html_blocks(layout.license, base=base, styles={"p": "margin: 0 0 8px"})),  # noqa: S704
        "links": _links(digest, publication),
    }
    return fill("email.html", publication.templates, values)


def _links(digest: Digest, publication: Publication) -> list[tuple[str, str]]:
    """Return what a message links to at its end, if it is configured."""
    words = labels(publication.site.language)
    found = [
        (page_address(publication.site, digest), words["web"]),
        (unsubscribe_address(publication.mailing), words["unsubscribe"]),
    ]
    return [(address, label) for address, label in found if address]


class _Policy(EmailPolicy):
    """The policy of messages that go over SMTP, but that an address of the web is not encoded, which would break it."""

    def fold(self, name: str, value: str) -> str:
        """Return a header with its line ends."""
        if name == "List-Unsubscribe":
            return f"{name}: {value}{self.linesep}"
        folded: str = super().fold(name, value)
        return folded


def _address(mailbox: Mailbox) -> Address:
    return Address(display_name=mailbox.name, addr_spec=mailbox.address)


def _literal(text: str) -> str:
    """Return a text in which nothing is read as an encoded word (RFC 2047), which may stand for line ends."""
    return text.replace("=?", "=\N{WORD JOINER}?")


def _ascii(host: str) -> str:
    return host.encode("idna").decode()


def _atom(name: str) -> str:
    """Return a name as one atom (RFC 5322) of letters, digits and a few signs."""
    return re.sub(
        r"[.~]", lambda match: f"%{ord(match[0]):02X}", quote(name, safe="", errors="surrogateescape")
    )
