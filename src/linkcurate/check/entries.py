"""Findings about one entry by itself: what it lacks, its title, its links, the length of its summary, its labels."""

from collections.abc import Iterator

from linkcurate.check.finding import Finding, Known, Severity, command, numbered, sources
from linkcurate.check.prose import links, paragraphs
from linkcurate.check.quotations import primary
from linkcurate.check.words import count
from linkcurate.extract.blocked import is_block_title
from linkcurate.extract.text import shouts
from linkcurate.markup import source_number
from linkcurate.model import Digest, Kind, dangling, no_source, unfinished


def incomplete(digest: Digest, known: Known) -> Iterator[Finding]:
    """Find entries that cannot be published yet; `empty_links` names links without a source."""
    for one, missing in unfinished(digest, known.config.series.get(digest.series)):
        links = set(map(no_source, dangling(one.entry)))
        if lacking := [what for what in missing if what not in links]:
            yield Finding(
                number=one.number,
                kind=Kind.UNFINISHED,
                severity=Severity.ERROR,
                message=f"lacks {'; '.join(lacking)}",
                advice=f"complete it: {command('edit', digest.name, one.number)}",
            )


def in_capitals(digest: Digest, _: Known) -> Iterator[Finding]:
    """Find titles that are all in capitals."""
    for one in numbered(digest):
        for key, source in sources(one.entry):
            if shouts(source.title):
                yield Finding(
                    number=one.number,
                    kind=Kind.CAPITALS,
                    severity=Severity.WARNING,
                    field=f"{key}title",
                    words=source.title,
                    message="is all in capitals",
                    advice="write it as a sentence",
                )


def block_pages(digest: Digest, _: Known) -> Iterator[Finding]:
    """Find titles that are those of block pages, log-ins and error pages."""
    for one in numbered(digest):
        for key, source in sources(one.entry):
            if is_block_title(source.title):
                yield Finding(
                    number=one.number,
                    kind=Kind.BLOCK_PAGE,
                    severity=Severity.WARNING,
                    field=f"{key}title",
                    words=source.title,
                    message="is the title of a page that stood in the way",
                    advice="open the page, and write its own title",
                )


def empty_links(digest: Digest, known: Known) -> Iterator[Finding]:
    """Find links that lead nowhere: to a source that is not there, or in a text that has none; or without words."""
    series = known.config.series.get(digest.series)
    for field, text in (("intro", digest.intro), ("subscribe", series.subscribe if series else "")):
        for words, target in links(text):
            if source_number(target) is not None:
                yield _empty_link(
                    None, field, words, "is a link to nothing", "put an address between its brackets"
                )
    for one in numbered(digest):
        absent = dangling(one.entry)
        for words, target in links(one.entry.summary):
            if (number := source_number(target)) in absent:
                yield _empty_link(
                    one.number,
                    "summary",
                    words,
                    f"links to source #{number}, which is not there",
                    f"add the source: linkcurate add URL --under {one.number}; or correct the link",
                )
            elif not words:
                yield _empty_link(
                    one.number, "summary", target, "is a link on no words", "put words in its brackets"
                )


def _empty_link(number: int | None, field: str, words: str, message: str, advice: str) -> Finding:
    return Finding(
        number=number,
        kind=Kind.EMPTY_LINK,
        severity=Severity.ERROR,
        field=field,
        words=words,
        message=message,
        advice=advice,
    )


def short_summaries(digest: Digest, known: Known) -> Iterator[Finding]:
    """Find summaries that are shorter than the house's limit."""
    fewest = known.config.checking.fewest
    for number, length in _lengths(digest):
        if length < fewest:
            yield _length(
                number, Kind.SHORT_SUMMARY, f"has {length} words, fewer than {fewest}", "write more"
            )


def long_summaries(digest: Digest, known: Known) -> Iterator[Finding]:
    """Find summaries that are longer than the house's limit."""
    most = known.config.checking.most
    for number, length in _lengths(digest):
        if most and length > most:
            yield _length(number, Kind.LONG_SUMMARY, f"has {length} words, more than {most}", "shorten it")


def _lengths(digest: Digest) -> Iterator[tuple[int, int]]:
    """Yield the lengths of all summaries, in words."""
    for one in numbered(digest):
        if one.entry.summary and one.entry.url:
            yield one.number, count(" ".join(paragraphs(one.entry.summary)))


def _length(number: int, kind: Kind, message: str, advice: str) -> Finding:
    return Finding(
        number=number,
        kind=kind,
        severity=Severity.WARNING,
        field="summary",
        message=message,
        advice=advice,
    )


def unmarked_paywalls(digest: Digest, known: Known) -> Iterator[Finding]:
    """Find pages that say they are behind a paywall, where the digest does not."""
    for one in numbered(digest):
        for key, source in sources(one.entry):
            page = known.pages.get(source.url)
            if page and page.paywall and not source.paywall:
                yield Finding(
                    number=one.number,
                    kind=Kind.PAYWALL,
                    severity=_if_printed("paywall", known),
                    field=f"{key}paywall",
                    words=source.url,
                    message="is behind a paywall, as the page says",
                    advice="write paywall = true under it"
                    if key
                    else command("edit", digest.name, one.number, "--paywall"),
                )


def unmarked_languages(digest: Digest, known: Known) -> Iterator[Finding]:
    """Find pages in another language than the site's, where the digest names none, or not that one."""
    for one in numbered(digest):
        for key, source in sources(one.entry):
            page = known.pages.get(source.url)
            stated = source.language or known.config.site.language
            if page and page.language and primary(page.language) != primary(stated):
                yield Finding(
                    number=one.number,
                    kind=Kind.LANGUAGE,
                    severity=_if_printed("language", known),
                    field=f"{key}language",
                    words=source.url,
                    message=f"is in “{page.language}”, as the page says, and stands here as “{stated}”",
                    advice=f'write language = "{page.language}" under it'
                    if key
                    else command("edit", digest.name, one.number, "--language", page.language),
                )


def _if_printed(label: str, known: Known) -> Severity:
    return Severity.WARNING if label in known.config.site.labels else Severity.HINT
