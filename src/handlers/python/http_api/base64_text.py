"""Base64 (RFC 4648 section 4)."""

import base64

from domain.problem import Problem

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def decoded_length(text: bytes) -> int:
    """Return the number of bytes that Base64 text decodes to, computed from its length. Do not check the text."""
    return (len(text) - _padding_of(text)) * 3 // 4


def decode_base64(text: bytes) -> bytes:
    """Decode Base64 (RFC 4648 section 4) strictly: no other characters, and with padding.

    Accept nonzero pad bits, which section 3.5 allows. Raise Problem "malformed-encoding".
    """
    # Python's decoder ignores invalid characters. Before Python 3.13, its validation accepts excess padding.
    padding = _padding_of(text)
    if len(text) % 4 != 0 or len(text.translate(None, _ALPHABET)) != padding:
        raise Problem("malformed-encoding")
    return base64.b64decode(text)


def _padding_of(text: bytes) -> int:
    if text.endswith(b"=="):
        return 2
    return 1 if text.endswith(b"=") else 0
