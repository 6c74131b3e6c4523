"""Erases the profile of an account."""

from datetime import datetime, timezone

from aws.request_budget import RequestBudget
from domain.profile import ProfileKey
from store.client import client
from store.item import marshal
from store.tombstone import tombstone


def erase_profile(budget: RequestBudget, table_name: str, key: ProfileKey, time_to_live_attribute: str) -> None:
    """Replace the profile, if any, with a tombstone, which DynamoDB deletes when no token of the user is valid any longer.

    Can be repeated, because no other write replaces a tombstone. time_to_live_attribute is the attribute after whose time
    DynamoDB deletes an item. Raise Problem "unavailable".
    """
    item = marshal({**key, **tombstone(datetime.now(timezone.utc), time_to_live_attribute)})
    budget.repeatable(lambda: client.call("put_item", TableName=table_name, Item=item))
