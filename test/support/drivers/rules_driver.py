"""Runs the pure rules of the Python handlers, in a process of their own.

For each line {rule, arguments} of standard input it writes a line {value} or {problem} to standard output.
"""

import importlib
import json
import sys
from typing import Any

sys.path[0] = sys.argv[1]
base64_text = importlib.import_module("http_api.base64_text")
condition = importlib.import_module("store.condition")
json_text = importlib.import_module("http_api.json_text")
json_value = importlib.import_module("domain.json_value")
limits = importlib.import_module("store.limits")
media_type = importlib.import_module("http_api.media_type")
merge_patch = importlib.import_module("domain.merge_patch")
precondition_headers = importlib.import_module("http_api.precondition_headers")
preconditions = importlib.import_module("domain.preconditions")
problem = importlib.import_module("domain.problem")
profile_key = importlib.import_module("store.profile_key")
request_budget = importlib.import_module("aws.request_budget")
size = importlib.import_module("store.size")


def tags_of(tags: Any) -> Any:
    return [{"weak": tag.weak, "version": tag.version} for tag in tags] if isinstance(tags, tuple) else tags


def read_profile_data(text: str) -> Any:
    value = json_text.parse_json_object(text, limits.MAX_DEPTH)
    limits.require_storable(value)
    return value


def parse_preconditions(if_match: str | None, if_none_match: str | None) -> list[Any]:
    parsed = precondition_headers.parse_preconditions(if_match, if_none_match)
    return [tags_of(parsed.if_match), tags_of(parsed.if_none_match)]


def check_preconditions(if_match: str | None, if_none_match: str | None, version: str | None) -> list[bool]:
    parsed = precondition_headers.parse_preconditions(if_match, if_none_match)
    return [preconditions.is_match_met(parsed, version), preconditions.is_none_match_met(parsed, version)]


def condition_of(if_match: str | None, if_none_match: str | None) -> list[Any]:
    made = condition.condition_of(precondition_headers.parse_preconditions(if_match, if_none_match))
    return [made.expression, made.values]


RULES = {
    "readProfileData": read_profile_data,
    "mergePatch": merge_patch.merge_patch,
    "sizeOf": size.size_of,
    "profileKey": profile_key.profile_key,
    "parsePreconditions": parse_preconditions,
    "checkPreconditions": check_preconditions,
    "conditionOf": condition_of,
    "decodedLength": lambda text: base64_text.decoded_length(text.encode("utf-8", "surrogatepass")),
    "decodeBase64": lambda text: base64_text.decode_base64(text.encode("utf-8", "surrogatepass")).hex(),
    "requireJsonType": lambda value: media_type.require_media_type(value, media_type.JSON_TYPES),
    "requireMergePatchType": lambda value: media_type.require_media_type(value, media_type.MERGE_PATCH_TYPES),
}

for line in sys.stdin:
    # Numbers as the handlers read them.
    call = json.loads(line, parse_int=json_value.read_number, parse_float=json_value.read_number)
    try:
        answer = {"value": RULES[call["rule"]](*call["arguments"])}
    except problem.Problem as raised:
        answer = {"problem": raised.code}
    except request_budget.ConditionFailed:
        answer = {"problem": "condition-failed"}
    print(json.dumps(answer), flush=True)
