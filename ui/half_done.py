"""How many cases each agent left half-done, for the sign-in page: counted outside the closed database, nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from dost_desktop.whole_file import read_whole, write_whole


def read_half_done(path: Path) -> Mapping[str, int]:
    """The counts by sign-in name; empty when there is no file, or none that can be read."""
    try:
        told = json.loads(read_whole(path))
    except (FileNotFoundError, ValueError):
        return {}
    return {str(agent): int(count) for agent, count in told.items()}


def keep_half_done(path: Path, agent: str, count: int) -> None:
    """This agent's count as it is now."""
    told = {**read_half_done(path), agent: count}
    write_whole(path, json.dumps(told).encode())
