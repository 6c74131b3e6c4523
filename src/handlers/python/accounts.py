"""The Lambda handler of the accounts of all users, for administrators.

It does no read at the start: administrators can wait.
"""

from account_operations import erase_account
from http_api.administrator import administrator_handler, subject_of
from http_api.request import Request
from http_api.response import HttpApiResponse
from user_pool.user_pool import UserPool


@administrator_handler
def delete(request: Request) -> HttpApiResponse:
    """DELETE /users/{sub}"""
    sub = subject_of(request)

    def username_in(users: UserPool) -> str:
        username = users.username_of(sub)
        return sub if username is None else username

    return erase_account(sub, username_in)
