"""Problems: the ways in which a request ends without success."""

from typing import TypedDict


class Violation(TypedDict):
    """One of the places where a profile does not meet the schema."""

    # A JSON pointer (RFC 6901) into the profile.
    pointer: str
    # The keyword of the schema that is not met.
    keyword: str
    detail: str


class Problem(Exception):
    """Ends a request with a problem of the table that both languages share, named by its code."""

    def __init__(self, code: str, errors: list[Violation] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.errors = errors
