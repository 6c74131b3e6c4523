"""Compares warm invocations of the Python handlers with the calls of the SDK that they make, in the same process.

Standard input has {directory, events, requests, rounds}, where `events` has an event for each method. Takes turns: so many
requests to a handler, then as many times the calls, and so on. The last line of standard output has the CPU times of each round
in milliseconds by method: [handler, calls].
"""

import importlib
import io
import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

import boto3

job = json.load(sys.stdin)
sys.path[0] = job["directory"]
profile = importlib.import_module("profile")
table = boto3.resource("dynamodb").Table(os.environ["DYNAMODB_TABLE"])
item = table.get_item(Key={"pk": "USERS#ALL", "sk": "USER#bench"})["Item"]
key = {"pk": item["pk"], "sk": item["sk"]}


def get() -> None:
    table.get_item(Key=key, ConsistentRead=True)


def update(return_values: str = "ALL_NEW") -> None:
    table.update_item(
        Key=key,
        UpdateExpression="SET #data = :data, #version = :version, #updated = :now, #created = if_not_exists(#created, :now)",
        ExpressionAttributeNames={
            "#data": "profile_data",
            "#version": "version",
            "#created": "created_at",
            "#updated": "updated_at",
        },
        ExpressionAttributeValues={":data": item["profile_data"], ":version": item["version"], ":now": item["updated_at"]},
        ReturnValues=return_values,
    )


def get_and_update() -> None:
    get()
    update("NONE")


def delete() -> None:
    table.delete_item(Key=key)


# The calls that a handler makes. POST has the profile returned, to tell when it was created.
CALLS = {"GET": get, "POST": update, "PATCH": get_and_update, "DELETE": delete}
HANDLERS = {"GET": profile.read, "POST": profile.replace, "PATCH": profile.update, "DELETE": profile.delete}


def cpu_ms(run: Callable[[], Any]) -> float:
    before = time.process_time()
    for _ in range(job["requests"]):
        run()
    return (time.process_time() - before) * 1000 / job["requests"]


def invoke(method: str, event: dict[str, Any]) -> None:
    response = HANDLERS[method](event, None)
    if response["statusCode"] >= 300:
        raise RuntimeError(f"{method} returned {response['statusCode']}: {response['body']}")


# The handlers write their log to standard output.
output, sys.stdout = sys.stdout, io.StringIO()
result: dict[str, list[list[float]]] = {}
for method, event in job["events"].items():
    result[method] = []
    for number in range(-2, job["rounds"]):
        pair = [cpu_ms(lambda: invoke(method, event)), cpu_ms(CALLS[method])]  # noqa: B023, called at once
        if number >= 0:
            result[method].append(pair)
        sys.stdout.truncate(0)
print("\n" + json.dumps(result), file=output, flush=True)
os._exit(0)
