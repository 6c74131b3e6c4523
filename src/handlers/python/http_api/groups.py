"""The groups of a user."""

import re

# A name of a group: without spaces and control characters, but possibly with brackets.
_NAME = r"[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
# Names in square brackets, with a space between them.
_GROUPS = re.compile(rf"\[({_NAME}(?: {_NAME})*)\]")


def parse_groups(claim: object) -> list[str]:
    """Return the names in a cognito:groups claim, which an HTTP API passes to a function as text.

    Anything else than a list is no membership.

    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html
    """
    match = _GROUPS.fullmatch(claim) if isinstance(claim, str) else None
    return match[1].split(" ") if match else []
