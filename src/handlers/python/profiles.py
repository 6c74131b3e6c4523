"""The Lambda handlers of the profiles of all users, for administrators.

They do no read at the start: administrators can wait, and each function may make other calls.
"""

from environment import DYNAMODB_TABLE, USER_PARTITIONS, require_env
from http_api.administrator import administrator_handler, subject_of
from http_api.page_query import limit_of
from http_api.request import Request
from http_api.response import HttpApiResponse, page_response
from profile_operations import delete_profile, read_profile, replace_profile, update_profile
from store.cursor import ListSource, Position, cursor_of, position_of
from store.profile_list import list_profiles


@administrator_handler
def read(request: Request) -> HttpApiResponse:
    """GET /users/{sub}/profile"""
    return read_profile(request, subject_of(request))


@administrator_handler
def replace(request: Request) -> HttpApiResponse:
    """POST /users/{sub}/profile"""
    return replace_profile(request, subject_of(request), "administrator")


@administrator_handler
def update(request: Request) -> HttpApiResponse:
    """PATCH /users/{sub}/profile"""
    return update_profile(request, subject_of(request), "administrator")


@administrator_handler
def delete(request: Request) -> HttpApiResponse:
    """DELETE /users/{sub}/profile"""
    return delete_profile(request, subject_of(request))


@administrator_handler
def list(request: Request) -> HttpApiResponse:  # noqa: A001, Lambda finds the handler by this name
    """GET /users/profiles"""
    limit = limit_of(request)
    cursor = request.query_parameter("cursor")
    source = ListSource(require_env(DYNAMODB_TABLE), int(require_env(USER_PARTITIONS)))
    start = Position(0) if cursor is None else position_of(cursor, source)
    page = list_profiles(source, limit, start)
    return page_response(page.profiles, None if page.next is None else cursor_of(page.next, source))
