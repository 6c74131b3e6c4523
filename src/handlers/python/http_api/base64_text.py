"""Base64 as of RFC 4648 section 4."""

import base64

from domain.problem import Problem

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def decoded_length(text: bytes) -> int:
    """How many bytes base64 decodes to, by its length alone. What is not base64 has such a length too."""
    return (len(text) - _padding_of(text)) * 3 // 4


def decode_base64(text: bytes) -> bytes:
    """Decode base64: its alphabet, whole groups of four characters, and the padding.

    The bits that the last character has to spare may be set, as section 3.5 leaves it open. Raise Problem
    "malformed-encoding".
    """
    # Python's decoder skips what it does not know. Its own validation takes too much padding before Python 3.13.
    padding = _padding_of(text)
    if len(text) % 4 != 0 or len(text.translate(None, _ALPHABET)) != padding:
        raise Problem("malformed-encoding")
    return base64.b64decode(text)


def _padding_of(text: bytes) -> int:
    if text.endswith(b"=="):
        return 2
    return 1 if text.endswith(b"=") else 0
