"""Profiles as DynamoDB items, in DynamoDB's JSON.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from domain.json_value import quote, read_number
from domain.profile import NO_VERSION, Profile
from domain.stored_value import StoredJson, StoredValue


def marshal(values: Mapping[str, Any]) -> str:
    """Convert values to DynamoDB attributes, as JSON text."""
    return f"{{{','.join([f'{quote(name)}:{_marshal(value)}' for name, value in values.items()])}}}"


def from_item(attributes: Mapping[str, Any]) -> Profile:
    """Convert an item to a profile. Items of other writers may lack the version and the times."""
    item = {name: unmarshal(value) for name, value in attributes.items()}
    version = item.get("version")
    return {
        "pk": item["pk"],
        "sk": item["sk"],
        "profile_data": item.get("profile_data"),
        "version": NO_VERSION if version is None else version,
        "created_at": item.get("created_at"),
        "updated_at": item.get("updated_at"),
    }


def _marshal(value: StoredJson) -> str:
    """Write text directly: for many small values, intermediate objects would take most of the time and memory."""
    kind = type(value)
    if kind is str:
        return f'{{"S":{quote(value)}}}'
    if kind is int or kind is float:
        return f'{{"N":"{value!r}"}}'
    if kind is list:
        return f'{{"L":[{",".join([_marshal(element) for element in value])}]}}'
    if kind is dict:
        return f'{{"M":{marshal(value)}}}'
    if kind is bool:
        return '{"BOOL":true}' if value else '{"BOOL":false}'
    return '{"NULL":true}' if value is None else json.dumps(value.attribute)


def unmarshal(attribute: dict[str, Any]) -> StoredJson:
    """Convert a DynamoDB attribute to a value."""
    if "S" in attribute:
        return attribute["S"]
    if "N" in attribute:
        return _unmarshal_number(attribute)
    if "L" in attribute:
        return [unmarshal(element) for element in attribute["L"]]
    if "M" in attribute:
        return {key: unmarshal(member) for key, member in attribute["M"].items()}
    if "BOOL" in attribute or "NULL" in attribute:
        return attribute.get("BOOL")
    [(kind, value)] = attribute.items()
    return StoredValue(attribute, [read_number(element) for element in value] if kind == "NS" else value)


def _unmarshal_number(attribute: dict[str, str]) -> float | int | StoredValue:
    digits = attribute["N"]
    number = read_number(digits)
    text = repr(number)
    # DynamoDB and Python use different notations for some numbers.
    return number if text == digits or Decimal(text) == Decimal(digits) else StoredValue(attribute, number)
