"""Pictures drawn for tests: a slope from one colour to another, and nobody in it."""

import io

from PIL import Image


def picture(*, kind="JPEG", mode="RGB", size=(240, 160), **saved):
    """Return a picture of that kind and size, as bytes."""
    image = Image.linear_gradient("L").resize(size)
    if mode in ("RGB", "RGBA", "P", "CMYK"):
        image = Image.merge("RGB", (image, image.transpose(Image.Transpose.ROTATE_180), Image.new("L", size, 120)))
    out = io.BytesIO()
    image.convert(mode).save(out, kind, **saved)
    return out.getvalue()
