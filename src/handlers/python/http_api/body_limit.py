"""The limit of the body length."""

from domain.problem import Problem

# The maximum number of JSON bytes for one byte in DynamoDB: an ASCII character, escaped as \u0041.
_LONGEST_ESCAPE = 6


def require_body_fits(body_bytes: int, max_profile_size: int) -> None:
    """Refuse a body that is too long to fit, before it is parsed. Raise Problem "body-too-large"."""
    if body_bytes > _LONGEST_ESCAPE * max_profile_size:
        raise Problem("body-too-large")
