"""The Lambda handler of the signed-in user's account.

It does no read at the start: a user deletes the account once.
"""

from account_operations import erase_account
from http_api.handler import handler
from http_api.request import Request
from http_api.response import HttpApiResponse


@handler
def delete(request: Request) -> HttpApiResponse:
    """DELETE /user"""
    sub, username = request.sub, request.username
    return erase_account(sub, lambda _: username)
