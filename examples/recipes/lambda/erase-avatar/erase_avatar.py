import json
import os
from typing import Any

import boto3

BUCKET = os.environ["BUCKET"]

s3 = boto3.client("s3")


def handler(event: dict[str, Any], _context: object) -> None:
    """Deletes the avatars of erased profiles, whose events are in a queue. After an error, the queue delivers them again."""
    for record in event["Records"]:
        sub = json.loads(record["body"])["detail"]["sub"]
        s3.delete_object(Bucket=BUCKET, Key=f"avatars/{sub}")
