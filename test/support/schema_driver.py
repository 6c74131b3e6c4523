"""Judges profiles by schemas in the Python way, in a process of its own.

For each line {document, calls: [[method, ...arguments]]} of standard input it writes a line with a list of results.
"""

import importlib
import json
import re
import sys

sys.path[:1] = sys.argv[1:]
compile_profile_schema = importlib.import_module("schema.profile_schema").compile_profile_schema
read_number = importlib.import_module("rules.json_text").read_number

for line in sys.stdin:
    call = json.loads(line, parse_int=read_number, parse_float=read_number)
    schema = compile_profile_schema(call["document"])
    results = [
        getattr(schema, re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), method))(*arguments)
        for method, *arguments in call["calls"]
    ]
    print(json.dumps(results), flush=True)
