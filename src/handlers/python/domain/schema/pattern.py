"""Patterns as automata, which the construct compiles."""

from bisect import bisect_right
from typing import Any


def matches(automaton: dict[str, Any], text: str) -> bool:
    """Tell whether a pattern matches anywhere in a text, in one pass over its code points."""
    ranges, classes, table = automaton["ranges"], automaton["classes"], automaton["next"]
    state = 0
    for character in text:
        row = table[state]
        if not row:
            break
        state = row[classes[bisect_right(ranges, ord(character)) - 1]]
    return state in automaton["accepting"]
