"""The content's token, and what a process remembers of the content for as long as the token stands."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import InterfaceError, OperationalError, connection

from portal.core.models import ContentVersion

_remembered = {}
# The anonymous request that is being answered, for what reads the content without knowing of requests.
reader = ContextVar("reader", default=None)


def token_of(request):
    """Return the content's token as it was when the request first asked. Empty for whatever may change the content.

    One query a request; ask before reading what is to be kept under it.
    """
    if request.method not in ("GET", "HEAD"):
        return ""
    if not hasattr(request, "_content_token"):
        request._content_token = _read()
    return request._content_token


def _read():
    # This query is the first of most requests and shows by itself whether the connection is well: no other need ask.
    connection.health_check_done = True
    try:
        return _asked()
    except (OperationalError, InterfaceError):
        if connection.in_atomic_block:
            raise
        connection.close()  # a connection that was kept while the database was away
        return _asked()


def _asked():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT token FROM {ContentVersion._meta.db_table}")  # noqa: S608 (the table's name)
        row = cursor.fetchone()
    return row[0] if row else ""


def remembered(request, name, build):
    """Return what `build()` gives, from memory if nothing that public pages show has changed since.

    For a few small things that many pages need. They are shared by all requests of the process: nobody may change them.
    """
    token = token_of(request)
    if not token:
        return build()
    known = _remembered.get(name)
    if known is None or known[0] != token:
        known = _remembered[name] = (token, build())
    return known[1]


def known(name, build):
    """Return the same as `remembered`, where no request is at hand. From memory only while a reader is answered."""
    request = reader.get()
    return build() if request is None else remembered(request, name, build)


@contextmanager
def answering(request):
    """While it lasts, `known` speaks of the content as the request found it."""
    token = reader.set(request)
    try:
        yield
    finally:
        reader.reset(token)
