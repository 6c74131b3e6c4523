"""The parts that headers are made of (RFC 9110 section 5.6)."""

from collections.abc import Callable

_TOKEN_CHARACTERS = frozenset("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


class HeaderReader:
    """Reads the value of a header from its start, one part after the other.

    Each method takes the whole part, or nothing. A parser that goes on only after a part that is taken needs time in proportion
    to the length of the value.
    """

    def __init__(self, value: str) -> None:
        self._value = value
        self._position = 0

    @property
    def is_at_end(self) -> bool:
        """Whether all of the value is taken."""
        return self._position == len(self._value)

    def take(self, text: str) -> bool:
        """Take this text."""
        is_next = self._value.startswith(text, self._position)
        if is_next:
            self._position += len(text)
        return is_next

    def take_space(self) -> None:
        """Take spaces and tabs, of which there may be none."""
        self._take_while(lambda character: character in " \t")

    def take_token(self) -> str | None:
        """Take a token."""
        start = self._position
        self._take_while(lambda character: character in _TOKEN_CHARACTERS)
        return self._taken_from(start) if self._position > start else None

    def take_quoted_string(self) -> str | None:
        """Take a quoted string, and return it as it is written."""
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
        """Take an entity tag (section 8.8.3), and return it as it is written."""
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
    """A visible character of ASCII, a space, a tab, or a byte above ASCII."""
    return character == "\t" or " " <= character <= "~" or "\x80" <= character <= "\xff"


def _is_quoted_text(character: str) -> bool:
    return _is_text(character) and character not in '"\\'
