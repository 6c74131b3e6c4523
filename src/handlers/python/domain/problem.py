"""Problems, which end a request with an error response."""

from collections.abc import Sequence
from typing import Protocol, TypedDict


class Violation(TypedDict):
    """A violation of the schema."""

    # A JSON pointer (RFC 6901) into the profile.
    pointer: str
    # The violated keyword of the schema.
    keyword: str
    detail: str


class Violations(Protocol):
    """The violations of a profile, up to the limit of a response."""

    @property
    def violations(self) -> Sequence[Violation]:
        """The violations."""

    @property
    def has_more(self) -> bool:
        """Whether there are more."""


class Problem(Exception):
    """Ends a request with a problem response. code is a code of the table that both languages share."""

    def __init__(self, code: str, details: Violations | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
