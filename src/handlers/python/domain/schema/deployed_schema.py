"""The JSON Schema for profiles that is deployed with the function, if any."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from environment import PROFILE_SCHEMA

if TYPE_CHECKING:
    from domain.schema.profile_schema import ProfileSchema


def load_profile_schema() -> ProfileSchema | None:
    """Load the schema. Load the validator only with a schema, because it is a third of the code of the handlers."""
    file = os.environ.get(PROFILE_SCHEMA)
    if not file:
        return None
    from domain.schema.profile_schema import ProfileSchema  # noqa: PLC0415

    return ProfileSchema.parse((Path(__file__).parent.parent.parent / file).read_text("utf-8"))
