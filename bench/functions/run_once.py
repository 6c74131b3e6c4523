"""Runs a Python function as a cold start: loads the module, and invokes one handler with the event of standard input.

The last line of standard output has the CPU times in milliseconds: of the process so far (`runtimeMs`), of loading the module
(`loadMs`), and of the invocation (`callMs`).
"""

import importlib
import json
import os
import sys
import time

directory, module, name = sys.argv[1:]
event = json.load(sys.stdin)
sys.path[0] = directory

started = time.process_time()
handlers = importlib.import_module(module)
loaded = time.process_time()
response = getattr(handlers, name)(event, None)
answered = time.process_time()

if response["statusCode"] != 200:
    raise RuntimeError(f"The function returned {response['statusCode']}: {response['body']}")
times = {"runtimeMs": started, "loadMs": loaded - started, "callMs": answered - loaded}
print("\n" + json.dumps({phase: seconds * 1000 for phase, seconds in times.items()}), flush=True)
os._exit(0)
