"""The handler of the tutorial."""

import json
import os
from typing import Any

import boto3

table = boto3.resource("dynamodb").Table(os.environ["DYNAMODB_TABLE"])


def read(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """GET /user/profile"""
    sub = event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"]
    item = table.get_item(Key={"pk": "USERS#ALL", "sk": f"USER#{sub}"})["Item"]
    return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": "*"}, "body": json.dumps(item, default=str)}
