"""JSON values compared and pointed into."""

import json
from collections.abc import Iterable

from rules.json_text import JsonValue


def canonical_text(value: JsonValue) -> str:
    """A text that equal values share, whatever the order of their keys, and no others."""
    return json.dumps(value, sort_keys=True)


def json_pointer(path: Iterable[str | int]) -> str:
    """The JSON pointer (RFC 6901) of a path."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)
