"""The users of a user pool."""

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

    def delete(self, username: str) -> None:
        """Delete a user, if there is one. Raise Problem "unavailable".

        https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html
        """

        def send() -> None:
            try:
                client.call("admin_delete_user", UserPoolId=self._user_pool_id, Username=username)
            except ClientError as error:
                # Deleted before, possibly by an earlier attempt whose response was lost.
                if error.response["Error"]["Code"] != _USER_NOT_FOUND:
                    raise

        self._budget.repeatable(send)

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


def _require_users(response: dict[str, Any]) -> dict[str, Any]:
    """Without a list, it would seem that there is no such user."""
    if "Users" not in response:
        raise InvalidResponse("The response has no users.")
    return response
