"""The run of a validator over one profile."""

from typing import Literal

from domain.json_value import JsonObject
from domain.schema.equality import EqualityClasses
from domain.schema.report import Report, utf16


class Validation:
    """One run of a validator over one profile. Without a report it is over at the first thing that is wrong."""

    def __init__(self, report: Report | None = None) -> None:
        self._report = report
        # To try a schema out, of which what fails is no fault of the profile.
        self.trial = self if report is None else Validation()
        self.equality_classes: EqualityClasses = EqualityClasses() if report is None else self.trial.equality_classes
        # The results so far, by the index of a schema and the identity of a list or object.
        self.results: dict[tuple[int, int], bool] = {}

    @property
    def is_over(self) -> bool:
        """Whether there is nothing more to find once something is wrong."""
        return self._report is None or self._report.has_more

    def fail(self, keyword: str, name: str | None = None) -> Literal[False]:
        """Note that a keyword is not met by the value, or by the property of that name."""
        if self._report is not None:
            self._report.add(keyword, name)
        return False

    def enter(self, key: str | int) -> None:
        """Go on to an item or property."""
        if self._report is not None:
            self._report.path.append(key)

    def leave(self) -> None:
        """Go back to what it is in."""
        if self._report is not None:
            self._report.path.pop()

    def names_of(self, value: JsonObject) -> list[str]:
        """The names of an object's properties, in an order that both languages share where it shows."""
        return list(value) if self._report is None else sorted(value, key=utf16)
