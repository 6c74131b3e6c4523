"""Makes Lambda handlers for administrators."""

from functools import wraps

from domain.problem import Problem
from environment import ADMIN_GROUP, require_env
from http_api.groups import parse_groups
from http_api.handler import LambdaHandler, Operation, handler
from http_api.log import Parties
from http_api.request import Request
from http_api.response import HttpApiResponse
from http_api.user_id import as_sub


def administrator_handler(operation: Operation) -> LambdaHandler:
    """Make a Lambda handler for administrators only.

    The log line names the administrator, and the user whom the request is about. Before the operation, it raises Problem
    "no-subject" or "forbidden".
    """

    @wraps(operation)
    def operate(request: Request) -> HttpApiResponse:
        _require_administrator(request)
        return operation(request)

    return handler(operate, _parties_of)


def subject_of(request: Request) -> str:
    """Return the user whom the request is about: the sub in the path. Raise Problem "malformed-sub"."""
    sub = as_sub(request.path_parameter("sub"))
    if sub is None:
        raise Problem("malformed-sub")
    return sub


def _require_administrator(request: Request) -> None:
    request.require_sub()
    if require_env(ADMIN_GROUP) not in parse_groups(request.claim("cognito:groups")):
        raise Problem("forbidden")


def _parties_of(request: Request) -> Parties:
    """Only what can be a sub, so that a log line has nothing else from outside."""
    parties: Parties = {}
    actor, subject = as_sub(request.claim("sub")), as_sub(request.path_parameter("sub"))
    if actor is not None:
        parties["actor"] = actor
    if subject is not None:
        parties["subject"] = subject
    return parties
