"""Tells how a call of DynamoDB failed, as far as that matters for what to do next."""

import json
from enum import Enum, auto
from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.exceptions import ClientError, HTTPClientError
from botocore.parsers import ResponseParserError

# https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
_THROTTLED = frozenset(
    {
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "Throttling",
        "ThrottlingException",
        # Another writer has the item in a transaction.
        "TransactionConflictException",
    }
)
_TIMED_OUT = frozenset({"RequestTimeout", "RequestTimeoutException"})


class Failure(Enum):
    """How a call of DynamoDB failed."""

    # The condition of a write did not hold; nothing was written.
    CONDITION = auto()
    # DynamoDB turned the call away; nothing was done.
    THROTTLED = auto()
    # No answer, half of one, or an error on DynamoDB's side; a write may have taken effect, or may yet do so.
    UNCLEAR = auto()
    # The call is wrong: a defect or a wrong deployment.
    DEFECT = auto()


def failure_of(error: Exception) -> Failure:
    """Tell how a call of DynamoDB failed."""
    if isinstance(error, ClientError):
        code = error.response["Error"]["Code"]
        if code == "ConditionalCheckFailedException":
            return Failure.CONDITION
        if code in _THROTTLED:
            return Failure.THROTTLED
        if code in _TIMED_OUT or error.response["ResponseMetadata"]["HTTPStatusCode"] >= 500:
            return Failure.UNCLEAR
        return Failure.DEFECT
    return Failure.UNCLEAR if isinstance(error, HTTPClientError | ResponseParserError | TimeoutError) else Failure.DEFECT


def require_json(http_response: AWSResponse, **_: Any) -> None:
    """Raise ResponseParserError for an answer that is not what it said: a cut body."""
    try:
        json.loads(http_response.content)
    except ValueError:
        raise ResponseParserError from None
