"""Collects the violations of a profile, as many as are reported."""

import json
from pathlib import Path

from domain.problem import Violation

# The most violations that are reported.
_MAX_VIOLATIONS = 100
# The most bytes of a pointer in a response, so that 100 violations stay within 64 KiB.
_MAX_POINTER_BYTES = 500
_DETAILS = json.loads((Path(__file__).parent.parent.parent / "shared" / "schema-details.json").read_text("utf-8"))


class Report:
    """The violations of a profile."""

    def __init__(self) -> None:
        # The names and indexes that lead to the value that is being checked.
        self.path: list[str | int] = []
        self._has_more = False
        self._found: dict[str, Violation] = {}

    def add(self, keyword: str, name: str | None = None) -> None:
        """Add a keyword that the value is in violation of, or the property of that name."""
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
        """Whether there are more violations than are reported, so that there is no need to look for others."""
        return self._has_more

    @property
    def violations(self) -> list[Violation]:
        """The violations by place, in the order of UTF-16 that JavaScript sorts texts by."""
        return [self._found[key] for key in sorted(self._found, key=utf16)]


def utf16(text: str) -> bytes:
    """What to sort a text by, for the order that JavaScript has."""
    return text.encode("utf-16-be")


def _pointer_to(path: list[str | int]) -> str:
    """The JSON pointer (RFC 6901) of a path, or of as much of it from the start as a response has room for."""
    pointer = ""
    size = 0
    for part in path:
        name = str(part)
        # To escape a long name would take time for each violation in it.
        if len(name) > _MAX_POINTER_BYTES:
            break
        token = "/" + name.replace("~", "~0").replace("/", "~1")
        size += len(json.dumps(token, ensure_ascii=False).encode()) - 2
        if size > _MAX_POINTER_BYTES:
            break
        pointer += token
    return pointer
