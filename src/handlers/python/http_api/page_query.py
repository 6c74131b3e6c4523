"""The query parameters of a page of a list."""

import re

from domain.problem import Problem
from http_api.request import Request

_DEFAULT_LIMIT = 50
_MAX_LIMIT = 100
_INTEGER = re.compile("[1-9][0-9]{0,2}")


def limit_of(request: Request) -> int:
    """Return the maximum number of items in a page: the query parameter limit. Raise Problem "malformed-limit"."""
    text = request.query_parameter("limit")
    if text is None:
        return _DEFAULT_LIMIT
    limit = int(text) if _INTEGER.fullmatch(text) else None
    if limit is None or limit > _MAX_LIMIT:
        raise Problem("malformed-limit")
    return limit
