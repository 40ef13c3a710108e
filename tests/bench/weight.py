"""What the first visit of a page sends over the wire, besides its pictures."""

import re
from urllib.parse import urljoin, urlsplit

NEEDED = re.compile(
    r'<link[^>]+rel="(?:stylesheet|preload)"(?![^>]+as="image")[^>]*>|'
    r'<script[^>]+src="[^"]+"[^>]*>|<use href="[^"#]+',
    re.IGNORECASE,
)
ADDRESS = re.compile(r'(?:href|src)="([^"#]+)')


def first_visit(server, path):
    """Return (bytes, requests) of the page, its styles, scripts, fonts and icons, compressed as a browser asks for."""
    _status, _headers, body = server.get(path)
    html = server.get(path, **{"Accept-Encoding": "identity"})[2].decode()
    found = [ADDRESS.search(tag).group(1) for tag in NEEDED.findall(html)]
    addresses = {urlsplit(urljoin(path, address)).path for address in found}
    sizes = [len(body)] + [len(server.get(address)[2]) for address in sorted(addresses)]
    return sum(sizes), len(sizes)
