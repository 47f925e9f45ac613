"""A new desk's first sync behind the real window, while somebody looks through its pages and the heartbeat listens.

Arguments: the desk's home, the agent's password, how many files there are to come. Prints what stood still, and how
many seconds it took.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from ui.start import prepare

prepare()

from tests.benchmarks.children.case_at_desk import TimedHands  # noqa: E402
from tests.benchmarks.children.heartbeat import Heartbeat, memory  # noqa: E402

_PATIENCE_S = 3600
_PAGES = ("Ctrl+3", "Ctrl+4", "Ctrl+F", "Ctrl+R", "Ctrl+1")


def main(home: Path, password: str, files: int) -> None:
    """Sign in, go through the pages until everything is there, and leave."""
    from dost_desktop.settings.paths import home_paths
    from ui.app import application, window_of

    app = application()
    window = window_of(app, home_paths(home))
    heart = Heartbeat()
    hands = TimedHands(app, window, home / "pictures")
    hands.heart = heart
    ready: list[bool] = []
    window.office_ready.connect(lambda: ready.append(True))
    window.show()
    hands.wait_for("the office behind the first page", lambda: ready)
    hands.pause(1500)
    hands.type(password)
    hands.step = "sign in"
    heart.start()
    begin = time.monotonic()
    hands.press("Enter")
    session = hands.wait_for("the session", lambda: window.session)
    there = 0
    while there < files and time.monotonic() - begin < _PATIENCE_S:
        for key in _PAGES:
            hands.step = "first sync"
            hands.press(key)
            hands.pause(700)
        with heart.looking(), session.desk.open_reading() as reading:
            there = len(reading.file_ids())
    told = {
        "gaps": heart.stop(),
        "memory": memory(),
        "files": there,
        "seconds": time.monotonic() - begin,
    }
    window.close()
    print(json.dumps(told))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
