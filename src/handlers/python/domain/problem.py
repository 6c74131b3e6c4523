"""Problems: the ways in which a request ends without success."""

from collections.abc import Sequence
from typing import Protocol, TypedDict


class Violation(TypedDict):
    """One of the places where a profile does not meet the schema."""

    # A JSON pointer (RFC 6901) into the profile.
    pointer: str
    # The keyword of the schema that is not met.
    keyword: str
    detail: str


class Violations(Protocol):
    """The violations of a profile, as many as a response has room for."""

    @property
    def violations(self) -> Sequence[Violation]:
        """The violations."""

    @property
    def has_more(self) -> bool:
        """Whether there are more."""


class Problem(Exception):
    """Ends a request with a problem of the table that both languages share, named by its code."""

    def __init__(self, code: str, details: Violations | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
