"""Measure the check of quotations on the corpus: true quotations are to be accepted, altered ones to be found.

python benchmarks/quotations.py               both rates, by what an editor or an error did to the words
python benchmarks/quotations.py --failures 20   with some of what was judged wrongly, on the seen part

Sentences, and parts of sentences, come from trafilatura's reading of a page, and are looked for in ours: as an editor
copies them from what a browser shows.
"""

import argparse
import datetime as dt
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from corpus import FOLDER, Gold, address, golds, page, part_of

from linkcurate.check import Known
from linkcurate.check.quotations import misquoted
from linkcurate.config import Config
from linkcurate.extract import main_text
from linkcurate.extract.decode import parse_html
from linkcurate.extract.visible import visible_text
from linkcurate.index import KnownPage
from linkcurate.model import Digest, Entry

TODAY = dt.date(2024, 2, 23)
A_PAGE = 6  # sentences
FEWEST, MOST = 3, 30  # words of a quotation
SENTENCE = re.compile(r"(?<=[.!?…。！？])[\"”’»«“]?\s+|\n+")
INNER = re.compile('[“”„«»‹›"「」『』〝〞〟＂]')
MARKS = ("“”", "“”", "“”", '""', '""', "„“", "«»", "»«", "””", "‘’", "''")
BRACKETS = re.compile(r"[\[\]]")  # those of the page: in a quotation they mean something else
NEGATIONS = frozenset(
    "not no never nor without nicht kein keine keinen nie ohne no nunca sin ne pas jamais sans non mai senza".split()
)


@dataclass(frozen=True, slots=True)
class Trial:
    """A quotation, what was done to it, and whether the page has it."""

    what: str
    summary: str
    true: bool
    part: str
    found: bool = False
    seconds: float = 0.0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--failures", type=int, default=0, metavar="N")
    options = parser.parse_args()
    if not FOLDER.is_dir():
        sys.exit(f"no corpus at {FOLDER}; LINKCURATE_SHARED names the folder that holds it")
    with ProcessPoolExecutor() as pool:
        trials = [trial for some in pool.map(trials_of, golds(), chunksize=20) for trial in some]
    print_table(trials)
    wrong = [trial for trial in trials if trial.true == trial.found and trial.part == "seen"]
    for trial in wrong[: options.failures]:
        print(f"{'true' if trial.true else 'altered'}, {trial.what}: {trial.summary}")


def print_table(trials: list[Trial]) -> None:
    """Print how many true quotations were accepted, and how many altered ones found."""
    counts: defaultdict[tuple[bool, str], Counter[bool]] = defaultdict(Counter)
    for trial in trials:
        right = trial.found != trial.true
        for row in (trial.what, f"all, {trial.part}", "all"):
            counts[trial.true, row][right] += 1
    for (true, row), judged in sorted(counts.items(), key=lambda item: (not item[0][0], item[0][1])):
        kind = "true, accepted" if true else "altered, found"
        print(
            f"{kind}  {row:34} {judged[True]:6} of {judged.total():6}  {judged[True] / judged.total():8.2%}"
        )
    print(f"{1000 * sum(trial.seconds for trial in trials) / len(trials):.2f} ms a summary")


def trials_of(gold: Gold) -> list[Trial]:
    """Return the trials that a page gives, judged."""
    body, url = page(gold), address(gold)
    tree = parse_html(body, "utf-8")
    text = "" if tree is None else visible_text(tree)
    known = Known(config=Config(), today=TODAY, pages={url: KnownPage(address=url, text=text)})
    chance = random.Random(gold["id"])  # the same each time
    sentences = [one for one in SENTENCE.split(main_text(body, url, charset="utf-8")) if usable(one)]
    chosen = chance.sample(sentences, min(A_PAGE, len(sentences)))
    judged = []
    for sentence in chosen:
        for what, summary, true in variants(sentence, text, chance):
            began = time.process_time()
            entry = Entry(url=url, summary=summary)
            found = bool(
                list(misquoted(Digest(name="trial", title="Trial", date=TODAY, entries=(entry,)), known))
            )
            judged.append(
                Trial(what, summary, true, part_of(gold), found, seconds=time.process_time() - began)
            )
    return judged


def usable(sentence: str) -> bool:
    """Say whether a sentence can be quoted whole: its own marks of quotation are none, or two by two."""
    count = len(sentence.split())
    return FEWEST <= count <= MOST and len(INNER.findall(sentence)) % 2 == 0


def variants(sentence: str, text: str, chance: random.Random) -> Iterator[tuple[str, str, bool]]:
    """Yield summaries that quote a sentence: what was done, the summary, and whether that is true."""
    words = sentence.split()
    blocks = random.Random(sentence)  # the same each time
    for what, change in TRUE.items():
        changed = change(list(words), chance)
        if any(changed):
            yield what, summary(changed, chance), True
            yield "in a block quote", block(changed, blocks), True
    for what, alter in ALTERED.items():
        altered = alter(list(words), text.split(), chance)
        if altered and not BRACKETS.search(sentence) and key(altered) not in key(text.split()):
            yield what, summary(altered, chance), False
            yield "in a block quote", block(altered, blocks), False
            yield f"{what}, in print", summary(printed(altered, chance), chance), False


def key(words: list[str]) -> str:
    """Return words as one text, to see whether an altered sentence is another true one by chance."""
    return re.sub(r"[\W_]+", " ", " ".join(words)).casefold()


def summary(words: list[str], chance: random.Random) -> str:
    """Return a summary that quotes words, which have marks of quotation of their own, in one of the styles."""
    opening, closing = chance.choice(MARKS)
    text = " ".join(words)
    inside = ("“", "”") if opening in "‘'" else ("‘", "’")
    text = INNER.sub(lambda match: inside[not re.match(r"\w|¿|¡|…", text[match.end() :] or " ")], text)
    return f"The paper [reports](): {opening}{escaped(text)}{closing} It is a start."


def block(words: list[str], chance: random.Random) -> str:
    """Return a summary that quotes words as a block: with or without marks, and with who says them."""
    opening, closing = chance.choice(("", "", "“”", '""')) or ("", "")
    before = chance.choice(("", "", "Ann Lee: ", "**Ann Lee:** ", "The paper writes:\n\n"))
    after = chance.choice(
        ("", "", "\n\n— Ann Lee, *The Paper*", "\\\n-- Ann Lee", " (The Paper)", "\n\n[The Paper]()")
    )
    lines = f"{before}{opening}{escaped(' '.join(words))}{closing}{after}".split("\n")
    return "\n".join(["The paper [reports]():\n", *(f"> {line}" for line in lines), "\nIt is a start."])


def escaped(text: str) -> str:
    """Return a text as it is typed in Markdown, its brackets left alone."""
    return re.sub(r"([\\`*_\[\]<>#&|])", lambda m: m[0] if m[0] in "[]" else f"\\{m[0]}", text)


def as_is(words: list[str], _: random.Random) -> list[str]:
    """Quote it as it stands."""
    return words


def part(words: list[str], chance: random.Random) -> list[str]:
    """Quote a part of it."""
    length = chance.randint(FEWEST, len(words))
    begin = chance.randint(0, len(words) - length)
    return words[begin : begin + length]


def american(words: list[str], chance: random.Random) -> list[str]:
    """Quote a part with the sentence's own comma or period inside the marks."""
    some = part(words, chance)
    return [*some[:-1], some[-1].rstrip(".,;:!?") + chance.choice(",.")]


def ellipsis(words: list[str], chance: random.Random) -> list[str]:
    """Leave some words out."""
    if len(words) < 7:
        return []
    begin = chance.randint(2, len(words) - 4)
    length = chance.randint(1, len(words) - begin - 2)
    mark = chance.choice(("…", "...", "[...]", "(…)", "[…]", ". . .", "(...)"))
    kept = [*words[:begin], mark, *words[begin + length :]]
    if chance.random() < 0.3 and mark in ("…", "..."):
        kept[begin - 1 : begin + 2] = ["".join(kept[begin - 1 : begin + 2])]  # no blanks around it
    return kept


def bracket(words: list[str], chance: random.Random) -> list[str]:
    """Replace a word, add one, or change the first letter's case, in brackets."""
    if len(words) < 5:
        return []
    place = chance.randint(1, len(words) - 2)
    match chance.randint(0, 2):
        case 0:
            return [*words[:place], "[the town]", *words[place + 1 :]]
        case 1:
            return [*words[:place], "[there]", *words[place:]]
        case _ if words[0][:1].isalpha():
            return [f"[{words[0][0].swapcase()}]{words[0][1:]}", *words[1:]]
    return []


def printed(words: list[str], chance: random.Random) -> list[str]:
    """Print it as another house does: apostrophes, dashes, blanks, soft hyphens, ligatures, full-width forms."""
    text = " ".join(words)
    text = text.translate(chance.choice((str.maketrans("’", "'"), str.maketrans("'", "’"))))
    dash = chance.choice(("—", " – ", " — ", " - "))
    text = re.sub(r"\s*—\s*|\s+[–-]\s+", dash, text)
    if chance.random() < 0.3:
        text = text.replace("fi", "ﬁ").replace("fl", "ﬂ")
    if chance.random() < 0.2:
        text = re.sub(r"(?<=\w{3})(?=\w{3})", "\N{SOFT HYPHEN}", text, count=2)
    if chance.random() < 0.2:
        text = text.replace(" ", "\N{NO-BREAK SPACE}", 2)
    if chance.random() < 0.3:
        text = text[:1].swapcase() + text[1:]
    if chance.random() < 0.3:
        text = text.replace(" ", "\n", 1)
    return re.split(r"[ ]", text)


def replaced(words: list[str], others: list[str], chance: random.Random) -> list[str]:
    """Put another word of the page in a word's place."""
    place = chance.randrange(len(words))
    candidates = [other for other in chance.sample(others, min(20, len(others))) if other.isalnum()]
    new = next((other for other in candidates if plain(other) != plain(words[place])), "")
    return [*words[:place], new, *words[place + 1 :]] if new and lettered(words[place]) else []


def dropped(words: list[str], _: list[str], chance: random.Random) -> list[str]:
    """Leave a word out, and not say so."""
    if len(words) < 4:
        return []
    place = chance.randint(1, len(words) - 2)
    return [*words[:place], *words[place + 1 :]] if lettered(words[place]) else []


def swapped(words: list[str], _: list[str], chance: random.Random) -> list[str]:
    """Swap two words."""
    first = chance.randrange(len(words) - 1)
    pair = words[first], words[first + 1]
    if not all(map(lettered, pair)) or plain(pair[0]) == plain(pair[1]):
        return []
    return [*words[:first], pair[1], pair[0], *words[first + 2 :]]


def renumbered(words: list[str], _: list[str], chance: random.Random) -> list[str]:
    """Change a digit."""
    digits = [
        (place, at) for place, word in enumerate(words) for at, sign in enumerate(word) if sign.isdecimal()
    ]
    if not digits:
        return []
    place, at = chance.choice(digits)
    word = words[place]
    new = str((int(word[at]) + chance.randint(1, 9)) % 10)
    return [*words[:place], f"{word[:at]}{new}{word[at + 1 :]}", *words[place + 1 :]]


def affirmed(words: list[str], _: list[str], chance: random.Random) -> list[str]:
    """Drop a negation."""
    places = [place for place, word in enumerate(words[1:-1], 1) if plain(word) in NEGATIONS]
    if places:
        place = chance.choice(places)
        return [*words[:place], *words[place + 1 :]]
    return [re.sub(r"n['’]t$", "", word) for word in words] if re.search(r"n['’]t ", " ".join(words)) else []


def lettered(word: str) -> bool:
    """Say whether a word has letters or digits."""
    return any(map(str.isalnum, word))


def plain(word: str) -> str:
    """Return a word's letters and digits."""
    return "".join(filter(str.isalnum, word)).casefold()


TRUE: dict[str, Callable[[list[str], random.Random], list[str]]] = {
    "as it stands": as_is,
    "a part": part,
    "American comma or period": american,
    "words left out": ellipsis,
    "words in brackets": bracket,
    "in another house's print": printed,
    "left out, in print": lambda words, chance: printed(ellipsis(words, chance), chance),
    "brackets, in print": lambda words, chance: printed(bracket(words, chance), chance),
}
ALTERED: dict[str, Callable[[list[str], list[str], random.Random], list[str]]] = {
    "a word replaced": replaced,
    "a word dropped": dropped,
    "two words swapped": swapped,
    "a digit changed": renumbered,
    "a negation dropped": affirmed,
}


if __name__ == "__main__":
    main()
