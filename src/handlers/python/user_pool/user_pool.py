"""The users of a user pool."""

from collections.abc import Callable
from typing import Any

from botocore.exceptions import ClientError

from aws.failures import InvalidResponse
from aws.request_budget import RequestBudget
from user_pool.client import client

_USER_NOT_FOUND = "UserNotFoundException"


class UserPool:
    """The users of a user pool. Create one for each request, because its calls share the time limit of the request."""

    def __init__(self, budget: RequestBudget, user_pool_id: str) -> None:
        self._budget = budget
        self._user_pool_id = user_pool_id

    def delete(self, sub: str, username: str) -> None:
        """Delete a user, if there is one. Raise Problem "unavailable".

        Only the sub is never used again: after a user is deleted, another one can sign up with the username. Each attempt
        therefore checks it, also after one whose response was lost.

        https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html
        """
        user = {"UserPoolId": self._user_pool_id, "Username": username}

        def delete() -> None:
            if _sub_in(client.call("admin_get_user", **user)) == sub:
                client.call("admin_delete_user", **user)

        self._budget.repeatable(lambda: _unless_absent(delete))

    def username_of(self, sub: str) -> str | None:
        """Return the username of a user, if there is one, from the sub of the user, a UUID. Raise Problem "unavailable".

        AdminDeleteUser accepts the sub of local users only. For a user of another identity provider it needs the username.

        https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
        """
        command: dict[str, Any] = {
            "UserPoolId": self._user_pool_id,
            "Filter": f'sub = "{sub}"',
            # By default, it returns all attributes of the user.
            "AttributesToGet": ["sub"],
        }
        while True:
            response = self._budget.repeatable(lambda: _require_users(client.call("list_users", **command)))
            users = response["Users"]
            if users:
                username: str | None = users[0].get("Username")
                return username
            if "PaginationToken" not in response:
                return None
            command["PaginationToken"] = response["PaginationToken"]


def _unless_absent(call: Callable[[], None]) -> None:
    """Make calls that fail if there is no user, which is no failure here."""
    try:
        call()
    except ClientError as error:
        if error.response["Error"]["Code"] != _USER_NOT_FOUND:
            raise


def _sub_in(response: dict[str, Any]) -> str:
    """Without a sub, it would seem that it is another user."""
    for attribute in response.get("UserAttributes", []):
        if attribute.get("Name") == "sub" and "Value" in attribute:
            sub: str = attribute["Value"]
            return sub
    raise InvalidResponse("The response has no sub.")


def _require_users(response: dict[str, Any]) -> dict[str, Any]:
    """Without a list, it would seem that there is no such user."""
    if "Users" not in response:
        raise InvalidResponse("The response has no users.")
    return response
