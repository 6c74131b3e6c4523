import json
import os
from uuid import UUID

from administration import all_profiles, delete_account, save_for_user
from profile_client import AuthenticatedClient
from profile_client.api.profile import create_profile, get_profile
from profile_client.models import (
    AccountErasedProblem,
    GatewayMessage,
    Profile,
    ProfileData,
    ProfileDataAddress,
    ProfilePatch,
    ProfilePatchAddress,
    UserProfilePatch,
)
from user_profile import client, read, save

INVALID = "invalid"
ANN = ProfileData(
    name="Ann",
    nickname="Annie",
    language="en",
    newsletter=True,
    address=ProfileDataAddress(street="Main Street 1", city="Riga", country="LV"),
    interests=["chess", "tea"],
)


def create() -> Profile:
    match create_profile.sync(client=client, body=ANN):
        case Profile() as profile:
            return profile
        case answer:
            raise RuntimeError(answer)


created = create()
saved = save(ProfilePatch(nickname=None, address=ProfilePatchAddress(city="Tartu")), created.version)
profile = read()
conflict = save(ProfilePatch(nickname=None), created.version)
invalid = save(ProfilePatch(name=""), profile.version)
rejected = get_profile.sync(client=AuthenticatedClient(base_url=os.environ["API_URL"], token=INVALID))
unauthorized = rejected.message if isinstance(rejected, GatewayMessage) else str(rejected)
sub = UUID(created.sk.removeprefix("USER#"))
upgraded = save_for_user(sub, UserProfilePatch(plan="paid"))
listed = [each.profile_data.to_dict() for each in all_profiles(limit=1)]
delete_account()
erased = get_profile.sync(client=client)

results = {
    "created": created.profile_data.to_dict(),
    "saved": saved,
    "profile": profile.profile_data.to_dict(),
    "conflict": conflict,
    "invalid": invalid,
    "unauthorized": unauthorized,
    "plan": upgraded.profile_data.plan,
    "listed": listed,
    "afterDeletion": erased.status if isinstance(erased, AccountErasedProblem) else str(erased),
}
print(json.dumps(results))
