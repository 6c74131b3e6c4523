import json
import os
from hashlib import sha256
from typing import Any

import boto3
from botocore.config import Config

BUCKET = os.environ["BUCKET"]
USER_PARTITIONS = int(os.environ["USER_PARTITIONS"])
TYPES = ["image/jpeg", "image/png", "image/webp"]
MAX_BYTES = 1024 * 1024
VALID_SECONDS = 60

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
# The defaults are an older signature, which new buckets reject, and a domain that redirects to that of the Region.
s3 = boto3.client("s3", config=Config(signature_version="s3v4", s3={"addressing_style": "virtual"}))


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Answers requests to the avatar of the signed-in user: POST for an upload form, GET for a URL, and DELETE."""
    # From the token, and never from the request: it decides whose avatar this is.
    sub = event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"]
    # The token of an erased account is valid until it expires.
    if not has_profile(sub):
        return {"statusCode": 404}
    key = f"avatars/{sub}"
    match event["requestContext"]["http"]["method"]:
        case "POST":
            return upload_form(key, event.get("queryStringParameters", {}).get("type"))
        case "GET":
            url = s3.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": key}, ExpiresIn=VALID_SECONDS)
            return ok({"url": url})
        case _:
            s3.delete_object(Bucket=BUCKET, Key=key)
            return {"statusCode": 204}


def upload_form(key: str, content_type: str | None) -> dict[str, Any]:
    if content_type not in TYPES:
        return {"statusCode": 415}
    fields = {"Content-Type": content_type}
    # S3 rejects an upload that does not meet them. The key and the bucket are conditions as well.
    conditions = [fields, ["content-length-range", 1, MAX_BYTES]]
    return ok({"key": key, **s3.generate_presigned_post(BUCKET, key, fields, conditions, VALID_SECONDS)})


def has_profile(sub: str) -> bool:
    partition = "ALL" if USER_PARTITIONS == 1 else int.from_bytes(sha256(sub.encode()).digest()[:6], "big") % USER_PARTITIONS
    answer = table.get_item(
        Key={"pk": f"USERS#{partition}", "sk": f"USER#{sub}"},
        ConsistentRead=True,
        ProjectionExpression="pk, erased_at",
    )
    return "Item" in answer and "erased_at" not in answer["Item"]


def ok(body: dict[str, Any]) -> dict[str, Any]:
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "application/json", "Cache-Control": "no-store"},
        "body": json.dumps(body),
    }
