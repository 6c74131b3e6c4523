"""Profiles as DynamoDB items."""

import base64
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer

from rules.json_text import JsonValue, read_number
from rules.profile import Profile


class _Deserializer(TypeDeserializer):
    """Gives JSON values: numbers as doubles, sets as lists, bytes in base64."""

    def _deserialize_n(self, value: str) -> Any:
        # The inherited one makes Decimals, and fails on 1E+100 because that has more than 38 digits when written out.
        return read_number(value)

    def _deserialize_b(self, value: bytes) -> str:
        return base64.b64encode(value).decode()

    def _deserialize_ss(self, value: list[str]) -> list[str]:
        return value

    def _deserialize_ns(self, value: list[str]) -> list[Any]:
        return [self._deserialize_n(element) for element in value]

    def _deserialize_bs(self, value: list[bytes]) -> list[str]:
        return [self._deserialize_b(element) for element in value]


_serialize = TypeSerializer().serialize
_deserialize = _Deserializer().deserialize


def marshal(values: Mapping[str, Any]) -> dict[str, Any]:
    """Make attribute values of JSON values."""
    return {name: _serialize(_to_attribute(value)) for name, value in values.items()}


def from_item(attributes: Mapping[str, Any]) -> Profile:
    """Read an item, one that an earlier code wrote without version and times as well."""
    item = {name: _deserialize(value) for name, value in attributes.items()}
    version = item.get("version")
    return {
        "pk": item["pk"],
        "sk": item["sk"],
        "profile_data": item.get("profile_data"),
        "version": "0" if version is None else version,
        "created_at": item.get("created_at"),
        "updated_at": item.get("updated_at"),
    }


def _to_attribute(value: JsonValue) -> Any:
    """Make Decimals of doubles, which the serializer refuses, from their shortest digits."""
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, list):
        return [_to_attribute(element) for element in value]
    if isinstance(value, dict):
        return {key: _to_attribute(member) for key, member in value.items()}
    return value
