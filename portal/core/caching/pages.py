"""Whole public pages, kept as they were sent.

A page is kept when its view says that it is public and nothing in the request made it anybody's own, under the
content's token, without its query. It is sent again for as long as the token stands and no hour has passed at which it
would change by itself. A kept page costs one query, which reads the token.
"""

import hashlib
import logging
import time
import zlib
from bisect import bisect_right
from datetime import datetime, timedelta
from datetime import time as clock

from django.conf import settings
from django.core.cache import caches
from django.http import HttpResponse, QueryDict
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from portal.core.caching import declared_turns
from portal.core.caching.memory import answering, remembered, token_of
from portal.core.caching.release import release

logger = logging.getLogger(__name__)

# What a shared cache between the portal and its readers may answer with before it asks again. It does not know the
# token, so it is told to ask often; asking costs a query and no body (304).
SHARED_SECONDS = 60
OTHERS = "private, no-cache"
# The rest is another's house: no query is spent there.
PRIVATE_PREFIXES = tuple(
    f"{language}/{door}/"
    for language in ("", *(f"/{code}" for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE))
    for door in ("admin", "anmalan", "deltagare", "dokument", "halsa", "logga-in", "utveckling")
)
MEDIA_SECONDS = 30 * 24 * 3600
MAX_BYTES = 500_000
COMPRESSIBLE = ("text/", "application/xml", "application/atom+xml", "application/json", "image/svg+xml")


def mark_public(response):
    """Mark the response as the same for everybody, and give it back."""
    response.is_public = True
    return response


class PublicPagesMiddleware:
    """Answer with the kept page where there is one; keep what is public; tell other caches what they may keep."""

    def __init__(self, get_response):
        self.get_response = get_response
        release()  # read now, not while somebody waits

    def __call__(self, request):
        if not _is_anybodys(request):
            return _for_one(request, self.get_response(request))
        request.get_host()  # refuses a host that is not ours, before anything is looked up under its name
        key = _key(request)
        kept = _kept(request, key)
        if kept is not None:
            return _answer(request, kept)
        request.GET = query = NotedQuery(request.META.get("QUERY_STRING", "").encode("latin-1"))  # as WSGI has it
        with answering(request):
            response = self.get_response(request)
        if not _is_public(request, response):
            return _for_one(request, response)
        made = _made(request, response, query)
        if request.method == "GET" and not query.given:
            _keep(key, made)
        return _answer(request, made)


def _is_anybodys(request):
    """Whether the same answer could be given to anybody: a reader without a session, at a public address."""
    return (
        request.method in ("GET", "HEAD")
        and not request.path_info.startswith(PRIVATE_PREFIXES)
        and not request.path_info.startswith(settings.MEDIA_URL)
        and not getattr(request, "is_dummy", False)  # a preview in Wagtail
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )


def _is_public(request, response):
    """Whether the view calls it public and nothing shows that it was made for one reader."""
    return (
        getattr(response, "is_public", False)
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not request.session.accessed
        and "CSRF_COOKIE_NEEDS_UPDATE" not in request.META
        and not getattr(request, "_csp_nonce", None)
        and not getattr(request, "is_preview", False)
        and len(response.content) <= MAX_BYTES
    )


def _for_one(request, response):
    if request.path_info.startswith(settings.MEDIA_URL) and response.status_code == 200:
        response.headers.setdefault("Cache-Control", f"public, max-age={MEDIA_SECONDS}")
    response.headers.setdefault("Cache-Control", OTHERS)
    return response


# Keeping


def _key(request):
    """Of the address as it was asked for: scheme and host too, since a page may name them."""
    address = f"{release()} {token_of(request)} {request.scheme}://{request.get_host()}{request.path}"
    return hashlib.blake2b(address.encode(), digest_size=20).hexdigest()


def _kept(request, key):
    """Return the kept page, else None. A query that the page does not read is no obstacle; one that it does is."""
    try:
        kept = caches["pages"].get(key)
    except Exception:  # the cache is gone, the page is not
        logger.exception("The cache of pages does not answer")
        return None
    if kept is None or not kept["made_at"] <= time.time() < kept["until"]:
        return None
    given = set(request.GET)
    if given and (kept["reads"] is None or given & kept["reads"]):
        return None
    return kept


def _keep(key, made):
    try:
        caches["pages"].set(key, made, timeout=max(1, made["until"] - time.time()))
    except Exception:  # the reader has the page all the same
        logger.exception("The cache of pages does not answer")


def _made(request, response, query):
    """What is kept of a response: its headers and its body, compressed where that makes it smaller."""
    body, now = response.content, time.time()
    is_compressed = len(body) > 500 and response.get("Content-Type", "").startswith(COMPRESSIBLE)
    changed_at = int(token_of(request).partition("-")[0] or 0)
    return {
        "headers": {name: value for name, value in response.headers.items() if name != "Content-Length"},
        "body": compress(body) if is_compressed else body,
        "is_compressed": is_compressed,
        "length": len(body),
        "etag": f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"',
        # Two changes within a second look the same to who asks by the second.
        "modified": changed_at if changed_at < int(now) else None,
        "made_at": now,
        "until": _next_turn(request, now),
        "reads": None if query.is_read_whole else frozenset(query.read),
    }


def compress(body):
    """Return the body as gzip, without the time in its head: the same page is the same bytes."""
    compressor = zlib.compressobj(6, zlib.DEFLATED, 31)
    return compressor.compress(body) + compressor.flush()


def _next_turn(request, now):
    """When the page would change by itself: at the next moment that an app has declared, at midnight at the latest."""
    moments = remembered(request, "turns", _moments)
    tomorrow = timezone.localdate() + timedelta(days=1)
    midnight = timezone.make_aware(datetime.combine(tomorrow, clock.min)).timestamp()
    place = bisect_right(moments, now)
    return min(midnight, moments[place]) if place < len(moments) else midnight


def _moments():
    return sorted(moment.timestamp() for moments in declared_turns for moment in moments())


# Answering


def _answer(request, kept):
    response = HttpResponse(headers=kept["headers"])
    patch_vary_headers(response, ["Accept-Encoding"])
    response.headers["ETag"] = kept["etag"]
    left = max(0, int(kept["until"] - time.time()))
    response.headers["Cache-Control"] = f"public, max-age=0, s-maxage={min(SHARED_SECONDS, left)}"
    if kept["modified"]:
        response.headers["Last-Modified"] = http_date(kept["modified"])
    response = get_conditional_response(request, kept["etag"], kept["modified"], response)
    if response.status_code == 200:
        _fill(request, response, kept)
    return response


def _fill(request, response, kept):
    body, length = kept["body"], kept["length"]
    if kept["is_compressed"] and accepts_gzip(request):
        response.headers["Content-Encoding"] = "gzip"
        length = len(body)
    elif kept["is_compressed"] and request.method == "GET":
        body = zlib.decompress(body, 31)
    response.headers["Content-Length"] = str(length)
    if request.method == "GET":
        response.content = body


def accepts_gzip(request):
    """Whether the reader takes gzip: named, and not refused with a weight of nothing."""
    for coding in request.META.get("HTTP_ACCEPT_ENCODING", "").split(","):
        name, _semicolon, weight = coding.replace(" ", "").lower().partition(";")
        if name == "gzip":
            return weight not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


class NotedQuery(QueryDict):
    """The query of an address, which notes what is read of it: the page depends on that and on nothing else in it."""

    def __init__(self, query_string, **options):
        super().__init__(query_string, **options)
        self.given = bool(query_string)
        self.read, self.is_read_whole = set(), False


def _noting(name, *, whole):
    method = getattr(QueryDict, name)

    def noting(self, *arguments, **options):
        if whole:
            self.is_read_whole = True
        elif hasattr(self, "read"):  # not while it is being filled
            self.read.add(arguments[0])
        return method(self, *arguments, **options)

    return noting


for _name in ("__contains__", "__getitem__", "get", "getlist"):
    setattr(NotedQuery, _name, _noting(_name, whole=False))
for _name in ("__deepcopy__", "__iter__", "__len__", "copy", "dict", "items", "keys", "lists", "urlencode", "values"):
    setattr(NotedQuery, _name, _noting(_name, whole=True))
