"""Media types of bodies (RFC 9110 section 8.3.1)."""

from typing import NamedTuple

from domain.problem import Problem
from http_api.header_reader import HeaderReader


class MediaTypes(NamedTuple):
    """The media types that a method accepts."""

    # In lowercase.
    accepted: tuple[str, ...]
    # Whether to accept any type with the suffix +json (RFC 6839 section 3.1).
    any_json: bool
    # Whether to accept a body without a type.
    optional: bool


# JSON, or the default of a browser's fetch for a string, which needs no preflight request.
JSON_TYPES = MediaTypes(("application/json", "text/plain"), any_json=True, optional=True)

# JSON Merge Patch (RFC 7396 section 4), or JSON.
MERGE_PATCH_TYPES = MediaTypes(("application/merge-patch+json", "application/json"), any_json=False, optional=False)

_JSON_SUFFIX = "+json"


def require_media_type(content_type: str | None, media_types: MediaTypes) -> None:
    """Check a Content-Type header. Raise Problem "unsupported-media-type"."""
    if content_type is None and media_types.optional:
        return
    reader = HeaderReader(content_type or "")
    if not (_take_accepted_type(reader, media_types) and _take_parameters(reader) and reader.is_at_end):
        raise Problem("unsupported-media-type")


def _take_accepted_type(reader: HeaderReader, media_types: MediaTypes) -> bool:
    kind = reader.take_token()
    subtype = reader.take_token() if reader.take("/") else None
    if kind is None or subtype is None:
        return False
    kind, subtype = kind.lower(), subtype.lower()
    if f"{kind}/{subtype}" in media_types.accepted:
        return True
    return media_types.any_json and subtype.endswith(_JSON_SUFFIX) and subtype != _JSON_SUFFIX


def _take_parameters(reader: HeaderReader) -> bool:
    """Consume parameters, which may be empty (RFC 9110 section 5.6.6).

    Return whether they are valid and the charset, if any, is UTF-8.
    """
    reader.take_space()
    while reader.take(";"):
        reader.take_space()
        name = reader.take_token()
        if name is not None:
            value = reader.take_token() or reader.take_quoted_string() if reader.take("=") else None
            if value is None or (name.lower() == "charset" and not _is_utf8(value)):
                return False
            reader.take_space()
    return True


def _is_utf8(charset: str) -> bool:
    return charset.lower() in ("utf-8", '"utf-8"')
