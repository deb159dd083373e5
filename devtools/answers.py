"""Every address that the product links, with a digest of what it answers: two versions compared line by line.

``python -m devtools.answers > before.txt`` in one checkout, the same in the other, then ``diff``. The shipped content
is loaded into a database of its own that goes with the process. Runs inside the virtual environment.
"""

import hashlib
import logging
import os
import re
import sys
import tempfile
from collections import deque
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

HOST = "http://testserver"
STARTS = ("/", "/en/", "/api/v1/", "/api/v1/schema/", "/sitemap.xml", "/robots.txt", "/healthz", "/readyz", "/nowhere/")
LINK = re.compile(r"""\s(?:href|src|action)=["']([^"'#][^"']*)["']|"(http://testserver[^"]*)"|<loc>([^<]+)</loc>""")
LEFT_OUT = ("/static/", "/admin/")
TEXTS = ("text/", "application/json", "application/xml")


def main() -> int:
    """Print ``status digest address`` for each address, sorted."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "config.settings.test", "DATA_DIR": folder}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        logging.disable(logging.WARNING)  # a link to nowhere is an answer like any other
        from django.core.management import call_command
        from django.db import connection

        connection.settings_dict["NAME"] = f"{folder}/answers.sqlite3"
        call_command("migrate", verbosity=0)
        call_command("load_catalogue", verbosity=0)
        lines = sorted(crawl())
        connection.close()
    print("\n".join(lines))
    return 0


def crawl() -> list[str]:
    """Follow every link on this host, breadth first; links with a query only from addresses without one."""
    from django.test import Client

    client, seen, waiting, lines = Client(), set(STARTS), deque(STARTS), []
    while waiting:
        address = waiting.popleft()
        response = client.get(address, headers={"accept-language": "es"})
        body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
        lines.append(f"{response.status_code} {hashlib.sha256(body).hexdigest()[:16]} {address}")
        text = body.decode(errors="replace") if response.headers.get("Content-Type", "").startswith(TEXTS) else ""
        for link in [*links_of(text), response.headers.get("Location", "")]:
            target = local(address, link)
            if target and target not in seen and not ("?" in target and "?" in address):
                seen.add(target)
                waiting.append(target)
        if len(lines) % 500 == 0:
            print(f"{len(lines)} answered, {len(waiting)} waiting", file=sys.stderr)
    return lines


def links_of(text: str) -> list[str]:
    """The addresses in a page or an answer."""
    return [unescape(next(filter(None, groups))) for groups in LINK.findall(text)]


def local(page: str, link: str) -> str:
    """The path and query of a link on ``page`` that stays on this host; empty for any other."""
    if not link or link.startswith(("mailto:", "data:", "javascript:")):
        return ""
    parts = urlsplit(urldefrag(urljoin(HOST + page, link)).url)
    if f"{parts.scheme}://{parts.netloc}" != HOST or parts.path.startswith(LEFT_OUT):
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


if __name__ == "__main__":
    sys.exit(main())
