"""Responses to API Gateway, valid in both payload formats."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypedDict

from domain.json_value import quote
from domain.problem import Problem
from domain.profile import Profile
from domain.stored_value import StoredJson, to_json

# Seconds after which a client can retry.
_RETRY_AFTER = "1"
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=to_json).encode
_TABLE = json.loads((Path(__file__).parent.parent / "shared" / "problems.json").read_text("utf-8"))


class _StatusAndHeaders(TypedDict):
    statusCode: int
    headers: dict[str, str]


class HttpApiResponse(_StatusAndHeaders, total=False):
    """A response of the API."""

    body: str


def profile_response(profile: Profile) -> HttpApiResponse:
    """Return 200 with a profile."""
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "application/json", **_validators(profile)},
        "body": _to_json(profile),
    }


def not_modified_response(profile: Profile) -> HttpApiResponse:
    """Return 304: the client has the current version."""
    return {"statusCode": 304, "headers": _validators(profile)}


def page_response(profiles: Sequence[Profile], cursor: str | None) -> HttpApiResponse:
    """Return 200 with a page of a list of profiles, and the cursor of the next page, if any."""
    next_page = "" if cursor is None else f',"cursor":{_to_json(cursor)}'
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "application/json", "Cache-Control": "no-store"},
        "body": f'{{"profiles":[{",".join([_to_json(profile) for profile in profiles])}]{next_page}}}',
    }


def no_content_response() -> HttpApiResponse:
    """Return 204: the profile or the account is deleted."""
    return {"statusCode": 204, "headers": {}}


def _validators(profile: Profile) -> dict[str, str]:
    """The headers for caches. 304 must repeat those of 200 (RFC 9110 section 15.4.5)."""
    return {"ETag": f'"{profile["version"]}"', "Cache-Control": "private, no-cache", "Vary": "Authorization"}


def problem_response(problem: Problem, request_id: str) -> HttpApiResponse:
    """Return problem details (RFC 9457)."""
    row = _TABLE["problems"][problem.code]
    status = row["status"]
    headers = {"Content-Type": "application/problem+json", "Cache-Control": "no-store"}
    if status == 503:
        headers["Retry-After"] = _RETRY_AFTER
    body: dict[str, Any] = {
        "type": _TABLE["typePrefix"] + problem.code,
        "title": row["title"],
        "status": status,
        "detail": row["detail"],
        "requestId": request_id,
    }
    if problem.details is not None:
        body["errors"] = problem.details.violations
        if problem.details.has_more:
            body["moreErrors"] = True
    return {"statusCode": status, "headers": headers, "body": _to_json(body)}


def _to_json(value: StoredJson) -> str:
    # Not the encoder for objects and strings, because it takes long for long strings.
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, dict):
        return f"{{{','.join([f'{quote(name)}:{_to_json(member)}' for name, member in value.items()])}}}"
    return _encode(value)
