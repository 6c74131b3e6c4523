"""Makes the first request as fast as later ones."""

from aws.time_limit import with_time_limit
from store.client import client
from store.item import marshal
from store.profile_key import WARM_UP_KEY

# Seconds, a small part of the 10 s that Lambda gives the initialization.
_WARM_UP_TIME = 1.0


def warm_up(table_name: str) -> None:
    """Read an item that does not exist, as a request reads a profile, so that the connection is open and all code is loaded.

    Eventually consistent, for half the price.
    """
    key = marshal(WARM_UP_KEY)
    with_time_limit(_WARM_UP_TIME, lambda: client.call("get_item", TableName=table_name, Key=key))
