"""The Lambda handlers of the signed-in user's profile, one for each route."""

from environment import DYNAMODB_TABLE, require_env
from http_api.handler import handler
from http_api.log import log_warm_up_failure
from http_api.request import Request
from http_api.response import HttpApiResponse
from profile_operations import delete_profile, read_profile, replace_profile, update_profile
from store.warm_up import warm_up


@handler
def read(request: Request) -> HttpApiResponse:
    """GET /user/profile"""
    return read_profile(request, request.sub)


@handler
def replace(request: Request) -> HttpApiResponse:
    """POST /user/profile"""
    return replace_profile(request, request.sub, "user")


@handler
def update(request: Request) -> HttpApiResponse:
    """PATCH /user/profile"""
    return update_profile(request, request.sub, "user")


@handler
def delete(request: Request) -> HttpApiResponse:
    """DELETE /user/profile"""
    return delete_profile(request, request.sub)


def _warm_up() -> None:
    """Make the first request as fast as later ones, while Lambda initializes the function.

    Do not raise: a request finds the same fault and responds accordingly.
    """
    try:
        warm_up(require_env(DYNAMODB_TABLE))
    except Exception as error:
        log_warm_up_failure(error)


_warm_up()
