"""Invokes a function as Lambda would: `python recipe_driver.py FILE FUNCTION`.

Reads a list of events from standard input, and invokes the function with one after the other. Writes to
standard output {responses, seconds}: what it returned, and how long it took. What the function logs goes to standard error.
"""

import importlib
import json
import sys
import time
from pathlib import Path

file, name = sys.argv[1:]
answers, sys.stdout = sys.stdout, sys.stderr
sys.path[0] = str(Path(file).parent)
handler = getattr(importlib.import_module(Path(file).stem), name)
events = json.load(sys.stdin)
started = time.monotonic()
responses = [handler(event, None) for event in events]
json.dump({"responses": responses, "seconds": time.monotonic() - started}, answers)
