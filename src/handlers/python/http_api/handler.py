"""Makes Lambda handlers."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from domain.problem import Problem
from http_api.log import log_request
from http_api.request import Request
from http_api.response import HttpApiResponse, problem_response

# Handles the requests of a route.
Operation = Callable[[Request], HttpApiResponse]


def handler(operation: Operation) -> Callable[[dict[str, Any], Any], HttpApiResponse]:
    """Make a Lambda handler that turns problems into responses and logs one line for each request."""

    @wraps(operation)
    def handle(event: dict[str, Any], _context: Any) -> HttpApiResponse:
        started = time.perf_counter()
        request = Request(event)
        response, error = _respond(operation, request)
        log_request(request, response["statusCode"], (time.perf_counter() - started) * 1000, error)
        return response

    return handle


def _respond(operation: Operation, request: Request) -> tuple[HttpApiResponse, Exception | None]:
    try:
        return operation(request), None
    except Problem as problem:
        return problem_response(problem, request.id), problem
    except Exception as error:
        return problem_response(Problem("internal-error"), request.id), error
