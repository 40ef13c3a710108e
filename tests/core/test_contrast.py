"""The colours that meet can be told apart: WCAG 2.2, 1.4.3 (text, 4.5) and 1.4.11 (controls, 3)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = (Path(settings.BASE_DIR) / "static" / "css" / "portal.css").read_text()

GROUNDS = ["paper", "frost", "sky"]
TEXT = [(ink, ground) for ground in GROUNDS for ink in ("ink", "soft", "link", "brand")]
TEXT += [(tone, f"{tone}-ground") for tone in ("good", "warn", "bad", "info", "neutral")]
TEXT += [(ink, f"{tone}-ground") for tone in ("good", "warn", "bad", "info", "neutral") for ink in ("ink", "link")]
TEXT += [("bad", "paper"), ("on-brand", "brand"), ("on-brand", "brand-strong"), ("on-sun", "sun"), ("paper", "bad")]
CONTROLS = [("edge", ground) for ground in GROUNDS] + [("focus-outer", ground) for ground in GROUNDS]


def block(start):
    """The custom properties of the first rule after `start`."""
    text = CSS[CSS.index(start) :]
    return dict(re.findall(r"--([a-z-]+): ([^;]+);", text[: text.index("}")]))


LIGHT = block(":root {")
DARK = LIGHT | block("@media screen and (prefers-color-scheme: dark)")
THEMES = {
    "light": LIGHT,
    "dark": DARK,
    "deep in light": LIGHT | block(".deep {"),
    "deep in dark": DARK | block(".deep {"),
}


def colour(tokens, name):
    """The colour of a token; a token that names another is followed in the theme around it."""
    value = tokens[name]
    while reference := re.fullmatch(r"var\(--([a-z-]+)\)", value):
        value = tokens[reference.group(1)]
    digits = value.lstrip("#")
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)


def luminance(digits):
    channels = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_stands_out_from_its_ground(theme, ink, ground):
    tokens = THEMES[theme]

    assert contrast(colour(tokens, ink), colour(tokens, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), CONTROLS)
def test_edge_of_a_control_stands_out_from_its_ground(theme, edge, ground):
    tokens = THEMES[theme]

    assert contrast(colour(tokens, edge), colour(tokens, ground)) >= 3
