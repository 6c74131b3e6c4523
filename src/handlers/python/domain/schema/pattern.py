"""Matches patterns, which the construct compiles to automata."""

from bisect import bisect_right
from typing import Any


def matches(automaton: dict[str, Any], text: str) -> bool:
    """Return whether a pattern matches anywhere in a text. Read each code point once."""
    ranges, classes, table = automaton["ranges"], automaton["classes"], automaton["next"]
    state = 0
    for character in text:
        row = table[state]
        if not row:
            break
        state = row[classes[bisect_right(ranges, ord(character)) - 1]]
    return state in automaton["accepting"]
