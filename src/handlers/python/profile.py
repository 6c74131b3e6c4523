"""The Lambda handlers of the profile API, one for each route."""

from adapter.handler import handler
from adapter.media_type import JSON_TYPES
from adapter.request import Request, decode_text
from adapter.response import HttpApiResponse, profile_response
from environment import DYNAMODB_TABLE, MAX_PROFILE_SIZE, require_env
from rules.problem import Problem
from rules.profile import parse_profile_data, profile_key, require_body_fits
from store.profile_store import ProfileStore


def _store() -> ProfileStore:
    return ProfileStore(require_env(DYNAMODB_TABLE))


@handler
def get(request: Request) -> HttpApiResponse:
    """GET /user/profile"""
    profile = _store().read(profile_key(request.sub))
    if profile is None:
        raise Problem("profile-not-found")
    return profile_response(profile)


@handler
def create(request: Request) -> HttpApiResponse:
    """POST /user/profile"""
    key = profile_key(request.sub)
    max_profile_size = int(require_env(MAX_PROFILE_SIZE))
    body = request.body(JSON_TYPES)
    require_body_fits(len(body), max_profile_size)
    profile_data = parse_profile_data(decode_text(body), max_profile_size)
    return profile_response(_store().replace(key, profile_data))
