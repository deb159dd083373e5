"""What the database refuses, in the error shape of the API; DRF's handler sees it before any middleware does."""

from drf_standardized_errors.handler import ExceptionHandler
from rest_framework.exceptions import APIException
from rest_framework.permissions import SAFE_METHODS

from config.errors import MESSAGES, RETRY_AFTER, database_status


class ApiExceptionHandler(ExceptionHandler):
    """The package's handler, with 400, 409 and 503 where the database says no."""

    def convert_known_exceptions(self, exc: Exception) -> Exception:
        """Give the database's refusals their status."""
        status = database_status(exc, safe=self.context["view"].request.method in SAFE_METHODS)
        return super().convert_known_exceptions(exc) if status is None else Refused(status)


class Refused(APIException):
    """An error with a status that is known only now."""

    def __init__(self, status: int) -> None:
        code, message = MESSAGES[status]
        super().__init__(detail=str(message), code=code)
        self.status_code = status
        self.wait = RETRY_AFTER.get(status)
