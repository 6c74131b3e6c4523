"""Runs the Python handlers as Lambda would, in a process of their own.

For each line {id, handler, event, environment} of standard input it writes a line {id, response, log, cpuMs} to standard output,
once there is an answer; calls may overlap. For a line {id, rounds} it writes a line {id, cpuMs}: the CPU time of a loop of so
many rounds.
"""

import importlib
import io
import json
import os
import sys
import threading
import time
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


def answer(line: dict[str, Any]) -> None:
    with answering:
        print(json.dumps(line), file=answers, flush=True)


def cpu_ms_since(start: float) -> float:
    return (time.thread_time() - start) * 1000


def calibrate(call: dict[str, Any]) -> None:
    start = time.thread_time()
    total = 0
    for round_ in range(call["rounds"]):
        total = (total + round_) % 1000
    answer({"id": call["id"], "sum": total, "cpuMs": cpu_ms_since(start)})


def invoke(call: dict[str, Any]) -> None:
    try:
        os.environ.update(call["environment"])
        log.start()
        start = time.thread_time()
        response = getattr(profile, call["handler"])(call["event"], None)
        answer({"id": call["id"], "response": response, "log": log.getvalue(), "cpuMs": cpu_ms_since(start)})
    except BaseException:
        # The error of a thread would leave the process, and its caller, waiting.
        traceback.print_exc()
        os._exit(1)


for line in sys.stdin:
    call = json.loads(line)
    threading.Thread(target=calibrate if "rounds" in call else invoke, args=(call,)).start()
