"""Tells how a call of DynamoDB failed, as far as that matters for what to do next."""

import re
import ssl
from enum import Enum, auto

from botocore.exceptions import ClientError, HTTPClientError, SSLError
from botocore.exceptions import ConnectionError as NoConnectionError

from store.response import InvalidResponse


class Failure(Enum):
    """How a call of DynamoDB failed."""

    # The condition of a write did not hold; nothing was written.
    CONDITION = auto()
    # DynamoDB turned the call away; nothing was done.
    THROTTLED = auto()
    # No answer, half of one, or an error on DynamoDB's side; a write may have taken effect, or may yet do so.
    OUTCOME_UNKNOWN = auto()
    # The call is wrong: a defect or a wrong deployment.
    DEFECT = auto()


# The condition of a write did not hold.
_CONDITION = "ConditionalCheckFailedException"

# Codes that say that DynamoDB did nothing and that the call may be sent again.
# https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
_THROTTLED = frozenset(
    {
        # Of GetItem, UpdateItem and DeleteItem: the table or the account has reached a limit, or another writer has the item,
        # in a transaction or in another Region.
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ThrottlingException",
        "TransactionConflictException",
        "ReplicatedWriteConflictException",
        # What both SDKs take for throttling, of whatever service.
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
        # The signature was too old or too new, because a clock was wrong or the function was frozen after it signed.
        "RequestExpired",
        "RequestInTheFuture",
        "RequestTimeTooSkewed",
    }
)

# Says the same of the time of a signature, and else that the credentials are wrong.
_INVALID_SIGNATURE = "InvalidSignatureException"
_SIGNATURE_TIME = re.compile("Signature (expired|not yet current)")

# Codes of a status below 500 that both SDKs take for a failure of the service.
_SERVICE_FAILURES = frozenset({"IDPCommunicationError", "RequestTimeout", "RequestTimeoutException"})

# What botocore's HTTP client raises, all of it; see URLLib3Session.send:
# - ConnectionError where it does not get through: EndpointConnectionError (refused, no route, no such name),
#   ConnectTimeoutError, ProxyConnectionError, and SSLError (no TLS there, the handshake or the stream broken, a certificate);
# - HTTPClientError for all else: ConnectionClosedError (closed, reset, cut, no HTTP), ReadTimeoutError,
#   ResponseStreamingError, and the class itself, in which it wraps whatever else urllib3, ssl and socket let through.
# What remains of botocore.exceptions is raised before a call is sent (credentials, Region, endpoint, settings, parameters,
# signing), or by what the store does not use (paginators, waiters, streams, S3, SSO).
_NO_RESPONSE = (NoConnectionError, HTTPClientError)


def failure_of(error: Exception) -> Failure:
    """Tell how a call of DynamoDB failed.

    Errors are told apart by where they come from, so that none is left out: the HTTP client got no answer, or one that does
    not fit, or DynamoDB answered an error. Anything else comes before a call is sent, such as missing credentials, or is a
    defect.
    """
    if isinstance(error, ClientError):
        details = error.response["Error"]
        return _failure_of_code(details["Code"], details["Message"], error.response["ResponseMetadata"]["HTTPStatusCode"])
    if isinstance(error, SSLError) and _is_certificate_refused(error):
        return Failure.DEFECT
    # A TimeoutError is that of the time for all of a call.
    return Failure.OUTCOME_UNKNOWN if isinstance(error, (*_NO_RESPONSE, InvalidResponse, TimeoutError)) else Failure.DEFECT


def _is_certificate_refused(error: BaseException | None) -> bool:
    """Whether the certificate of the peer is not to be trusted.

    It is a wrong deployment: a certificate gets no better by another attempt, and 503 would ask the client for one.
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
