"""Loads the Python handlers, invokes one, and tells what that took.

Arguments: the directory of the handlers, the name of a handler, and the number of its invocations. Standard input has the event.
The last line of standard output has {modules, files, threads}: the names of the loaded modules; the files other than Python code
that were opened in the directory of the handlers and in that of the SDK's data; and how many threads there are in the end.
"""

import importlib
import json
import sys
import threading
from pathlib import Path
from typing import Any

directory, handler, invocations = sys.argv[1:]
files: list[str] = []


def record(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str) and not arguments[0].endswith((".py", ".pyc")):
        files.append(arguments[0])


sys.addaudithook(record)
sys.path[0] = directory
profile = importlib.import_module("profile")
event = json.load(sys.stdin)
for _ in range(int(invocations)):
    getattr(profile, handler)(event, None)

ROOTS = {"handlers": Path(directory), "botocore": Path(sys.modules["botocore"].__file__).parent / "data"}
read = [f"{name}/{Path(file).relative_to(root)}" for name, root in ROOTS.items() for file in files if root in Path(file).parents]
print(json.dumps({"modules": sorted(sys.modules), "files": sorted(read), "threads": threading.active_count()}))
