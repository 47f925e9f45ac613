"""What the commands say, in UTF-8 wherever it goes: Windows' old code pages have no ə, and a redirect would fail.

A console shows every letter by itself; only files and pipes get the code page of the region (until Python 3.15).
"""

from __future__ import annotations

import io
import os
import sys


def say_in_utf8() -> None:
    """From now on standard input, output and error are UTF-8 in files and pipes, unless PYTHONIOENCODING says else."""
    if os.environ.get("PYTHONIOENCODING"):
        return
    for stream in (sys.stdin, sys.stdout, sys.stderr):  # each is None in a program without a console
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")
