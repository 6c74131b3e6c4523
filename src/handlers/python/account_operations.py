"""What the routes of users and those of administrators to delete an account have in common."""

from collections.abc import Callable

from aws.request_budget import RequestBudget
from environment import DYNAMODB_TABLE, TIME_TO_LIVE_ATTRIBUTE, USER_PARTITIONS, USER_POOL_ID, require_env
from http_api.response import HttpApiResponse, no_content_response
from store.erase_profile import erase_profile
from store.profile_key import profile_key
from user_pool.user_pool import UserPool


def erase_account(sub: str, username_in: Callable[[UserPool], str]) -> HttpApiResponse:
    """Erase the account of a user: first the profile, then the user of the user pool.

    In this order, because the user can repeat the request while the user exists. The tombstone, which is there from the
    start, keeps a token that is still valid from creating the profile again. Each step can be repeated, so that a repetition
    finishes what broke off. username_in returns the username of the user in the user pool.
    """
    budget = RequestBudget()
    key = profile_key(sub, int(require_env(USER_PARTITIONS)))
    erase_profile(budget, require_env(DYNAMODB_TABLE), key, require_env(TIME_TO_LIVE_ATTRIBUTE))
    users = UserPool(budget, require_env(USER_POOL_ID))
    users.delete(sub, username_in(users))
    return no_content_response()
