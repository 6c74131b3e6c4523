"""Runs the Python handlers as Lambda would, in a process of their own.

Once they are loaded, it writes a line {log} to standard output: what they wrote meanwhile. Then, for each line {id, handler,
event, environment} of standard input, it writes a line [{id, response, log}, usage], once there is an answer; calls may overlap.
Usage is the CPU time that the process took for the call, the reading of the event and the writing of the response included, and
the most memory that it ever had.
"""

import importlib
import io
import json
import os
import resource
import sys
import threading
import time
import traceback
from typing import Any


class Log(io.TextIOBase):
    """What loading, or the call at hand, wrote, as calls that overlap share standard output."""

    def __init__(self) -> None:
        self._local = threading.local()

    def start(self) -> None:
        self._local.text = ""

    def write(self, text: str) -> int:
        self._local.text += text
        return len(text)

    def getvalue(self) -> str:
        return self._local.text


# Whatever the locale is.
sys.stdout.reconfigure(encoding="utf-8")
answers = sys.stdout
answering = threading.Lock()
log = Log()
sys.stdout = log
log.start()

sys.path[0] = sys.argv[1]
module = importlib.import_module(sys.argv[2])


# Many small values, as DynamoDB writes them.
SAMPLE = json.dumps([{"L": [{"S": ""}, {"N": str(index)}]} for index in range(10_000)])
# getrusage counts in KiB, but for macOS.
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


def calibrate(_event: Any, _context: Any) -> None:
    """A fixed amount of the work that handlers do: a measure of how fast this machine is; see cost-run.ts."""

    def read(attribute: dict[str, Any]) -> Any:
        if "L" in attribute:
            return [read(element) for element in attribute["L"]]
        return attribute["S"] if "S" in attribute else int(attribute["N"])

    for _ in range(7):
        json.dumps([read(attribute) for attribute in json.loads(SAMPLE)])


def invoke(line: str) -> None:
    try:
        before = time.process_time()
        call = json.loads(line)
        os.environ.update(call["environment"])
        log.start()
        run = calibrate if call["handler"] == "calibrate" else getattr(module, call["handler"])
        response = run(call["event"], None)
        answer = json.dumps({"id": call["id"], "response": response, "log": log.getvalue()}, ensure_ascii=False)
        # See json-line.ts.
        answer = answer.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        usage = {
            "cpuSeconds": time.process_time() - before,
            "memoryBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MEMORY_UNIT,
        }
        with answering:
            print(f"[{answer},{json.dumps(usage)}]", file=answers, flush=True)
    except BaseException:
        # The error of a thread would leave the process, and its caller, waiting.
        traceback.print_exc()
        os._exit(1)


print(json.dumps({"log": log.getvalue()}), file=answers, flush=True)
for line in sys.stdin:
    threading.Thread(target=invoke, args=(line,)).start()
