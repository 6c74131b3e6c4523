"""Structured logs: one line of JSON for each request."""

import traceback
from typing import Any, TypedDict

from domain.problem import Problem
from http_api.request import Request
from log_line import write_line


class Parties(TypedDict, total=False):
    """The users that a request of an administrator is by and about: their sub."""

    actor: str
    subject: str


def log_request(
    request: Request, status: int, duration_ms: float, error: Exception | None, parties: Parties | None = None
) -> None:
    """Log one line of JSON for a request.

    It never contains a body, a token or another claim than the sub of an administrator.
    """
    write_line(
        "ERROR" if status >= 500 else "INFO",
        {
            "requestId": request.id,
            "route": request.route,
            "status": status,
            "durationMs": round(duration_ms),
            **(parties or {}),
            **_describe(error),
        },
    )


def log_warm_up_failure(error: Exception) -> None:
    """Log that the function could not read from DynamoDB while it started."""
    write_line("WARN", {"event": "warm-up-failed", "exception": type(error).__name__})


def _describe(error: Exception | None) -> dict[str, Any]:
    if error is None:
        return {}
    if isinstance(error, Problem):
        return {"error": error.code}
    # The message of an unexpected error may quote profile data, so log only its name and its stack.
    frames = traceback.extract_tb(error.__traceback__)
    return {
        "error": "internal-error",
        "exception": type(error).__name__,
        "stack": [f"at {frame.name} ({frame.filename}:{frame.lineno})" for frame in reversed(frames)],
    }
