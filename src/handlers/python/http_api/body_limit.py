"""The longest body that is read."""

from domain.problem import Problem

# The most bytes of JSON that a byte in DynamoDB can come from: an ASCII character, escaped as \u0041.
_LONGEST_ESCAPE = 6


def require_body_fits(body_bytes: int, max_profile_size: int) -> None:
    """Refuse a body that is longer than could fit, before it is read."""
    if body_bytes > _LONGEST_ESCAPE * max_profile_size:
        raise Problem("body-too-large")
