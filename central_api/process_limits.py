"""What a process may take that looks at a stranger's file."""

from __future__ import annotations

import sys
from typing import Final

MEMORY: Final = 1 << 30  # bytes of address space; an honest notice needs a fifth of it


def limit_this_process() -> None:
    """Little memory and nothing written to disk (Windows has no such limits: there the clock alone stops it)."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
