"""A picture of a person, as it is taken in: read, cut to squares, and nothing of the file kept but what is seen."""

import io
import struct
import zlib

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

FORMATS = ["JPEG", "PNG", "WEBP"]
MAX_BYTES = 10 * 1024 * 1024
# As the file says itself, before anything of it is read; and as it is read, at some four bytes each. A JPEG is read at
# a fraction of its size, so that a telephone's picture need not be made smaller first.
MAX_PIXELS = 50_000_000
MAX_READ_PIXELS = 16_000_000
# What Pillow raises for a broken file depends on where it is broken.
BROKEN = (OSError, SyntaxError, ValueError, TypeError, EOFError, ArithmeticError, LookupError, struct.error, zlib.error)
MIN_SIDE = 96
SIDES = {"large": 480, "small": 96}


def squares_of(upload):
    """Return the picture as JPEG in each of SIDES, {"large": bytes, "small": bytes}.

    Cut to the square in its middle, turned as its camera held it, on white where it was transparent. Drawn anew on an
    empty canvas: place, time, camera, comments and profiles stay behind. Raises ValidationError in plain words.
    """
    if upload.size > MAX_BYTES:
        raise _too_large()
    try:
        with Image.open(upload, formats=FORMATS) as image:
            square = _square(image)
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except BROKEN as error:
        raise ValidationError(
            _("Filen går inte att läsa som bild. Det går bra med JPEG, PNG och WebP."), code="picture"
        ) from error
    return {name: _drawn(square, side) for name, side in SIDES.items()}


def _square(image):
    """Return the picture's middle in the largest of the sizes, in colours and with its transparency."""
    if min(image.size) < MIN_SIDE:
        raise ValidationError(
            _("Bilden är för liten. Den behöver vara minst %(side)s bildpunkter på varje håll."),
            code="small",
            params={"side": MIN_SIDE},
        )
    largest = SIDES["large"]
    if image.width * image.height > MAX_PIXELS:
        raise _too_large()
    image.draft("RGB", (largest, largest))
    if image.width * image.height > MAX_READ_PIXELS:
        raise _too_large()
    image.load()
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    whole = image if image.mode in ("RGB", "RGBA") else image.convert("RGBA")
    square = whole.resize((largest, largest), Image.Resampling.LANCZOS, (left, top, left + side, top + side), 3.0)
    square.getexif().update(image.getexif())
    return ImageOps.exif_transpose(square)


def _drawn(square, side):
    small = square.resize((side, side), Image.Resampling.LANCZOS)
    canvas = Image.new("RGB", (side, side), "white")
    canvas.paste(small, mask=small.getchannel("A") if small.mode == "RGBA" else None)
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()


def _too_large():
    return ValidationError(
        _("Bilden är för stor. Den får vara högst 10 MB, och i PNG eller WebP högst 16 miljoner bildpunkter."),
        code="size",
    )
