import os
from hashlib import sha256
from typing import Any

import boto3
from botocore.config import Config

USER_PARTITIONS = int(os.environ["USER_PARTITIONS"])
# Cognito waits 5 seconds, for the start of the function and this: at most 2 attempts of 1 second, and a pause of 1 second.
LIMITS = Config(connect_timeout=0.5, read_timeout=0.5, retries={"mode": "standard", "total_max_attempts": 2})

table = boto3.resource("dynamodb", config=LIMITS).Table(os.environ["TABLE"])


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Adds the plan of the user to the access token. A failure is logged; the token then has no claim."""
    try:
        plan = read_plan(event["request"]["userAttributes"]["sub"])
        if isinstance(plan, str):
            claims = {"accessTokenGeneration": {"claimsToAddOrOverride": {"plan": plan}}}
            event["response"]["claimsAndScopeOverrideDetails"] = claims
    except Exception as error:
        print("claims-not-added", event.get("userName"), type(error).__name__)
    return event


def read_plan(sub: str) -> Any:
    answer = table.get_item(
        Key={"pk": partition_key(sub), "sk": f"USER#{sub}"},
        ConsistentRead=True,
        ProjectionExpression="#data.#plan",
        ExpressionAttributeNames={"#data": "profile_data", "#plan": "plan"},
    )
    data: Any = answer.get("Item", {}).get("profile_data", {})
    return data.get("plan")


def partition_key(sub: str) -> str:
    if USER_PARTITIONS == 1:
        return "USERS#ALL"
    return f"USERS#{int.from_bytes(sha256(sub.encode()).digest()[:6], 'big') % USER_PARTITIONS}"
