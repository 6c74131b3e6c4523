"""Collects the violations of a profile, up to the limit of a response."""

import json
from pathlib import Path

from domain.problem import Violation

# The maximum number of violations in a response.
_MAX_VIOLATIONS = 100
# The maximum length of a pointer in bytes, so that 100 violations fit in 64 KiB.
_MAX_POINTER_BYTES = 500
_DETAILS = json.loads((Path(__file__).parent.parent.parent / "shared" / "schema-details.json").read_text("utf-8"))


class Report:
    """The violations of a profile."""

    def __init__(self) -> None:
        # The path of the current value, as names and indexes.
        self.path: list[str | int] = []
        self._has_more = False
        self._found: dict[str, Violation] = {}

    def add(self, keyword: str, name: str | None = None) -> None:
        """Add a violation of a keyword by the current value or by the property of that name."""
        pointer = _pointer_to(self.path if name is None else [*self.path, name])
        key = f"{pointer} {keyword}"
        if key in self._found:
            return
        if len(self._found) < _MAX_VIOLATIONS:
            self._found[key] = {"pointer": pointer, "keyword": keyword, "detail": _DETAILS[keyword]}
        else:
            self._has_more = True

    @property
    def has_more(self) -> bool:
        """Whether there are more violations than are reported. Validation can stop then."""
        return self._has_more

    @property
    def violations(self) -> list[Violation]:
        """The violations, sorted by pointer and keyword in UTF-16 order, which is the default in JavaScript."""
        return [self._found[key] for key in sorted(self._found, key=utf16)]


def utf16(text: str) -> bytes:
    """Return a sort key for UTF-16 order, as in JavaScript."""
    return text.encode("utf-16-be")


def _pointer_to(path: list[str | int]) -> str:
    """Return the JSON pointer (RFC 6901) of a path, truncated to the maximum length."""
    pointer = ""
    size = 0
    for part in path:
        name = str(part)
        # Skip long names, because escaping them for each violation is slow.
        if len(name) > _MAX_POINTER_BYTES:
            break
        token = "/" + name.replace("~", "~0").replace("/", "~1")
        size += len(json.dumps(token, ensure_ascii=False).encode()) - 2
        if size > _MAX_POINTER_BYTES:
            break
        pointer += token
    return pointer
