"""How much is tried has to be known before any test is read."""

import thoroughness

__all__ = ["thoroughness"]
