"""Parses header values (RFC 9110 section 5.6)."""

from collections.abc import Callable

_TOKEN_CHARACTERS = frozenset("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


class HeaderReader:
    """Parses a header value from left to right.

    Each method consumes a complete element or nothing. A parser that repeats only after it consumed an element takes linear
    time.
    """

    def __init__(self, value: str) -> None:
        self._value = value
        self._position = 0

    @property
    def is_at_end(self) -> bool:
        """Whether the complete value is consumed."""
        return self._position == len(self._value)

    def take(self, text: str) -> bool:
        """Consume the text if it is next."""
        is_next = self._value.startswith(text, self._position)
        if is_next:
            self._position += len(text)
        return is_next

    def take_space(self) -> None:
        """Consume spaces and tabs, if any."""
        self._take_while(lambda character: character in " \t")

    def take_token(self) -> str | None:
        """Consume a token."""
        start = self._position
        self._take_while(lambda character: character in _TOKEN_CHARACTERS)
        return self._taken_from(start) if self._position > start else None

    def take_quoted_string(self) -> str | None:
        """Consume a quoted string and return it with its quotes."""
        start = self._position
        if self.take('"'):
            self._take_while(_is_quoted_text)
            while self._take_quoted_pair():
                self._take_while(_is_quoted_text)
            if self.take('"'):
                return self._taken_from(start)
        self._position = start
        return None

    def take_entity_tag(self) -> str | None:
        """Consume an entity tag (section 8.8.3) and return it with its quotes."""
        start = self._position
        self.take("W/")
        if self.take('"'):
            self._take_while(lambda character: _is_text(character) and character not in '"\t ')
            if self.take('"'):
                return self._taken_from(start)
        self._position = start
        return None

    def _take_quoted_pair(self) -> bool:
        pair = self._value[self._position : self._position + 2]
        is_next = len(pair) == 2 and pair[0] == "\\" and _is_text(pair[1])
        if is_next:
            self._position += 2
        return is_next

    def _take_while(self, is_part: Callable[[str], bool]) -> None:
        while not self.is_at_end and is_part(self._value[self._position]):
            self._position += 1

    def _taken_from(self, start: int) -> str:
        return self._value[start : self._position]


def _is_text(character: str) -> bool:
    """Whether it is a visible ASCII character, a space, a tab, or obs-text (a byte above ASCII)."""
    return character == "\t" or " " <= character <= "~" or "\x80" <= character <= "\xff"


def _is_quoted_text(character: str) -> bool:
    return _is_text(character) and character not in '"\\'
