import json
import os

from profile_client import AuthenticatedClient
from profile_client.api.profile import create_profile, get_profile
from profile_client.models import GatewayMessage, Profile, ProfileData, ProfileDataAddress, ProfilePatch, ProfilePatchAddress
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

results = {
    "created": created.profile_data.to_dict(),
    "saved": saved,
    "profile": profile.profile_data.to_dict(),
    "conflict": conflict,
    "invalid": invalid,
    "unauthorized": unauthorized,
}
print(json.dumps(results))
