"""Media types of bodies (RFC 9110 section 8.3.1)."""

import re
from dataclasses import dataclass

from rules.problem import Problem


@dataclass(frozen=True)
class MediaTypes:
    """The media types that a method takes."""

    accepted: re.Pattern[str]
    # Whether a body without a type passes.
    optional: bool


# JSON, or what a browser's fetch says of a string, so that no preflight is needed.
JSON_TYPES = MediaTypes(re.compile(r"application/json|text/plain|[^/]+/[^/]+\+json"), optional=True)

# RFC 7396 section 4, or plain JSON.
MERGE_PATCH_TYPES = MediaTypes(re.compile(r"application/(?:merge-patch\+)?json"), optional=False)

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_QUOTED_STRING = r'"(?:[\t !#-[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*"'
# White space is taken at one place only, behind the parameter, so that no header makes the match slow.
_PARAMETER = rf";[ \t]*(?:({_TOKEN})=({_TOKEN}|{_QUOTED_STRING})[ \t]*)?"
_CONTENT_TYPE = re.compile(rf"({_TOKEN}/{_TOKEN})[ \t]*((?:{_PARAMETER})*)")
_CHARSET = re.compile(r'"?utf-8"?', re.IGNORECASE)


def require_media_type(content_type: str | None, media_types: MediaTypes) -> None:
    """Check a Content-Type header. Raise Problem "unsupported-media-type"."""
    if content_type is None and media_types.optional:
        return
    match = _CONTENT_TYPE.fullmatch(content_type or "")
    if match is None or media_types.accepted.fullmatch(match[1].lower()) is None:
        raise Problem("unsupported-media-type")
    for name, value in re.findall(_PARAMETER, match[2]):
        if name.lower() == "charset" and _CHARSET.fullmatch(value) is None:
            raise Problem("unsupported-media-type")
