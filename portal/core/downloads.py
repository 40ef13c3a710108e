"""Answers that are public files: the same for everybody, fit for every cache, asked again by their ETag."""

import hashlib

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

# Long enough to carry a rush, short enough that a changed date is soon right everywhere.
FRESH_SECONDS = 300
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def public_file(request, content, *, content_type, name, as_attachment=True, fresh=FRESH_SECONDS):
    """Answer with the bytes under that file name; 304 to whoever has them already."""
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response = HttpResponse(content, content_type=content_type)
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={fresh}"
    response["Content-Disposition"] = content_disposition_header(as_attachment, name)
    return get_conditional_response(request, etag=etag, response=response)
