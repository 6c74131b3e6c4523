"""The Lambda handlers of the profile API, one for each route."""

from adapter.handler import handler
from adapter.media_type import JSON_TYPES, MERGE_PATCH_TYPES, MediaTypes
from adapter.request import Request, decode_text
from adapter.response import HttpApiResponse, no_content_response, not_modified_response, profile_response
from environment import DYNAMODB_TABLE, MAX_PROFILE_SIZE, USER_PARTITIONS, require_env
from rules.json_text import JsonObject, parse_json_object
from rules.merge_patch import merge_patch
from rules.preconditions import is_match_met, is_none_match_met, require_preconditions
from rules.problem import Problem
from rules.profile import Profile, ProfileKey, profile_key, require_body_fits, require_profile_fits
from store.profile_store import ProfileStore


@handler
def get(request: Request) -> HttpApiResponse:
    """GET /user/profile"""
    key = _key_of(request)
    preconditions = request.preconditions
    profile = _store().read(key)
    if profile is None:
        raise Problem("profile-not-found")
    if not is_match_met(preconditions, profile["version"]):
        raise Problem("precondition-failed")
    if not is_none_match_met(preconditions, profile["version"]):
        return not_modified_response(profile)
    return profile_response(profile)


@handler
def create(request: Request) -> HttpApiResponse:
    """POST /user/profile"""
    key = _key_of(request)
    profile_data = _body_of(request, JSON_TYPES)
    preconditions = request.preconditions
    require_profile_fits(profile_data, _max_profile_size())
    return profile_response(_store().replace(key, profile_data, preconditions))


@handler
def update(request: Request) -> HttpApiResponse:
    """PATCH /user/profile"""
    key = _key_of(request)
    patch = _body_of(request, MERGE_PATCH_TYPES)
    preconditions = request.preconditions

    def change(stored: Profile | None) -> JsonObject:
        if stored is None:
            raise Problem("profile-not-found")
        require_preconditions(preconditions, stored["version"])
        profile_data = merge_patch(stored["profile_data"], patch)
        require_profile_fits(profile_data, _max_profile_size())
        return profile_data

    return profile_response(_store().change(key, change))


@handler
def delete(request: Request) -> HttpApiResponse:
    """DELETE /user/profile"""
    _store().erase(_key_of(request), request.preconditions)
    return no_content_response()


def _key_of(request: Request) -> ProfileKey:
    return profile_key(request.sub, int(require_env(USER_PARTITIONS)))


def _body_of(request: Request, media_types: MediaTypes) -> JsonObject:
    """The JSON object that a request brings, checked in the order in which faults are reported."""
    body = request.body(media_types)
    require_body_fits(len(body), _max_profile_size())
    return parse_json_object(decode_text(body))


def _max_profile_size() -> int:
    return int(require_env(MAX_PROFILE_SIZE))


def _store() -> ProfileStore:
    return ProfileStore(require_env(DYNAMODB_TABLE))
