import os
import secrets
from datetime import datetime, timezone
from hashlib import sha256
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

USER_PARTITIONS = int(os.environ["USER_PARTITIONS"])
# Cognito waits 5 seconds, for the start of the function and this: at most 2 attempts of 1 second, and a pause of 1 second.
LIMITS = Config(connect_timeout=0.5, read_timeout=0.5, retries={"mode": "standard", "total_max_attempts": 2})

table = boto3.resource("dynamodb", config=LIMITS).Table(os.environ["TABLE"])


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Creates the profile of a user who has signed up. A failure is logged; it does not stop the sign-up."""
    try:
        # The other event of this trigger is that of a password reset.
        if event["triggerSource"] == "PostConfirmation_ConfirmSignUp":
            create_profile(event["request"]["userAttributes"])
    except Exception as error:
        print("profile-not-created", event.get("userName"), type(error).__name__)
    return event


def first_profile(attributes: dict[str, str]) -> dict[str, Any]:
    """The first profile of a user. It must be valid for the `profileSchema`."""
    return {"plan": "free", "name": attributes["name"]} if "name" in attributes else {"plan": "free"}


def create_profile(attributes: dict[str, str]) -> None:
    now = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    item: dict[str, Any] = {
        "pk": partition_key(attributes["sub"]),
        "sk": f"USER#{attributes['sub']}",
        "profile_data": first_profile(attributes),
        "version": secrets.token_hex(16),
        "created_at": now,
        "updated_at": now,
    }
    try:
        table.put_item(Item=item, ConditionExpression="attribute_not_exists(pk)")
    except ClientError as error:
        # The profile exists, or the account is erased: the event was delivered before.
        if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise


def partition_key(sub: str) -> str:
    if USER_PARTITIONS == 1:
        return "USERS#ALL"
    return f"USERS#{int.from_bytes(sha256(sub.encode()).digest()[:6], 'big') % USER_PARTITIONS}"
