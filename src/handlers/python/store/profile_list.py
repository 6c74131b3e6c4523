"""Lists the profiles in a DynamoDB table."""

from typing import Any, NamedTuple

from aws.failures import InvalidResponse
from aws.request_budget import RequestBudget
from domain.profile import Profile
from store.client import client
from store.cursor import ListSource, Position
from store.item import from_item, marshal
from store.profile_key import SORT_KEY_PREFIX, partition_key
from store.size import size_of
from store.tombstone import NOT_ERASED


class Page(NamedTuple):
    """A part of the list of profiles."""

    profiles: list[Profile]
    # Where the next page starts. None at the end of the list.
    next: Position | None


# The maximum size of the profiles of a page in DynamoDB, in bytes, unless the first one is larger. JSON text in a response of
# Lambda can be seven times as large: a control character takes 1 byte in DynamoDB, and \u0001 in the response, which can have
# 6 MB.
# https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
_MAX_PAGE_BYTES = 512 * 1024
# The maximum number of queries for a page, so that a list with many empty partitions does not use up the time of the request.
_MAX_QUERIES = 100


def list_profiles(source: ListSource, limit: int, start: Position) -> Page:
    """Read a page of the list of all profiles, with strongly consistent reads.

    The order is that of the partition numbers, and within a partition that of the sort keys. Writes between two pages don't
    change it. limit is the maximum number of profiles. Raise Problem "unavailable".
    """
    budget = RequestBudget()
    profiles: list[Profile] = []
    size = 0
    position = start
    queries = 0
    while queries < _MAX_QUERIES and len(profiles) < limit and position.partition < source.user_partitions:
        partition = position.partition
        response = _query(budget, source, position, limit - len(profiles))
        for profile in map(from_item, response["Items"]):
            size += size_of(profile["profile_data"])
            if profiles and size > _MAX_PAGE_BYTES:
                return Page(profiles, position)
            profiles.append(profile)
            position = Position(partition, _sub_of(profile["sk"]))
        last_key = response.get("LastEvaluatedKey")
        position = Position(partition + 1) if last_key is None else Position(partition, _sub_of(last_key["sk"]["S"]))
        queries += 1
    return Page(profiles, position if position.partition < source.user_partitions else None)


def _query(budget: RequestBudget, source: ListSource, position: Position, limit: int) -> dict[str, Any]:
    pk = partition_key(position.partition, source.user_partitions)
    command: dict[str, Any] = {
        "TableName": source.table_name,
        "KeyConditionExpression": "pk = :pk AND begins_with(sk, :prefix)",
        "FilterExpression": NOT_ERASED,
        "ExpressionAttributeValues": marshal({":pk": pk, ":prefix": SORT_KEY_PREFIX}),
        "Limit": limit,
        "ConsistentRead": True,
    }
    if position.after is not None:
        command["ExclusiveStartKey"] = marshal({"pk": pk, "sk": SORT_KEY_PREFIX + position.after})
    return budget.repeatable(lambda: _require_items(client.call("query", **command)))


def _require_items(response: dict[str, Any]) -> dict[str, Any]:
    """Without items, it would seem that the list ends."""
    if response.get("Items") is None:
        raise InvalidResponse("The response has no items.")
    return response


def _sub_of(sort_key: str) -> str:
    return sort_key[len(SORT_KEY_PREFIX) :]
