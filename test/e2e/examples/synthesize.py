"""Runs apps in this process, and tells of each which types of resources it synthesizes, or its error.

    python synthesize.py PROGRAMS RESULTS

Both files have a list, as JSON.
"""

import json
import sys
import traceback
from pathlib import Path


def synthesize(program: str) -> list[str]:
    namespace: dict = {}
    exec(compile(program, "example", "exec"), namespace)  # noqa: S102 - the examples are ours
    stacks = namespace["app"].synth().stacks
    return sorted({resource["Type"] for stack in stacks for resource in stack.template.get("Resources", {}).values()})


def result_of(program: str) -> dict:
    try:
        return {"types": synthesize(program)}
    except Exception:
        return {"error": traceback.format_exc(limit=-1)}


programs, results = map(Path, sys.argv[1:])
results.write_text(json.dumps([result_of(program) for program in json.loads(programs.read_text())]))
