"""Classifies failed calls of AWS services by what the caller does next."""

import re
import ssl
from enum import Enum, auto

from botocore.exceptions import ClientError, HTTPClientError, SSLError
from botocore.exceptions import ConnectionError as NoConnectionError


class Failure(Enum):
    """How a call of an AWS service failed."""

    # The condition of a write did not hold; nothing was written.
    CONDITION = auto()
    # The service refused the call; nothing was written. The call can be retried.
    THROTTLED = auto()
    # No response, an incomplete one, or an internal error of the service. A write may have taken effect, or may still do so.
    OUTCOME_UNKNOWN = auto()
    # The call is invalid because of a bug or the configuration.
    DEFECT = auto()


class InvalidResponse(Exception):
    """A response that is incomplete or not from the service, so that the outcome of the call is unknown."""


# The condition of a write did not hold.
_CONDITION = "ConditionalCheckFailedException"

# Error codes of calls that the service did not execute and that can be retried.
# https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
_THROTTLED = frozenset(
    {
        # DynamoDB: a limit of the table or the account is reached, or there is a conflict with a
        # transaction or a write in another Region.
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ThrottlingException",
        "TransactionConflictException",
        "ReplicatedWriteConflictException",
        # Codes that both SDKs treat as throttling, for any service.
        "BandwidthLimitExceeded",
        "EC2ThrottledException",
        "LimitExceededException",
        "PriorRequestNotComplete",
        "RequestThrottled",
        "RequestThrottledException",
        "SlowDown",
        "ThrottledException",
        "Throttling",
        "TooManyRequestsException",
        "TransactionInProgressException",
        # The signature has expired or is not yet valid, because of clock skew or because the function was frozen after signing.
        "RequestExpired",
        "RequestInTheFuture",
        "RequestTimeTooSkewed",
    }
)

# The message tells whether the time of the signature or the credentials are invalid.
_INVALID_SIGNATURE = "InvalidSignatureException"
_SIGNATURE_TIME = re.compile("Signature (expired|not yet current)")

# Codes with a status below 500 that both SDKs treat as service failures.
_SERVICE_FAILURES = frozenset({"IDPCommunicationError", "RequestTimeout", "RequestTimeoutException"})

# All errors of botocore's HTTP client; see URLLib3Session.send:
# - ConnectionError if it can't connect: EndpointConnectionError (refused, no route, unknown host), ConnectTimeoutError,
#   ProxyConnectionError, and SSLError (no TLS, a broken handshake or stream, a certificate);
# - HTTPClientError otherwise: ConnectionClosedError (closed, reset, truncated, not HTTP), ReadTimeoutError,
#   ResponseStreamingError, and the class itself, which wraps all other errors of urllib3, ssl and socket.
# Other botocore.exceptions are raised before a call is sent (credentials, Region, endpoint, settings, parameters, signing), or
# by features that the handlers do not use (paginators, waiters, streams, S3, SSO).
_NO_RESPONSE = (NoConnectionError, HTTPClientError)


def failure_of(error: Exception) -> Failure:
    """Classify an error by its source: the HTTP client, an invalid response, or an error response of the service.

    Any other error occurs before a call is sent, such as missing credentials, or is a bug.
    """
    if isinstance(error, ClientError):
        details = error.response["Error"]
        return _failure_of_code(details["Code"], details["Message"], error.response["ResponseMetadata"]["HTTPStatusCode"])
    if isinstance(error, SSLError) and _is_certificate_refused(error):
        return Failure.DEFECT
    # RequestBudget raises TimeoutError if a call takes too long.
    return Failure.OUTCOME_UNKNOWN if isinstance(error, (*_NO_RESPONSE, InvalidResponse, TimeoutError)) else Failure.DEFECT


def _is_certificate_refused(error: BaseException | None) -> bool:
    """Whether the server certificate is not trusted.

    This is a configuration error. A retry does not help, so the response must not be 503.
    """
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__context__
    return error is not None


def _failure_of_code(code: str, message: str, status: int) -> Failure:
    if code == _CONDITION:
        return Failure.CONDITION
    if code in _THROTTLED or status == 429 or (code == _INVALID_SIGNATURE and _SIGNATURE_TIME.match(message)):
        return Failure.THROTTLED
    return Failure.OUTCOME_UNKNOWN if code in _SERVICE_FAILURES or status == 408 or status >= 500 else Failure.DEFECT
