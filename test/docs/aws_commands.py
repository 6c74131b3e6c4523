"""Reads commands of the AWS CLI, one JSON string a line, and prints what the models of the AWS SDK don't know of each."""

import json
import re
import sys

import botocore.session
from botocore import xform_name

GLOBAL_OPTIONS = {"output", "query", "region"}

session = botocore.session.get_session()


def unknown(command: str) -> list[str]:
    _, service, operation, *rest = command.split()
    if service not in session.get_available_services():
        return [service]
    model = session.get_service_model(service)
    if operation == "wait":
        config = session.get_waiter_model(service)
        names = {xform_name(name, "-"): name for name in config.waiter_names}
        if rest[0] not in names:
            return [rest[0]]
        operation = xform_name(config.get_waiter(names[rest[0]]).operation, "-")
    operations = {xform_name(name, "-"): name for name in model.operation_names}
    if operation not in operations:
        return [operation]
    shape = model.operation_model(operations[operation]).input_shape
    options = {xform_name(name, "-") for name in shape.members} if shape else set()
    given = re.findall(r"(?<=\s)--(?:no-(?=deletion))?([a-z-]+)", re.sub(r"\"[^\"]*\"|'[^']*'", "", command))
    return [option for option in given if option not in options | GLOBAL_OPTIONS]


print(json.dumps([unknown(json.loads(line)) for line in sys.stdin]))
