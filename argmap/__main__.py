"""``python -m argmap``."""

import os
import sys
from contextlib import suppress

# Python looks for modules in the working folder first, and what lies there may be anybody's.
with suppress(OSError):
    if not sys.flags.safe_path and os.path.realpath(sys.path[0]) == os.path.realpath(os.curdir):
        del sys.path[0]

from argmap.cli.main import entry

entry()
