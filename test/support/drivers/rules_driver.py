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
cursor = importlib.import_module("store.cursor")
groups = importlib.import_module("http_api.groups")
json_text = importlib.import_module("http_api.json_text")
json_value = importlib.import_module("domain.json_value")
limits = importlib.import_module("store.limits")
media_type = importlib.import_module("http_api.media_type")
merge_patch = importlib.import_module("domain.merge_patch")
page_query = importlib.import_module("http_api.page_query")
precondition_headers = importlib.import_module("http_api.precondition_headers")
preconditions = importlib.import_module("domain.preconditions")
problem = importlib.import_module("domain.problem")
profile_key = importlib.import_module("store.profile_key")
request = importlib.import_module("http_api.request")
request_budget = importlib.import_module("aws.request_budget")
size = importlib.import_module("store.size")
user_id = importlib.import_module("http_api.user_id")


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


def limit_of(limit: str | None) -> int:
    return page_query.limit_of(request.Request({"queryStringParameters": {} if limit is None else {"limit": limit}}))


def cursor_of(partition: int, after: str | None, table_name: str, user_partitions: int) -> str:
    return cursor.cursor_of(cursor.Position(partition, after), cursor.ListSource(table_name, user_partitions))


def position_of(text: str, table_name: str, user_partitions: int) -> list[Any]:
    return list(cursor.position_of(text, cursor.ListSource(table_name, user_partitions)))


RULES = {
    "readProfileData": read_profile_data,
    "mergePatch": merge_patch.merge_patch,
    "sizeOf": size.size_of,
    "profileKey": profile_key.profile_key,
    "parsePreconditions": parse_preconditions,
    "checkPreconditions": check_preconditions,
    "conditionOf": condition_of,
    "parseGroups": groups.parse_groups,
    "isSub": lambda text: user_id.as_sub(text) is not None,
    "limitOf": limit_of,
    "cursorOf": cursor_of,
    "positionOf": position_of,
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
