"""Pages set in type: accessible PDF, and pictures, made by Typst from data.

The sources (`templates/**/*.typ`) read their data as JSON, so no text that anybody wrote is ever markup to Typst. Fonts
are the portal's own; nothing is fetched. See docs/documents.md.
"""

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.module_loading import import_string

from portal.core.signs import all_printable

logger = logging.getLogger(__name__)

FONTS = Path(__file__).parent / "fonts"
ROOT = settings.BASE_DIR / "templates"
# Loaded with the first document: most processes never set one, and it takes six megabytes.
TYPST = "typst.compile"
# An invitation takes some thirty milliseconds. Whatever takes longer than this has gone wrong.
SECONDS = 15

# Typst works without Python's lock: two at a time leave the other requests their share.
_setters = ThreadPoolExecutor(max_workers=2, thread_name_prefix="typesetting")


class TypesettingFailed(Exception):
    """Typst could not make the document; the log says why."""


def pdf(source, data, *, made_at=None):
    """Return the bytes of a tagged PDF (PDF/UA-1). `source` is a path below templates, `data` what it reads.

    The same data and `made_at` give the same bytes. Raises TypesettingFailed.
    """
    stamp = int(made_at.timestamp()) if made_at else None
    return _set(source, data, format="pdf", pdf_standards=["ua-1"], timestamp=stamp)


def png(source, data, *, ppi=72):
    """Return the bytes of a picture of the first page, one pixel a point at 72 `ppi`. Raises TypesettingFailed."""
    return _set(source, data, format="png", ppi=ppi)


def _set(source, data, **options):
    inputs = {"data": json.dumps(all_printable(data), cls=DjangoJSONEncoder, ensure_ascii=False)}
    work = _setters.submit(
        import_string(TYPST),
        str(ROOT / source),
        root=str(ROOT),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs=inputs,
        **options,
    )
    try:
        made = work.result(timeout=SECONDS)
    except (RuntimeError, TimeoutError) as error:
        logger.exception("Typesetting of %s failed", source)
        raise TypesettingFailed(source) from error
    return made[0] if isinstance(made, list) else made
