"""Lines of the log."""

import json
import sys
from datetime import datetime, timezone
from typing import Any


def write_line(level: str, members: dict[str, Any]) -> None:
    """Write one line of JSON to standard output directly, because the format of the runtime's logger differs by language."""
    timestamp = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    sys.stdout.write(json.dumps({"timestamp": timestamp, "level": level, **members}) + "\n")
    sys.stdout.flush()
