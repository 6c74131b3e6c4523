"""The client of DynamoDB."""

import boto3
from botocore.config import Config

from store.answer import require_readable, require_whole

# At module scope, so that warm invocations reuse its connections.
client = boto3.client(
    "dynamodb",
    # What may be repeated depends on what it does; see Calls.
    config=Config(connect_timeout=1, read_timeout=3, retries={"mode": "standard", "total_max_attempts": 1}),
)

# Events that every runtime's boto3 has: botocore emits the one since its client exists, the other since 1.12.68. It emits
# before-parse, which would do for both, since 1.35.16 only, of September 2024.
client.meta.events.register("after-call.dynamodb", require_whole)
client.meta.events.register("after-call-error.dynamodb", require_readable)
