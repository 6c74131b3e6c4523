"""Makes Lambda handlers."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from domain.problem import Problem
from http_api.log import Parties, log_request
from http_api.request import Request
from http_api.response import HttpApiResponse, problem_response

# Handles the requests of a route.
Operation = Callable[[Request], HttpApiResponse]
# A function that Lambda calls.
LambdaHandler = Callable[[dict[str, Any], Any], HttpApiResponse]


def handler(operation: Operation, parties_of: Callable[[Request], Parties] | None = None) -> LambdaHandler:
    """Make a Lambda handler that turns problems into responses and logs one line for each request.

    parties_of returns the users whom the log line names; by default none.
    """

    @wraps(operation)
    def handle(event: dict[str, Any], _context: Any) -> HttpApiResponse:
        started = time.perf_counter()
        request = Request(event)
        response, error = _respond(operation, request)
        duration_ms = (time.perf_counter() - started) * 1000
        log_request(request, response["statusCode"], duration_ms, error, parties_of(request) if parties_of else None)
        return response

    return handle


def _respond(operation: Operation, request: Request) -> tuple[HttpApiResponse, Exception | None]:
    try:
        return operation(request), None
    except Problem as problem:
        return problem_response(problem, request.id), problem
    except Exception as error:
        return problem_response(Problem("internal-error"), request.id), error
