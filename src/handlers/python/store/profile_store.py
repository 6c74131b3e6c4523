"""Keeps profiles in DynamoDB."""

import secrets
from datetime import datetime, timezone

import boto3
from botocore.config import Config

from rules.json_text import JsonObject
from rules.profile import Profile, ProfileKey
from store.item import from_item, marshal
from store.unavailable import unavailable_on_outage

# At module scope, so that warm invocations reuse its connections.
_client = boto3.client(
    "dynamodb",
    config=Config(
        connect_timeout=1,
        read_timeout=3,
        # So that all attempts, each as slow as may be, stay within the 10 s of the request.
        retries={"mode": "standard", "total_max_attempts": 2},
    ),
)


class ProfileStore:
    """Keeps profiles in one DynamoDB table."""

    def __init__(self, table_name: str) -> None:
        self._table_name = table_name

    def read(self, key: ProfileKey) -> Profile | None:
        """Read a profile as the last write left it."""
        with unavailable_on_outage():
            answer = _client.get_item(TableName=self._table_name, Key=marshal(key), ConsistentRead=True)
        item = answer.get("Item")
        return None if item is None else from_item(item)

    def replace(self, key: ProfileKey, profile_data: JsonObject) -> Profile:
        """Create the profile or replace its data."""
        now = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        with unavailable_on_outage():
            answer = _client.update_item(
                TableName=self._table_name,
                Key=marshal(key),
                UpdateExpression=(
                    "SET #data = :data, #version = :version, #created = if_not_exists(#created, :now), #updated = :now"
                ),
                ExpressionAttributeNames={
                    "#data": "profile_data",
                    "#version": "version",
                    "#created": "created_at",
                    "#updated": "updated_at",
                },
                ExpressionAttributeValues=marshal({":data": profile_data, ":version": secrets.token_hex(16), ":now": now}),
                ReturnValues="ALL_NEW",
            )
        return from_item(answer["Attributes"])
