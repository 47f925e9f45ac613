"""A process of ours ends with the program that began it, however that one ended: an opened key outlives nobody."""

from __future__ import annotations

import os
import threading


def end_with_parent() -> None:
    """Run first in a child process: from now on it ends at once when its parent is gone."""
    threading.Thread(target=_wait_for_the_end, name="parent", daemon=True).start()


def _wait_for_the_end() -> None:
    import multiprocessing  # noqa: PLC0415 - only the child needs it: the window opens without

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
