"""The DynamoDB client."""

from aws.client import CLIENT_CONFIG, Client
from store.sdk_session import make_session
from store.wire import bypass_serialization

# Not by boto3, which takes longer to load and adds nothing to this client.
_client = make_session().create_client("dynamodb", config=CLIENT_CONFIG)
bypass_serialization(_client)

# At module scope, so that warm invocations reuse its connections.
client = Client(_client)
