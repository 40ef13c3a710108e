"""Words as a search sees them: without accents, without endings, and how far apart two of them are.

PostgreSQL has a stemmer of its own. This one is short and cuts less: it serves SQLite, which has none, what begins with
a word ("åtgärd" finds "åtgärdsplan"), English, which the database stems as Swedish, and the marking of what was found.
"""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"\w+")
MOST_WORDS = 12
# Shorter words are looked for as they are: what begins with "hot" is mostly hotels.
SHORTEST_STEM = 4
OTHER_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ł": "l"})

# Folded; Swedish, then what English adds.
_ENDINGS = """
    heternas heterna hetens heten heter het arnas ernas ornas arna erna orna arens aren anden andet andes ande ningarna
    ningar ningen ades ade are aste ast ens en ets et ern ers er ar as ad at es or ans an ies ied ing ed ly y a e s
"""
ENDINGS = sorted(_ENDINGS.split(), key=len, reverse=True)
# What stands in every text finds nothing: of PostgreSQL's Swedish and English lists, the words that people type.
_STOP = """
    och det att i en jag hon som han pa den med var sig for sa till ar men ett om hade de av icke mig du henne da sin nu
    har inte hans honom skulle hennes dar min man ej vid kunde nagot fran ut nar efter upp vi dem vara vad over an dig
    kan sina ha mot alla under nagon eller allt mycket sedan ju denna sjalv detta utan varit hur ingen mitt ni bli blev
    oss din dessa nagra deras blir mina samma vilken er sadan blivit dess inom mellan sadant varfor varje vilka ditt vem
    vilket sitta sadana vart dina vars ert era vilkas
    the a an and of in to with on by is were was be been it this that these those as not from what which who how
"""
STOP = frozenset(_STOP.split())


def fold(text):
    """Return the text in small letters without accents: å, ä and ö are a, a and o."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.lower().translate(OTHER_LETTERS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def words_of(text):
    """Return the words to look for, folded, at most twelve; those that stand in every text only when alone."""
    words = list(dict.fromkeys(WORD.findall(fold(text))))[:MOST_WORDS]
    return [word for word in words if word not in STOP] or words


@lru_cache(1024)
def stem(word):
    """Return the beginning that the forms of a folded word share: "skolorna" and "skola" give "skol"."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    # "möten" and "mötet" are too short to lose their whole ending.
    return word[:-1] if len(word) > SHORTEST_STEM and word.endswith(("an", "en", "et")) else word


def is_form_of(token, word):
    """Whether a word of a text, folded, would be found by the word that the reader typed, folded."""
    return token.startswith(stem(word)) if len(word) >= SHORTEST_STEM else token == word


def distance(one, other):
    """Return how many letters must be changed, added, dropped or swapped with their neighbour to spell the other word.

    Known as optimal string alignment, a restricted Damerau–Levenshtein distance.
    """
    before, row = [], list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        earlier, before, row = before, row, [place]
        for at, goal in enumerate(other, 1):
            cost = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != goal))
            if place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == goal:
                cost = min(cost, earlier[at - 2] + 1)
            row.append(cost)
    return row[-1]


def likeness(one, other):
    """Return how many pairs of letters two words share, from 0 to 1: quick, for picking candidates."""
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def _pairs(word):
    padded = f" {word} "
    return {padded[at : at + 2] for at in range(len(padded) - 1)}
