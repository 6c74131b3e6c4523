"""Responses as API Gateway takes them in either payload format."""

import json
from pathlib import Path
from typing import Any, TypedDict

from rules.profile import Profile

# Seconds after which a client may try again what failed for a moment.
_RETRY_AFTER = "1"
_TABLE = json.loads((Path(__file__).parent.parent / "problems.json").read_text("utf-8"))


class HttpApiResponse(TypedDict):
    """A response of the API."""

    statusCode: int
    headers: dict[str, str]
    body: str


def profile_response(profile: Profile) -> HttpApiResponse:
    """200 with a profile."""
    return {
        "statusCode": 200,
        "headers": {
            "Content-Type": "application/json",
            "ETag": f'"{profile["version"]}"',
            "Cache-Control": "private, no-cache",
            "Vary": "Authorization",
        },
        "body": _to_json(profile),
    }


def problem_response(code: str, request_id: str) -> HttpApiResponse:
    """Problem details as of RFC 9457."""
    problem = _TABLE["problems"][code]
    status = problem["status"]
    headers = {"Content-Type": "application/problem+json", "Cache-Control": "no-store"}
    if status == 503:
        headers["Retry-After"] = _RETRY_AFTER
    body = {
        "type": _TABLE["typePrefix"] + code,
        "title": problem["title"],
        "status": status,
        "detail": problem["detail"],
        "requestId": request_id,
    }
    return {"statusCode": status, "headers": headers, "body": _to_json(body)}


def _to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
