"""The HTML of the pages that the stories look over, as the portal sent it, for vnu to read (`make check-html`)."""

import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

FOLDER = Path(__file__).resolve().parents[2] / ".pytest_cache" / "html"
# What differs from one sending of the same page to the next.
CHANGING = re.compile(r'(name="(?:csrfmiddlewaretoken|stamp|key|submission_key)" value=")[^"]*')


def keep(response):
    """Keep the page, once for each state that it was in."""
    if response is None or "text/html" not in response.headers.get("content-type", ""):
        return
    if 300 <= response.status < 400:
        return
    html = response.text()
    state = hashlib.sha256(CHANGING.sub(r"\1", html).encode()).hexdigest()[:8]
    name = re.sub(r"[^a-z0-9]+", "-", urlsplit(response.url).path.lower()).strip("-") or "start"
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name[:80]}.{state}.html").write_text(html, encoding="utf-8")
