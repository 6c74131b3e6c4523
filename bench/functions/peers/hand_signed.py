"""The least that a handler can do: one HTTPS request, signed by hand. No retries, no checks, nothing else a service needs."""

import hashlib
import hmac
import json
import os
import ssl
import time
from http.client import HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

_HOST = urlsplit(os.environ["AWS_ENDPOINT_URL"]).netloc
_CONNECTION = HTTPSConnection(_HOST, context=ssl.create_default_context(cafile=os.environ["AWS_CA_BUNDLE"]))


def read(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """GET /user/profile"""
    sub = event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"]
    key = {"pk": {"S": "USERS#ALL"}, "sk": {"S": f"USER#{sub}"}}
    response = _send("GetItem", json.dumps({"TableName": os.environ["DYNAMODB_TABLE"], "Key": key}))
    item = _unmarshal({"M": response["Item"]})
    return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": "*"}, "body": json.dumps(item)}


def _unmarshal(attribute: dict[str, Any]) -> Any:
    [(kind, value)] = attribute.items()
    if kind == "M":
        return {key: _unmarshal(member) for key, member in value.items()}
    if kind == "L":
        return [_unmarshal(element) for element in value]
    return float(value) if kind == "N" else None if kind == "NULL" else value


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _hmac(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), "sha256")


def _send(operation: str, body: str) -> dict[str, Any]:
    """Sign with Signature Version 4, and send."""
    now = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    scope = f"{now[:8]}/{os.environ['AWS_REGION']}/dynamodb/aws4_request"
    target = f"DynamoDB_20120810.{operation}"
    signed = "host;x-amz-date;x-amz-target"
    canonical = f"POST\n/\n\nhost:{_HOST}\nx-amz-date:{now}\nx-amz-target:{target}\n\n{signed}\n{_sha256(body)}"
    key = f"AWS4{os.environ['AWS_SECRET_ACCESS_KEY']}".encode()
    for part in scope.split("/"):
        key = _hmac(key, part)
    signature = _hmac(key, f"AWS4-HMAC-SHA256\n{now}\n{scope}\n{_sha256(canonical)}").hex()
    credential = f"Credential={os.environ['AWS_ACCESS_KEY_ID']}/{scope}"
    headers = {
        "Content-Type": "application/x-amz-json-1.0",
        "X-Amz-Date": now,
        "X-Amz-Target": target,
        "Authorization": f"AWS4-HMAC-SHA256 {credential}, SignedHeaders={signed}, Signature={signature}",
    }
    _CONNECTION.request("POST", "/", body, headers)
    return json.loads(_CONNECTION.getresponse().read())
