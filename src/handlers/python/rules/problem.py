"""Problems: the ways in which a request ends without success."""


class Problem(Exception):
    """Ends a request with a problem of the table that both languages share, named by its code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
