"""Checks profiles by schemas with the code of the Python handlers, in a process of its own.

For each line {document, calls: [[method, ...arguments]]} of standard input it writes a line with a list of {result, cpuMs}.
"""

import importlib
import json
import re
import sys
import time
from typing import Any

sys.path[:1] = sys.argv[1:]
ProfileSchema = importlib.import_module("domain.schema.profile_schema").ProfileSchema
matches = importlib.import_module("domain.schema.pattern").matches
read_number = importlib.import_module("domain.json_value").read_number


def calibrate(rounds: int) -> int:
    """Run a loop to compare CPU times with."""
    total = 0
    for round_ in range(rounds):
        total = (total + round_) % 1000
    return total


def run(schema: Any, method: str, arguments: list[Any]) -> Any:
    """Make one call."""
    if method == "matches":
        return matches(*arguments)
    if method == "calibrate":
        return calibrate(*arguments)
    result = getattr(schema, re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), method))(*arguments)
    return {"violations": result.violations, "hasMore": result.has_more} if method == "check" else result


for line in sys.stdin:
    call = json.loads(line, parse_int=read_number, parse_float=read_number)
    schema = None if call["document"] is None else ProfileSchema(call["document"])
    results = []
    for method, *arguments in call["calls"]:
        started = time.process_time()
        result = run(schema, method, arguments)
        results.append({"result": result, "cpuMs": (time.process_time() - started) * 1000})
    print(json.dumps(results), flush=True)
