from collections.abc import Iterator
from http import HTTPStatus
from uuid import UUID

from profile_client.api.account import delete_account as account_deletion
from profile_client.api.administrators import list_profiles, update_user_profile
from profile_client.models import Profile, ProfilePage, UserProfilePatch
from profile_client.types import UNSET, Unset
from user_profile import client


def all_profiles(limit: int = 50) -> Iterator[Profile]:
    """Reads the profiles of all users, page by page. For administrators."""
    cursor: str | Unset | None = None
    while not isinstance(cursor, Unset):
        match list_profiles.sync(client=client, limit=limit, cursor=cursor or UNSET):
            case ProfilePage() as page:
                yield from page.profiles
                cursor = page.cursor
            case answer:
                raise RuntimeError(answer)


def save_for_user(sub: UUID, patch: UserProfilePatch) -> Profile:
    """Changes the profile of a user, including read-only fields. For administrators."""
    match update_user_profile.sync(sub, client=client, body=patch):
        case Profile() as profile:
            return profile
        case answer:
            raise RuntimeError(answer)


def delete_account() -> None:
    """Deletes the account of the signed-in user."""
    answer = account_deletion.sync_detailed(client=client)
    if answer.status_code != HTTPStatus.NO_CONTENT:
        raise RuntimeError(answer.parsed)
