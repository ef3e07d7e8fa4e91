"""Words in quotation marks that the page does not contain."""

from collections import Counter
from collections.abc import Iterable, Iterator

from linkcurate.check.finding import Finding, Known, Severity, numbered, sources
from linkcurate.check.marks import Quotation, quotations
from linkcurate.check.prose import paragraphs
from linkcurate.check.words import Words, count, holds, pieces, words
from linkcurate.index import KnownPage
from linkcurate.model import Digest, Kind
from linkcurate.patterns import regex

SHORT = 2  # words of what may be a term, or irony, and no quotation
_NEAR = 0.6  # of a quotation's words: a sentence that has them is what was meant
_LONGEST = 300  # characters of a sentence that a finding can show
_WORD = regex(r"\w+")
_SENTENCE = regex(r"(?<=[.!?…。！？])[\"”’»]?\s+|\n")


def misquoted(digest: Digest, known: Known) -> Iterator[Finding]:
    """Find words in quotation marks that none of an entry's pages has."""
    for one in numbered(digest):
        quoted = list(quotations(paragraphs(one.entry.summary)))
        pages = [
            page for _, source in sources(one.entry) if (page := known.pages.get(source.url)) and page.text
        ]
        whole = len(pages) == len(one.entry.sources)
        if quoted and one.entry.sources and not pages:
            yield _unknown_pages(one.number, quoted)
            continue
        texts = [words(page.text) for page in pages]
        titles = [words(source.title) for source in one.entry.sources]
        for quotation in quoted:
            if not quotation.closed:
                yield _unclosed(one.number, quotation)
            elif pages and not stands(quotation, [*texts, *titles]):
                foreign = any(is_foreign(page, known) for page in pages)
                yield _missing(one.number, quotation, pages, doubtful=foreign or not whole)


def stands(quotation: Quotation, texts: Iterable[Words]) -> bool:
    """Say whether one of some texts has the words of a quotation."""
    wanted = pieces(quotation.text)
    return any(holds(text, wanted) for text in texts)


def is_foreign(page: KnownPage, known: Known) -> bool:
    """Say whether a page is in another language than the site, so that what is quoted from it was translated."""
    own = known.config.site.language
    return bool(page.language) and primary(page.language) != primary(own)


def primary(language: str) -> str:
    """Return the language that a tag (BCP 47) names, without region and script."""
    return language.split("-")[0].lower()


def nearest(quotation: str, page: str) -> str:
    """Return the sentence of a page that shares most words with a quotation; "" if that is too few of them."""
    wanted = Counter(_WORD.findall(quotation.casefold()))
    best, most = "", _NEAR * wanted.total()
    for sentence in _SENTENCE.split(page):
        shared = (Counter(_WORD.findall(sentence.casefold())) & wanted).total()
        if shared > most:
            best, most = sentence, shared
    return best if len(best) <= _LONGEST else ""


def _missing(number: int, quotation: Quotation, pages: list[KnownPage], *, doubtful: bool) -> Finding:
    short = count(quotation.text) <= SHORT
    message = "is not on the page"
    if doubtful:
        message = "is not on the pages that are known; it may be translated, or from another one"
    elif not short and (near := nearest(quotation.text, "\n".join(page.text for page in pages))):
        message = f"is not on the page, which has: {near}"
    return _finding(number, quotation.text, message, "compare it with the page", hint=short or doubtful)


def _unclosed(number: int, quotation: Quotation) -> Finding:
    beginning = " ".join(quotation.text.split()[:5])
    message = "begins a quotation that is not closed, and could not be compared"
    return _finding(number, beginning, message, "put the closing quotation mark")


def _unknown_pages(number: int, quoted: list[Quotation]) -> Finding:
    which = "a quotation" if len(quoted) == 1 else f"{len(quoted)} quotations"
    message = f"holds {which} that could not be compared: the text of the page is not known"
    return _finding(number, "", message, "open the page and compare", hint=True)


def _finding(number: int, words: str, message: str, advice: str, *, hint: bool = False) -> Finding:
    return Finding(
        number=number,
        kind=Kind.QUOTATION,
        severity=Severity.HINT if hint else Severity.WARNING,
        field="summary",
        words=words,
        message=message,
        advice=advice,
    )
