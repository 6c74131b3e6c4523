import os

from profile_client import AuthenticatedClient
from profile_client.api.profile import get_profile, update_profile
from profile_client.models import InvalidProfileProblem, PreconditionFailedProblem, Profile, ProfilePatch

client = AuthenticatedClient(base_url=os.environ["API_URL"], token=os.environ["TOKEN"])


def read() -> Profile:
    match get_profile.sync(client=client):
        case Profile() as profile:
            return profile
        case answer:
            raise RuntimeError(answer)


def save(patch: ProfilePatch, version: str) -> str:
    """Changes the version of the profile that the user has seen. Returns a message for the user."""
    match update_profile.sync(client=client, body=patch, if_match=f'"{version}"'):
        case Profile():
            return "Saved."
        case PreconditionFailedProblem():
            return "The profile has changed. Read it again."
        case InvalidProfileProblem() as problem:
            return ", ".join(f"{violation.pointer}: {violation.keyword}" for violation in problem.errors)
        case answer:  # For example, a GatewayMessage of API Gateway because the token has expired.
            raise RuntimeError(answer)
