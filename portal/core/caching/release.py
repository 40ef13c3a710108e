"""What a page is made with besides the content: code, templates, texts and styles, as this process was started with."""

import hashlib
from functools import cache

from django.conf import settings

FOLDERS = ("casestudies", "home", "members", "portal", "static", "templates")
KINDS = {".css", ".html", ".js", ".json", ".mo", ".py", ".svg", ".txt", ".typ", ".xml"}


@cache
def release():
    """Return a digest of all of it: the same on every machine with the same release, another after an upgrade.

    A cache that outlives the upgrade (Redis) would else show pages with styles that are gone. Read once a process.
    """
    digest = hashlib.blake2b(digest_size=8)
    files = [settings.BASE_DIR / "requirements.txt"]
    for folder in FOLDERS:
        files += sorted(path for path in (settings.BASE_DIR / folder).rglob("*") if path.suffix in KINDS)
    for path in files:
        digest.update(str(path.relative_to(settings.BASE_DIR)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
