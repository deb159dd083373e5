"""How gunicorn serves the site. HOST, PORT, WEB_CONCURRENCY, WEB_THREADS and ACCESS_LOG move it."""

import os

import gunicorn.http.message
from gunicorn.arbiter import Arbiter

from config.settings.environment import number

# The limit on the request line is ours to give (414, in the frame of the page), up to where gunicorn must cut it off.
# Its own ceiling of 8,190 bytes lies below a query of 10,000 characters (ADR 0012).
gunicorn.http.message.MAX_REQUEST_LINE = 65_536
limit_request_line = 65_536

_host = os.environ.get("HOST") or "127.0.0.1"
_port = os.environ.get("PORT") or "8000"
bind = f"[{_host}]:{_port}" if ":" in _host else f"{_host}:{_port}"
workers = number("WEB_CONCURRENCY", default=min(2 * (os.cpu_count() or 1), 4), least=1)
# Threads, so that slow clients hold a thread and not a whole process.
worker_class = "gthread"
threads = number("WEB_THREADS", default=4, least=1)
timeout = 30
graceful_timeout = 5
max_requests = 10_000
max_requests_jitter = 1_000
preload_app = True
control_socket_disable = True  # it would be opened in somebody's home folder
accesslog = os.environ.get("ACCESS_LOG") or None
loglevel = "warning"


def when_ready(server: Arbiter) -> None:
    """Tell the address once the port is really open."""
    print(f"\nQuién hace qué: http://{bind}/ (Ctrl-C stops it)", flush=True)  # noqa: T201 - for the person who started it
