"""Tells DynamoDB's outages from defects."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import ClientError, HTTPClientError
from botocore.parsers import ResponseParserError

from rules.problem import Problem

# https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
_THROTTLED_OR_TIMED_OUT = frozenset(
    {
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestTimeout",
        "RequestTimeoutException",
        "Throttling",
        "ThrottlingException",
    }
)


@contextmanager
def unavailable_on_outage() -> Iterator[None]:
    """Raise Problem "unavailable" when DynamoDB throttles, times out, breaks off or fails; let other errors through."""
    try:
        yield
    except ClientError as error:
        throttled = error.response["Error"]["Code"] in _THROTTLED_OR_TIMED_OUT
        if throttled or error.response["ResponseMetadata"]["HTTPStatusCode"] >= 500:
            raise Problem("unavailable") from error
        raise
    except (HTTPClientError, ResponseParserError) as error:
        raise Problem("unavailable") from error
