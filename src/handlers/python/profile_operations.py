"""What the routes of users and those of administrators have in common.

Each operation takes the sub of the user whose profile it is.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from domain.json_value import JsonObject
from domain.merge_patch import merge_patch
from domain.preconditions import has_preconditions, is_match_met, is_none_match_met, require_preconditions
from domain.problem import Problem
from domain.profile import Profile, ProfileKey
from domain.schema.deployed_schema import load_profile_schema
from domain.stored_value import StoredJson, StoredObject, without_stored_values
from environment import DYNAMODB_TABLE, MAX_PROFILE_SIZE, USER_PARTITIONS, require_env
from http_api.json_text import parse_json_object
from http_api.media_type import JSON_TYPES, MERGE_PATCH_TYPES, MediaTypes
from http_api.request import Request
from http_api.response import HttpApiResponse, no_content_response, not_modified_response, profile_response
from store.limits import MAX_DEPTH, require_profile_fits, require_storable
from store.profile_key import profile_key
from store.profile_store import ProfileStore

if TYPE_CHECKING:
    from domain.schema.profile_schema import Writer

# With the default threshold, the garbage collector scans a large profile repeatedly while it is parsed, which takes more than
# half of the request time. It looks for reference cycles, which are rare here.
gc.set_threshold(50_000)

# At module scope, so that warm invocations reuse the validator.
_schema = load_profile_schema()


def read_profile(request: Request, sub: str) -> HttpApiResponse:
    """Read the profile of a user."""
    preconditions = request.preconditions
    profile = _store().read(_key_of(sub))
    if profile is None:
        raise Problem("profile-not-found")
    if not is_match_met(preconditions, profile["version"]):
        raise Problem("precondition-failed")
    if not is_none_match_met(preconditions, profile["version"]):
        return not_modified_response(profile)
    return profile_response(profile)


def replace_profile(request: Request, sub: str, writer: Writer) -> HttpApiResponse:
    """Create or replace the profile of a user."""
    key = _key_of(sub)
    sent = _body_of(request, JSON_TYPES)
    preconditions = request.preconditions
    require_profile_fits(sent, _max_profile_size())
    if _schema is None or not (_schema.is_restricted(writer) or has_preconditions(preconditions)):
        return profile_response(_store().replace(key, _checked(sent, sent, writer, None), preconditions))

    # Read the stored profile first: it has the read-only properties, and a failed precondition takes precedence over violations.
    schema = _schema

    def apply_update(stored: Profile | None) -> StoredObject:
        require_preconditions(preconditions, None if stored is None else stored["version"])
        before = None if stored is None else stored["profile_data"]
        return _checked(schema.keep_read_only(sent, before, writer), sent, writer, before)

    return profile_response(_store().update(key, apply_update))


def update_profile(request: Request, sub: str, writer: Writer) -> HttpApiResponse:
    """Update the profile of a user."""
    key = _key_of(sub)
    patch = _body_of(request, MERGE_PATCH_TYPES)
    preconditions = request.preconditions

    def apply_update(stored: Profile | None) -> StoredObject:
        if stored is None:
            raise Problem("profile-not-found")
        require_preconditions(preconditions, stored["version"])
        before = stored["profile_data"]
        return _checked(merge_patch(before, patch), patch, writer, before)

    return profile_response(_store().update(key, apply_update))


def delete_profile(request: Request, sub: str) -> HttpApiResponse:
    """Delete the profile of a user."""
    _store().delete(_key_of(sub), request.preconditions)
    return no_content_response()


def _checked(profile_data: StoredObject, sent: JsonObject, writer: Writer, before: StoredJson | None) -> StoredObject:
    """Validate profile data before it is stored.

    sent is the request body; before is the stored profile data, if any. Raise Problem "invalid-profile" or
    "profile-too-large".
    """
    if _schema is not None:
        report = _schema.check(without_stored_values(profile_data), sent, without_stored_values(before), writer)
        if report.violations:
            raise Problem("invalid-profile", report)
        profile_data = _schema.restore_read_only(profile_data, before, writer)
    # The size of the request body has already been checked.
    if profile_data is not sent:
        require_profile_fits(profile_data, _max_profile_size())
    return profile_data


def _key_of(sub: str) -> ProfileKey:
    return profile_key(sub, int(require_env(USER_PARTITIONS)))


def _body_of(request: Request, media_types: MediaTypes) -> JsonObject:
    """Return the JSON object in the request body. The order of the checks decides which problem is reported."""
    value = parse_json_object(request.body(media_types, _max_profile_size()), MAX_DEPTH)
    require_storable(value)
    return value


def _max_profile_size() -> int:
    return int(require_env(MAX_PROFILE_SIZE))


def _store() -> ProfileStore:
    return ProfileStore(require_env(DYNAMODB_TABLE))
