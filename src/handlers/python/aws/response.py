"""Reads and validates responses of AWS services."""

import json
from typing import Any, NoReturn
from zlib import crc32

from botocore.awsrequest import AWSResponse
from botocore.exceptions import BotoCoreError

from aws.failures import InvalidResponse


def read_response(http_response: AWSResponse, *, may_be_empty: bool = False) -> dict[str, Any]:
    """Read and validate the complete response body.

    may_be_empty tells whether the service has operations that return an empty body. Raise InvalidResponse if the body does not
    match its headers, or is not a JSON object or an error with a type. The SDK treats a body that is empty or not JSON as an
    empty object, which in a response of DynamoDB would mean that there is no profile.
    """
    body: bytes = http_response.content
    # The headers describe the bytes as sent. The SDK does not request compression, so these are the bytes of the body.
    _require_equal(len(body), http_response.headers.get("content-length"), "length")
    # https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
    _require_equal(crc32(body), http_response.headers.get("x-amz-crc32"), "checksum")
    if may_be_empty and http_response.status_code == 200 and not body and _is_delimited(http_response):
        return {}
    response = _parse(body)
    if not isinstance(response, dict):
        raise InvalidResponse("The response is not a JSON object.")
    if http_response.status_code != 200:
        _require_error(http_response.status_code, response)
    return response


def require_readable(exception: Exception, **_: Any) -> None:
    """Raise InvalidResponse if the SDK could not parse a response.

    The SDK raises a BotoCoreError for failures before that, and does not wrap the errors of its parser.
    """
    if not isinstance(exception, BotoCoreError):
        raise InvalidResponse("The SDK can't parse the response.") from exception


def _is_delimited(http_response: AWSResponse) -> bool:
    """Whether the headers tell where the body ends.

    Otherwise the end of the connection does, which may be early (RFC 9112 section 6.3). Python also reads headers that end early.
    """
    return "content-length" in http_response.headers or "transfer-encoding" in http_response.headers


def _require_equal(actual: int, header: str | None, what: str) -> None:
    """Compare a value with the header, if present."""
    if header is not None and header != str(actual):
        raise InvalidResponse(f"The response has the {what} {actual}, but its header says {header}.")


def _require_error(status: int, response: dict[str, Any]) -> None:
    code = response.get("__type")
    if status < 400 or not isinstance(code, str) or code == "":
        raise InvalidResponse(f"The response has the status {status}, but no error.")


def _parse(body: bytes) -> Any:
    try:
        return json.loads(body.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise InvalidResponse("The response is not JSON.") from error


def _refuse(constant: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python's parser accepts."""
    raise ValueError(constant)
