"""The one way in which a private file leaves the portal."""

import re

from csp.constants import NONE
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from members.files import services
from members.files.models import PrivateFile
from portal.core.access import may, verified_required

CHUNK_BYTES = 64 * 1024
ONE_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


@require_safe
@verified_required
def download(request, uuid):
    """Hand out the file if its owner's rule says so; each fetch is recorded, once for its parts."""
    file = get_object_or_404(PrivateFile, uuid=uuid)
    if not may(request.user, "files.view_privatefile", file):
        raise Http404
    first, last = asked_range(request, file)
    if first > last:
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
        return protected(response, file)
    if request.method == "GET":
        services.record_download(file=file, by=request.user, is_beginning=first == 0)
    is_part = (first, last) != (0, file.size - 1)
    body = pieces(file, first, last) if request.method == "GET" else ()
    response = StreamingHttpResponse(body, status=206 if is_part else 200, content_type=file.content_type)
    response["Content-Length"] = last - first + 1
    if is_part:
        response["Content-Range"] = f"bytes {first}-{last}/{file.size}"
    response["Content-Disposition"] = content_disposition_header(True, file.name)
    return protected(response, file)


def protected(response, file):
    """Keep the answer out of caches, and whatever is in the file from running."""
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "private, no-store"
    response["ETag"] = f'"{file.sha256}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response._csp_config = {"default-src": [NONE], "frame-ancestors": [NONE], "sandbox": []}
    return response


def asked_range(request, file):
    """Return the first and last byte asked for; first > last when there are no such bytes (RFC 9110, section 14).

    Several ranges, a malformed one, or one of an older version of the file give the whole file.
    """
    whole = (0, file.size - 1)
    match = ONE_RANGE.fullmatch(request.headers.get("Range", "").strip())
    is_older = request.headers.get("If-Range", f'"{file.sha256}"') != f'"{file.sha256}"'
    if match is None or match.groups() == ("", "") or is_older:
        return whole
    first, last = match.groups()
    if not first:  # the last so many bytes
        return (max(file.size - int(last), 0), file.size - 1) if int(last) else (1, 0)
    if last and int(last) < int(first):
        return whole
    return int(first), min(int(last), file.size - 1) if last else file.size - 1


def pieces(file, first, last):
    """Yield the bytes from first to last, a little at a time."""
    with file.file.storage.open(file.file.name, "rb") as stream:
        stream.seek(first)
        left = last - first + 1
        while left > 0 and (chunk := stream.read(min(CHUNK_BYTES, left))):
            left -= len(chunk)
            yield chunk
