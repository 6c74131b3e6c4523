"""Runs the Python handlers as Lambda would, in a process of their own.

For each line {handler, event, environment} of standard input it writes a line {response, log} to standard output.
"""

import contextlib
import importlib
import io
import json
import os
import sys

sys.path[0] = sys.argv[1]
profile = importlib.import_module("profile")

for line in sys.stdin:
    call = json.loads(line)
    os.environ.update(call["environment"])
    log = io.StringIO()
    with contextlib.redirect_stdout(log):
        response = getattr(profile, call["handler"])(call["event"], None)
    print(json.dumps({"response": response, "log": log.getvalue()}), flush=True)
