"""The IDs of users."""

import re

# The sub of a user of Amazon Cognito: a UUID.
_SUB = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def as_sub(text: object) -> str | None:
    """Return a text if it can be the sub of a user."""
    return text if isinstance(text, str) and _SUB.fullmatch(text) else None
