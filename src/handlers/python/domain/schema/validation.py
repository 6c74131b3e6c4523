"""The state of a validation."""

from typing import Literal

from domain.json_value import JsonObject
from domain.schema.equality import EqualityClasses
from domain.schema.report import Report, utf16


class Validation:
    """The validation of one profile. Without a report, it ends at the first violation."""

    def __init__(self, report: Report | None = None) -> None:
        self._report = report
        # For schemas that are only tried, and whose violations are not reported.
        self.trial = self if report is None else Validation()
        self.equality_classes: EqualityClasses = EqualityClasses() if report is None else self.trial.equality_classes
        # The cached results, by the index of a schema and the identity of a list or object.
        self.results: dict[tuple[int, int], bool] = {}

    @property
    def is_over(self) -> bool:
        """Whether to stop at the next violation."""
        return self._report is None or self._report.has_more

    def fail(self, keyword: str, name: str | None = None) -> Literal[False]:
        """Report that the value or the property of that name violates a keyword."""
        if self._report is not None:
            self._report.add(keyword, name)
        return False

    def enter(self, key: str | int) -> None:
        """Enter an item or a property."""
        if self._report is not None:
            self._report.path.append(key)

    def leave(self) -> None:
        """Return to the parent."""
        if self._report is not None:
            self._report.path.pop()

    def names_of(self, value: JsonObject) -> list[str]:
        """The names of an object's properties. Sorted if there is a report, so that both languages report the same violations."""
        return list(value) if self._report is None else sorted(value, key=utf16)
