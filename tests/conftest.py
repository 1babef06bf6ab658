"""Random tests draw the same examples on every machine: who changes one thing is not stopped by another.

To search on, with examples of their own in each run: HYPOTHESIS_PROFILE=search python -m pytest tests/property
With HYPOTHESIS_PROFILE=ci examples are the same on every machine, too, and tests that build projects take many more.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.register_profile("ci", settings.get_profile("same"))
settings.register_profile("search", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
