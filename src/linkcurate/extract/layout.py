"""Where the article of a page stands: its headline, its paragraphs, and what is set aside from it."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import chain, islice
from operator import itemgetter

from linkcurate.extract.marks import leads_to_author, speaks_of_author, words
from linkcurate.extract.page import Clues, Tree
from linkcurate.extract.text import clean, eastern, fold, remembered
from linkcurate.patterns import regex

_ASIDE = regex(
    r"related|recommend|most-?read|meistgelesen|popular|trending|newsletter|promo|\bnav\b"
    r"|navigation|\bmenu|breadcrumb|latest|recent(?!er)|carousel|cookie|consent|banner|advert|(?<!bg-)gallery|mehr-|drawer|mega-?menu|off-?canvas"
    r"|recirc|tagcloud|licen[sc]e|(?:image|photo|picture|media|bild)-?(?:credit|author|source|copyright)|more-(?:stories|articles|news|from|posts)|read-next|also-read|see-also|up-next|next-(?:post|article)"
    r"|prev(?:ious)?-(?:post|article)|post-nav|pagination|online-?list|who-?is-?online"
)
_COMMENTS = regex(
    r"^(?!.*(?:no-|-closed|-open)).*(?:\bcomments?\b|comment-?list|comment-body|kommentare?\b|disqus"
    r"|replies)"
)
_FOOTER = regex(r"^(?!.*(?:article|entry|post|content|item|story|news)).*foot(?:er)?\b")  # of the site
_ENTRY = regex(r"(?:^|[\s_-])(?:hentry|entry|post|story|article|news-?item|blog-?(?:entry|post))(?:\s|$)")
_ASIDE_TAGS = frozenset({"nav", "form", "select", "blockquote"})
_MARGIN = regex(r"side-?bar|widget-?area")
_MARGIN_TAGS = frozenset({"aside", "figcaption"})
WHOLE_TAGS = frozenset({"html", "body", "article", "main"})  # may say "has-comments" of what they hold
_PARAGRAPH_TAGS = frozenset({"p", "div", "span", "td", "li", "font", "dd", "pre"})
_ADD = regex(
    r"add to (?:your |shopping )?(?:cart|bag|basket|trolley)|buy now|in den (?:waren|einkaufs)korb(?: legen)?"
    r"|ajouter au panier|añadir (?:al carrito|a la cesta)|adicionar ao carrinho|aggiungi al carrello"
    r"|(?:toevoegen aan|in) (?:de )?(?:winkelwagen|winkelmandje)|dodaj do koszyka|do koszyka|lägg i varukorgen"
    r"|læg i kurv|legg i handlekurv|vložit do košíku|do košíku|kosárba|в корзину|добавить в корзину|sepete ekle"
    r"|加入购物车|加入購物車|カートに入れる|장바구니(?: 담기)?"
)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_ANCHORS = frozenset(
    {"comments", "comment", "kommentare", "respond", "commentaires", "comentarios", "reacties"}
)
_COUNTED = (
    r"comments?|responses?|repl(?:y|ies)|thoughts?|kommentare?|antworten?|gedanken?|reaktionen|meinungen"
    r"|commentaires?|réponses?|réactions?|réflexions?|comentarios?|respuestas?|pensamientos?|comentários?|respostas?"
    r"|comment[oi]|risposte|reacties?|gedachten?|komentarz[ey]?|odpowiedzi|комментари(?:й|я|ев|и)"
    r"|kommentar(?:er)?|svar|tank(?:e|ar|er)|kommenttia?|vastausta|komentář[eů]?|hozzászólás(?:ok)?|yorum(?:lar)?"
    r"|trackbacks?|pingbacks?"
)
_ON = r"(?:to|on|for|auf|zum?|zur|bei|à|sur|en|em|a|su|op|do|к|till|på|til|u|-)"
# Of a heading, in lower case, over what readers wrote or the form in which they do.
_ANSWERS = regex(
    rf"(?:\d+|one|two|ein|eine|un|une|uno|una|um|uma|een|en|no|keine|alle|all|bisherige)\s(?:{_COUNTED})"
    rf"(?:\s*[\(\[]\d+[)\]])?(?:\s?[:.]|\s{_ON}\b.*|\W*$)"
    rf"|(?:(?:reader|user|vos|les|los|die|your|ihre|eure|neue) )?(?:{_COUNTED}|leserkommentare|diskussion|discussion"
    r"|kommentit|コメント)(?: \d+|\s?[:(\[]\s?\d+[)\]]?)?\s?:?$|\d+\s?件のコメント"
    rf"|(?:{_COUNTED}) {_ON} [\"“„«‘]"
    r"|(?:leave|post|add|write) an? (?:comment|reply)"
    r"|(?:schreibe?n?|hinterlassen?|verfassen?) (?:einen? |deinen? )?(?:kommentar|antwort)"
    r"|(?:dein |ihr |einen )?kommentar (?:schreiben|verfassen|hinterlassen|abgeben|hinzufügen)"
    r"|laisser un commentaire|deja un(?:a respuesta| comentario)|deixe um comentário|lascia un commento"
    r"|geef een reactie"
    r"|dodaj komentarz|skomentuj|добавить комментарий|lämna (?:en kommentar|ett svar)|skriv e[tn] (?:kommentar|svar)"
    r"|legg igjen (?:en kommentar|et svar)|jätä kommentti|napsat komentář|(?:bir )?yorum yaz\w*|コメントを残す"
)
_WIDE = regex(r"[\u3040-\u30ff\u3400-\u9fff]")  # what says as much as three letters
_POST_TAGS = _PARAGRAPH_TAGS | {"blockquote"}  # of which some forums make every post
_PARAGRAPH = 140  # characters of one that belongs to an article, and not to what announces it
_SENTENCE = 80  # characters of one that belongs to a post, and not to a byline
_LONGEST_LABEL = 200  # characters
_NEAR = 100  # elements
_MOST_TEXTS = 20  # in a heading over comments
_ABOVE = 8  # elements of what stands above a headline and belongs to it
_DEEPEST_CARD = 5  # elements around a byline in it
_SHORTEST_TITLE = 25  # characters


class Layout:
    """The elements of a page's body in document order, and which of them are near the article's ends."""

    def __init__(self, clues: Clues) -> None:
        body = clues.tree.find(".//body")
        self.elements = list((clues.tree if body is None else body).iter("*"))
        headline = _headline(clues)
        size = _own_size if eastern(f"{clues.title}{clues.headline}") else _own_length
        paragraphs = [
            (place, one, length)
            for place, one in enumerate(self.elements)
            if one.tag in _PARAGRAPH_TAGS and (length := size(one)) > _PARAGRAPH
        ]
        self._top = next((place for place, one in enumerate(self.elements) if one is headline), 0)
        # Below the headline, or the first paragraph where there are any.
        begin = next((place for place, _, _ in paragraphs if place > self._top), self._top)
        self._answers = next(
            (
                place
                for place in range(begin + 1, len(self.elements))
                if self._top and begins_comments(self.elements[place])
            ),
            len(self.elements),
        )
        paragraphs = [one for one in paragraphs if one[0] < self._answers]
        longest = max(paragraphs, key=itemgetter(2), default=(0, None))[1]
        # What these two stand in is the article, whatever it is called.
        self._spine = {
            around
            for start in (headline, longest)
            if start is not None
            for around in (start, *start.iterancestors())
        }
        self._beside = dict.fromkeys(
            self._spine, ""
        )  # the article: what an element is in, once it was asked for
        own = [
            place
            for place, one, _ in paragraphs
            if place > self._top and not (self._what_beside(one) or self._about_author(one))
        ]
        if longest is not None and (article := list(longest.iterancestors("article", "main"))):
            inside = set(article[-1].iterdescendants())
            own = [place for place in own if self.elements[place] in inside] or own
        self._first = own[0] if own else self._top + _NEAR
        self._second = own[:2][-1] if own else self._top  # the first may be a lead
        self._last = own[-1] if own else self._first
        self._end = self._last  # of what is in the last paragraph
        if own:
            self._end += sum(1 for _ in self.elements[self._last].iterdescendants("*"))

    @cached_property
    def near(self) -> range:
        """The places of what may belong to the article."""
        return range(max(self._top - _NEAR // 2, 0), min(self._end + _NEAR, self._answers))

    @cached_property
    def sells(self) -> bool:
        """Whether a button of a shop stands where the article would: "Add to cart"."""
        near = (self.elements[place] for place in self.near)
        buttons = (one.text_content() for one in near if one.tag in ("a", "button"))
        return any(len(text) < _SENTENCE and _ADD.fullmatch(clean(text).lower()) for text in buttons)

    def own(self) -> Iterator[tuple[int, Tree, str]]:
        """Yield place, element and zone of what may belong to the article and does not stand aside.

        What stands in the margin between headline and text has a zone of its own.
        """
        for place in self.near:
            element, zone = self.elements[place], self.zone(place)
            beside = self._what_beside(element)
            if not beside or (beside == "teaser" and zone == "head"):  # there, a teaser is the article's own
                yield place, element, zone
            elif (
                beside == "margin"
                and self._top < place < self._second
                and (place < self._first or any(one.tag == "figcaption" for one in element.iterancestors()))
            ):
                yield place, element, "margin"

    def zone(self, place: int) -> str:
        """Return whether a place is above the headline, at the article's head, in its body, or at its foot."""
        if place < self._top:
            return "above"
        if place <= self._first + 5 and not self._first < self._last < place:
            return "head"
        return "body" if place < self._last else "foot"

    def heads(self, place: int) -> bool:
        """Say whether a place is right above the headline, in the same box."""
        if not self._top - _ABOVE <= place < self._top:
            return False
        around = self.elements[place].getparent()
        return around is not None and around in islice(self.elements[self._top].iterancestors(), 2)

    def parts(self, one: int, other: int) -> bool:
        """Say whether a text stands between two places that parts what is there: no biography."""
        between = (self.elements[place] for place in range(one + 1, other))
        return any(
            element.tag in _POST_TAGS and _own_length(element) > _SENTENCE and not self._about_author(element)
            for element in between
        )

    def announced(self, element: Tree, site: str) -> bool:
        """Say whether an element stands in another article's card: in a link with its title, or behind one."""
        inner = element
        for box in islice(element.iterancestors(), _DEEPEST_CARD):
            if box in self._spine:
                return False
            beside = islice(inner.itersiblings("*", preceding=True), _NEAR)
            before = islice((link for one in beside for link in one.iter("a")), _NEAR)
            if any(one.tag == "a" and _is_title(one, site) for one in chain((box,), before)):
                return True
            if len(clean(box.text_content())) > _SENTENCE:  # about the author
                return False
            inner = box
        return False

    def _about_author(self, element: Tree) -> bool:
        """Say whether an element is in a box about an author."""
        for one in (element, *element.iterancestors()):
            if one in self._spine:
                return False
            if _is_authors(label(one)):
                return True
        return False

    def _what_beside(self, element: Tree) -> str:
        """Return whether an element is in an "aside", else in the "margin", else in a "teaser"; "" if in none of them.

        Asides are comments, menus, lists of other articles, the site's footer; in the margin are captions and sidebars.
        """
        known = self._beside.get(element)
        if known is None:
            parent = element.getparent()
            outer = "" if parent is None else self._what_beside(parent)
            own = "" if outer == "aside" else _own_name(element)
            known = outer if outer == "aside" or (outer == "margin" and own != "aside") else own or outer
            self._beside[element] = known
        return known


def _is_title(link: Tree, site: str) -> bool:
    """Say whether a link has a text as long as a title, that is no address, and leads to no author."""
    text = clean(link.text_content())
    return (
        len(text) > _SHORTEST_TITLE
        and not text.startswith(("http:", "https:"))
        and not leads_to_author(link.get("href") or "", site)
    )


def _own_name(element: Tree) -> str:
    """Return whether an element's own tag, class or id says that it is an "aside", a "margin" or a "teaser"."""
    tag, classes, name = str(element.tag), element.get("class"), element.get("id")
    if not (classes or name or tag in _ASIDE_TAGS or tag in _MARGIN_TAGS or tag == "footer"):  # most elements
        return ""
    where = _where(tag, (classes or "")[:_LONGEST_LABEL], (name or "")[:_LONGEST_LABEL])
    if where != "footer":
        return where
    if any(outer.tag in ("article", "main") for outer in element.iterancestors()):
        return ""
    parent = element.getparent()
    return "" if parent is not None and _ENTRY.search(label(parent)) else "aside"


def _headline(clues: Clues) -> Tree | None:
    """Return the element of the headline: the one with its text, or the first <h1>."""
    wanted = fold(clues.headline)
    titles = fold(f"{clues.first('og:title')} {clues.title}")
    headings = [(one, fold(clean(one.text_content()[:600]))) for one in clues.tree.iter("h1")]
    if not wanted or (wanted in titles and not any(wanted in text for _, text in headings)):
        headings += [
            (one, fold(clean(one.text_content()[:600])))
            for tag in ("h2", "h3")
            for one in clues.tree.iter(tag)
        ]
    for element, text in headings:
        if text == wanted if wanted else len(text) > 12 and text in titles:
            return element
    return next(clues.tree.iter("h1"), None)


def begins_comments(element: Tree) -> bool:
    """Say whether an element is a heading over what readers wrote, or over the form in which they do: "2 Comments"."""
    if element.tag == "a":
        return (element.get("name") or "").lower() in _ANCHORS and not any(map(clean, element.itertext()))
    if element.tag not in _HEADINGS:
        return False
    # A heading that nothing closes may hold the rest of a page, and is asked for each text in it.
    said = clean("".join(islice(element.itertext(), _MOST_TEXTS))[:_LONGEST_LABEL]).lower()
    return bool(_ANSWERS.match(said))


def label(element: Tree) -> str:
    """Return the class and id of an element, in lower case."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _own_length(element: Tree) -> int:
    length = len((element.text or "").strip())
    for child in element:
        length += len((child.tail or "").strip())
    return length


def _own_size(element: Tree) -> int:
    """Return the length of an element's own text, where a Chinese or Japanese character counts for three letters."""
    length = _own_length(element)
    if not _PARAGRAPH / 3 < length <= _PARAGRAPH:
        return length
    own = f"{element.text or ''}{''.join(child.tail or '' for child in element)}"
    return length if own.isascii() else length + 2 * len(_WIDE.findall(own))


@remembered
def _is_authors(names: str) -> bool:
    return speaks_of_author(words(names))


@lru_cache(maxsize=4096)
def _where(tag: str, classes: str, name: str) -> str:
    around = words(f"{classes} {name}")
    if tag not in WHOLE_TAGS and _COMMENTS.search(around):
        return "aside"
    if speaks_of_author(around):
        return ""
    if tag in _MARGIN_TAGS and not _ASIDE.search(around):  # a caption may be a "caption-footer"
        return "margin"
    if tag == "footer" or (tag not in _ASIDE_TAGS and _FOOTER.search(around)):
        return "footer"
    if "teaser" in around:
        return "teaser"
    if tag in _ASIDE_TAGS or _ASIDE.search(around):
        return "aside"
    return "margin" if _MARGIN.search(around) else ""
