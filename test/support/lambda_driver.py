"""Runs the Python handlers as Lambda would, in a process of their own.

For each line {id, handler, event, environment} of standard input it writes a line {id, response, log} to standard output,
once there is an answer; calls may overlap.
"""

import importlib
import io
import json
import os
import sys
import threading
import traceback
from typing import Any

sys.path[0] = sys.argv[1]
profile = importlib.import_module("profile")


class Log(io.TextIOBase):
    """What the call at hand wrote, as calls that overlap share standard output."""

    def __init__(self) -> None:
        self._local = threading.local()

    def start(self) -> None:
        self._local.text = ""

    def write(self, text: str) -> int:
        self._local.text += text
        return len(text)

    def getvalue(self) -> str:
        return self._local.text


answers = sys.stdout
answering = threading.Lock()
log = Log()
sys.stdout = log


def invoke(call: dict[str, Any]) -> None:
    try:
        os.environ.update(call["environment"])
        log.start()
        response = getattr(profile, call["handler"])(call["event"], None)
        with answering:
            print(json.dumps({"id": call["id"], "response": response, "log": log.getvalue()}), file=answers, flush=True)
    except BaseException:
        # The error of a thread would leave the process, and its caller, waiting.
        traceback.print_exc()
        os._exit(1)


for line in sys.stdin:
    threading.Thread(target=invoke, args=(json.loads(line),)).start()
