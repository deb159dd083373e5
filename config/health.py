"""Answers for whoever watches the process: a load balancer, a container platform."""

import threading
import time
from queue import Empty, SimpleQueue

from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

PATIENCE = 1.0  # seconds
_asking = threading.Lock()


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Touches nothing."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Whether the database answers within a second; 503 if not."""
    if database_answers(PATIENCE):
        return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
    return HttpResponse(
        "The database does not answer.\n",
        status=503,
        headers={"Retry-After": "5"},
        content_type="text/plain; charset=utf-8",
    )


def database_answers(patience: float) -> bool:
    """Ask in a thread with a connection of its own: a frozen server keeps its client waiting without end.

    At most one such thread asks in a process. Whoever comes meanwhile waits for their turn, no longer than ``patience``
    altogether.
    """
    deadline = time.monotonic() + patience
    if not _asking.acquire(timeout=patience):
        return False
    answers: SimpleQueue[bool] = SimpleQueue()
    threading.Thread(target=_ask, args=[answers], daemon=True).start()
    try:
        return answers.get(timeout=max(0, deadline - time.monotonic()))
    except Empty:
        return False


def _ask(answers: "SimpleQueue[bool]") -> None:
    answer = False
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        answer = True
    except Error:
        pass
    finally:
        connection.close()
        _asking.release()  # before the answer: who has it may ask again at once
        answers.put(answer)
