"""How much is tried: a little for whoever works here, and all of it in ``.ci/run``.

HYPOTHESIS_PROFILE chooses.  ``dev``, which is what counts if nothing is said, tries a fifth of the examples and
starts argmap from a process that has imported it; ``ci`` tries all, and starts it as people do.  Both draw the
same examples on every machine: who changes one thing is not stopped by another.  ``search`` draws others in each run.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_WHOLE = 100
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "dev")
THOROUGH = PROFILE != "dev"

settings.register_profile("dev", derandomize=True, deadline=None, database=None, max_examples=_WHOLE // 5)
settings.register_profile("ci", derandomize=True, deadline=None, database=None, max_examples=_WHOLE)
settings.register_profile("search", deadline=None, max_examples=_WHOLE)
settings.load_profile(PROFILE)


def examples(count: int, *, slow: bool = False) -> settings:
    """So many examples in ``.ci/run``, and the same share of them as of all others otherwise.

    Args:
        count: How many.
        slow: Whether it may take long to draw one.
    """
    chosen = max(1, count * settings().max_examples // _WHOLE)
    return settings(max_examples=chosen, suppress_health_check=list(HealthCheck) if slow else ())
