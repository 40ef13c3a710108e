"""The words that the public pages use, for asking "did you mean?".

Words are learned when a page is published and never forgotten: a page may be withdrawn and its words with it, so what
is guessed here is shown only when it finds something that the reader may see (portal.core.search).
"""

from itertools import islice, product

from django.contrib.postgres.lookups import TrigramSimilar
from django.db import connection
from django.db.models import F, Q, Value
from django.db.models.functions import Length
from django.utils.html import strip_tags
from django.utils.translation import get_language
from wagtail.search import index

from portal.core.models import SearchWord
from portal.core.words import SHORTEST_STEM, STOP, WORD, distance, fold, is_form_of, likeness, words_of

LONGEST = 40  # letters
CANDIDATES = 3  # for each word
MOST_TRIES = 3
LEAST_LIKENESS = 0.3


def learn(page):
    """Remember the words of a published page."""
    language = page.locale.language_code
    words = {word.lower() for text in _texts(page) for word in WORD.findall(text)}
    rows = [
        SearchWord(language_code=language, word=word, folded=fold(word)[:LONGEST])
        for word in sorted(words)
        if SHORTEST_STEM <= len(word) <= LONGEST and word.isalpha()
    ]
    SearchWord.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


def _texts(page):
    for field in page.get_search_fields():
        if isinstance(field, index.SearchField):
            value = field.get_value(page)
            for text in value if isinstance(value, (list, tuple)) else [value]:
                yield strip_tags(str(text or "")).replace("\xad", "")


def corrections(text):
    """Return what the reader may have meant to write, likeliest first: at most three texts. One query."""
    wanted = words_of(text)
    unsure = [word for word in wanted if len(word) >= SHORTEST_STEM and word not in STOP and word.isalpha()]
    if not unsure:
        return []
    known = _known(unsure)
    choices = [_choices(word, known) if word in unsure else [word] for word in wanted]
    tries = (" ".join(words) for words in product(*choices))
    return list(islice((meant for meant in tries if words_of(meant) != wanted), MOST_TRIES))


def _known(words):
    """Return (word, folded) of what is spelled about as any of the words, in the language of the address."""
    rows = SearchWord.objects.filter(language_code=get_language() or "sv").values_list("word", "folded")
    if connection.vendor == "postgresql":
        return list(rows.filter(Q(*(_alike(word) for word in words), _connector=Q.OR)))
    lengths = {length for word in words for length in range(len(word) - _reach(word), len(word) + _reach(word) + 1)}
    return list(rows.alias(length=Length("folded")).filter(length__in=lengths))


def _alike(word):
    return TrigramSimilar(F("folded"), Value(word))


def _choices(word, known):
    """Return the spellings nearest to the word; the word itself when it is known, or when nothing is near."""
    if any(is_form_of(folded, word) for _spelled, folded in known):
        return [word]
    near = {}
    for spelled, folded in known:
        if likeness(word, folded) >= LEAST_LIKENESS and (apart := distance(word, folded)) <= _reach(word):
            near.setdefault(folded, (apart, -likeness(word, folded), spelled))
    return [spelled for _apart, _likeness, spelled in sorted(near.values())[:CANDIDATES]] or [word]


def _reach(word):
    """Return how many wrong letters the word may have and still be understood."""
    return min(1 + len(word) // 6, 3)
