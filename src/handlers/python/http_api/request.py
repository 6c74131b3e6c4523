"""Requests to the API, in either payload format of API Gateway.

https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
"""

from typing import Any

from domain.preconditions import Preconditions
from domain.problem import Problem
from http_api.base64_text import decode_base64, decoded_length
from http_api.body_limit import require_body_fits
from http_api.media_type import MediaTypes, require_media_type
from http_api.precondition_headers import parse_preconditions


class Request:
    """A request to the API."""

    def __init__(self, event: dict[str, Any]) -> None:
        self._event = event

    @property
    def id(self) -> str:
        """The request ID of API Gateway, which the response header apigw-requestid returns."""
        request_id: str = self._event["requestContext"]["requestId"]
        return request_id

    @property
    def route(self) -> str:
        """The method and the path of the route, which is not the path of the request: that has values of the client."""
        route_key: str | None = self._event.get("routeKey")
        return route_key or f"{self._event.get('httpMethod')} {self._event.get('resource')}"

    @property
    def sub(self) -> str:
        """The signed-in user: the sub claim of the token. Raise Problem "no-subject"."""
        return _require_text(self.claim("sub"))

    def require_sub(self) -> None:
        """Raise Problem "no-subject" if the token names no user."""
        _require_text(self.claim("sub"))

    @property
    def username(self) -> str:
        """The username of the signed-in user: the claim of an ID token, or that of an access token. Raise Problem "no-subject".

        In an ID token, username can be a claim of a trigger.

        https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
        """
        username = self.claim("cognito:username")
        return _require_text(self.claim("username") if username is None else username)

    def claim(self, name: str) -> Any:
        """Return a claim of the token, if there is one."""
        authorizer = self._event["requestContext"].get("authorizer") or {}
        claims = (authorizer.get("jwt") or authorizer).get("claims") or {}
        return claims.get(name)

    def path_parameter(self, name: str) -> str | None:
        """Return the value of a parameter in the path of the route."""
        value: str | None = (self._event.get("pathParameters") or {}).get(name)
        return value

    def query_parameter(self, name: str) -> str | None:
        """Return the value of a query parameter. The values of a repeated one are joined with commas."""
        # Format 1.0 has all values of a repeated parameter in a second map. Format 2.0 joins them with commas.
        values: list[str] | None = (self._event.get("multiValueQueryStringParameters") or {}).get(name)
        if values is not None:
            return ",".join(values)
        value: str | None = (self._event.get("queryStringParameters") or {}).get(name)
        return value

    def body(self, media_types: MediaTypes, max_profile_size: int) -> str:
        """The text of the body. The order of the checks decides which problem is reported.

        Raise Problem "unsupported-media-type", "body-too-large" or "malformed-encoding".
        """
        require_media_type(self._header("content-type"), media_types)
        body: str = self._event.get("body") or ""
        is_base64 = self._event.get("isBase64Encoded")
        if body.isascii() and not is_base64:
            require_body_fits(len(body), max_profile_size)
            return body
        # Encode lone surrogates, because the size is checked before the encoding. `_decode_text` refuses them.
        data = body.encode("utf-8", "surrogatepass")
        require_body_fits(decoded_length(data) if is_base64 else len(data), max_profile_size)
        return _decode_text(decode_base64(data) if is_base64 else data)

    @property
    def preconditions(self) -> Preconditions:
        """The preconditions in the If-Match and If-None-Match headers. Raise Problem "malformed-precondition"."""
        return parse_preconditions(self._header("if-match"), self._header("if-none-match"))

    def _header(self, name: str) -> str | None:
        # Format 1.0 has all values of a repeated header in a second map. Format 2.0 joins them with commas.
        headers = self._event.get("multiValueHeaders")
        if headers is None:
            headers = self._event.get("headers") or {}
        values: list[str] = []
        for key, value in headers.items():
            if key.lower() == name and value is not None:
                values += value if isinstance(value, list) else [value]
        return ", ".join(values) if values else None


def _require_text(claim: Any) -> str:
    """Return the text of a claim. Raise Problem "no-subject" if it is missing or empty."""
    if not isinstance(claim, str) or claim == "":
        raise Problem("no-subject")
    return claim


def _decode_text(data: bytes) -> str:
    """Decode UTF-8 text. Raise Problem "malformed-encoding" for other bytes, or a byte order mark."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise Problem("malformed-encoding") from None
    # JSON does not allow a byte order mark (RFC 8259 section 8.1).
    if text.startswith("\ufeff"):
        raise Problem("malformed-encoding")
    return text
