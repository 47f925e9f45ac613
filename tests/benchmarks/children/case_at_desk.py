"""One case through the real window by keyboard, from the password to the receipt, while the heartbeat listens.

Arguments: the practice office's folder, the case of the demo data. Prints what stood still, and the memory in use.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from ui.start import prepare

prepare()

from dost_desktop.domain.vocabulary import ApplicationState  # noqa: E402
from tests.benchmarks.children.heartbeat import Heartbeat, memory  # noqa: E402
from ui.tour.hands import Hands  # noqa: E402
from ui.tour.steps import AtTheDesk  # noqa: E402

T = TypeVar("T")


class TimedHands(Hands):
    """Hands whose own looking does not count."""

    heart: Heartbeat

    def wait_for(self, what: str, seen: Callable[[], T | None]) -> T:
        def look() -> T | None:
            with self.heart.looking():
                return seen()

        return super().wait_for(what, look)

    def press(self, chord: str) -> None:
        self.heart.step = f"{self.step}: {chord}"
        super().press(chord)

    def picture(self, name: str) -> Path:
        return self._pictures / name


class TimedDesk(AtTheDesk):
    """The steps of the tour; reading the file to see how far it is does not count."""

    heart: Heartbeat

    def file_of(self, person: Mapping[str, Any]) -> Any:
        with self.heart.looking():
            return super().file_of(person)


def main(home: Path, case: str) -> None:
    """Play it and leave."""
    from dost_desktop.settings.paths import home_paths
    from ui.app import application, window_of

    facts = json.loads((home / "practice.json").read_text("utf-8"))
    agent = next(each for each in facts["agents"] if each["role"] == "agent")
    person = next(each for each in facts["persons"] if each["case"] == case)
    app = application()
    window = window_of(app, home_paths(home / "desk"))
    heart = Heartbeat()
    hands = TimedHands(app, window, home / "pictures")
    hands.heart = heart
    ready: list[bool] = []
    window.office_ready.connect(lambda: ready.append(True))
    window.show()
    hands.wait_for("the office behind the first page", lambda: ready)
    hands.pause(1500)
    hands.type(agent["password"])
    hands.step = "sign in"
    heart.start()
    hands.press("Enter")
    session = hands.wait_for("the session", lambda: window.session)
    hands.wait_for("the first sync", lambda: session.sync_state.last_contact)
    hands.pause(3000)
    resting = memory()
    desk = TimedDesk(hands, session, lambda _words: None)
    desk.heart = heart
    for words, act in (
        ("queue, intake", desk.call),
        ("identify", lambda: desk.identify_by_card(person)),
        ("open the application", lambda: desk.go_on(person)),
        ("refusal", desk.prepare_refusal),
    ):
        hands.step = words
        act()
        if words == "open the application":
            desk.wait_for_state(person, ApplicationState.FOUND_EMPLOYED)
            hands.pause(500)
    hands.step = "sign"
    notice = desk.sign(person)
    desk.wait_for_print(person, notice.id)
    hands.step = "hand over"
    desk.hand_over(person, notice.id)
    hands.step = "lists"
    for key in ("Ctrl+3", "Ctrl+4", "Ctrl+F", "Ctrl+R", "Ctrl+1"):
        hands.press(key)
        hands.pause(800)
    told = {"gaps": heart.stop(), "memory": resting}
    window.close()
    print(json.dumps(told))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
