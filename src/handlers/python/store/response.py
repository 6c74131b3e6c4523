"""Answers as DynamoDB sends them."""

import json
from typing import Any, NoReturn
from zlib import crc32

from botocore.awsrequest import AWSResponse
from botocore.exceptions import BotoCoreError


class InvalidResponse(Exception):
    """An answer that did not arrive as DynamoDB sends it, so that nothing is known of the call."""


def read_response(http_response: AWSResponse) -> dict[str, Any]:
    """Read an answer. Raise InvalidResponse where it is not what its head says, or not what DynamoDB answers.

    That is an object, or the type of an error. The SDK takes an empty body, and one that is no JSON, for an empty object,
    which would say that there is no profile.
    """
    body: bytes = http_response.content
    # Of the bytes as they were sent: DynamoDB compresses only for those who ask for it, which the SDK does not.
    _require_equal(len(body), http_response.headers.get("content-length"), "length")
    # https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
    _require_equal(crc32(body), http_response.headers.get("x-amz-crc32"), "checksum")
    answer = _parse(body)
    if not isinstance(answer, dict):
        raise InvalidResponse("The answer is no JSON object.")
    if http_response.status_code != 200:
        _require_error(http_response.status_code, answer)
    return answer


def require_readable(exception: Exception, **_: Any) -> None:
    """Raise InvalidResponse where the SDK failed to read an answer.

    It raises a BotoCoreError for whatever goes wrong before, and whatever its parser stumbles over as it is.
    """
    if not isinstance(exception, BotoCoreError):
        raise InvalidResponse("The SDK can't read the answer.") from exception


def _require_equal(actual: int, header: str | None, what: str) -> None:
    """Compare with a header, if there is one."""
    if header is not None and header != str(actual):
        raise InvalidResponse(f"The answer has the {what} {actual} and says {header}.")


def _require_error(status: int, answer: dict[str, Any]) -> None:
    code = answer.get("__type")
    if status < 400 or not isinstance(code, str) or code == "":
        raise InvalidResponse(f"The answer has the status {status} and no error.")


def _parse(body: bytes) -> Any:
    try:
        return json.loads(body.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise InvalidResponse("The answer is no JSON.") from error


def _refuse(constant: str) -> NoReturn:
    """Python takes NaN and Infinity for JSON."""
    raise ValueError(constant)
