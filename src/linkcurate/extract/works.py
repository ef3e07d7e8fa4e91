"""Details of a book, a film or a record that a page is about: its author and its day are none of the page's."""

from itertools import chain, islice

from linkcurate.extract.lines import block, lines
from linkcurate.extract.page import Tree
from linkcurate.extract.text import lower
from linkcurate.patterns import regex

# What labels the details of a work, and hardly ever an article's own.
_LABEL = regex(
    r"(?<!\w)(?:isbn(?:-1[03])?"
    # German, English
    r"|verlag|seiten(?:zahl|anzahl)?|umfang|preis|genre|regie|drehbuch|darsteller(?:innen)?|besetzung|fsk|laufzeit"
    r"|originaltitel|originalverlag|einband|spieldauer|übersetzer(?:in)?|illustrator(?:in)?|buchtitel|reihe"
    r"|publisher|pages|price|director|screenplay|starring|cast|running time|runtime|rated|label|page count|series"
    # French, Spanish, Portuguese, Italian
    r"|éditeur|éditions?|nombre de pages|prix|réalisateur|réalisation|scénario|avec|durée"
    r"|editorial|páginas|precio|director|guion|reparto|duración|editora|preço|diretor|elenco|duração"
    r"|editore|casa editrice|pagine|prezzo|regia|sceneggiatura|durata"
    # Dutch, Nordic, Polish, Czech, Hungarian, Russian, Turkish
    r"|uitgever(?:ij)?|aantal pagina['’]?s|prijs|förlag|sidor|forlag|sider?|sidetall|kustantaja|sivuja|sivumäärä"
    r"|wydawnictwo|liczba stron|reżyseria|nakladatelství|počet stran|kiadó|oldalszám|издательство|страниц|режиссер"
    r"|yayınevi|sayfa sayısı|yönetmen|出版社|ページ数|監督)\s?(?:\([^()]{1,20}\)\s?)?[:：]"
)
_FEWEST = 2  # labels
_ITEMS = frozenset({"li", "tr", "td", "th", "dt", "dd"})
_OUTER = 2  # elements around an item
_NEAR = 3  # blocks on each side of a paragraph
_LONGEST = 1200  # characters of a list of details
_LONGEST_BESIDE = 200  # characters of a block beside


def beside_work(element: Tree) -> bool:
    """Say whether an element stands in or beside what tells the details of a work: publisher, pages, price …"""
    box = block(element)
    if box.tag == "br" and (parent := box.getparent()) is not None:
        box = parent
    texts = [lines(box, _LONGEST)]
    if box.tag in _ITEMS:
        texts += [lines(one, _LONGEST) for one in islice(box.iterancestors(), _OUTER)]
    beside = chain(islice(box.itersiblings("*"), _NEAR), islice(box.itersiblings("*", preceding=True), _NEAR))
    texts += [lines(one, _LONGEST_BESIDE) for one in beside]
    return len({label for text in texts for label in _LABEL.findall(lower(text))}) >= _FEWEST
