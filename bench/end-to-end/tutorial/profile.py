"""The handlers of the tutorial."""

import json
import os
from decimal import Decimal
from typing import Any

import boto3

table = boto3.resource("dynamodb").Table(os.environ["DYNAMODB_TABLE"])


def get(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """GET /user/profile"""
    return _respond(event, table.get_item(Key=_key(event))["Item"])


def create(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """POST /user/profile"""
    # boto3 takes no float.
    item = {**_key(event), "profile_data": json.loads(event["body"], parse_float=Decimal)}
    table.put_item(Item=item)
    return _respond(event, item)


def _key(event: dict[str, Any]) -> dict[str, Any]:
    return {"pk": "USERS#ALL", "sk": f"USER#{event['requestContext']['authorizer']['jwt']['claims']['sub']}"}


def _respond(event: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    # MiniStack waits up to 50 ms for the log of an invocation, so that a function without a log line would be slower.
    print(event["routeKey"])
    return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": "*"}, "body": json.dumps(item, default=float)}
