"""The baseline of the window: nothing but PySide6; it leaves after its first paint, or tells its memory and stalls."""

import json
import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """An empty window."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if len(sys.argv) == 1:
            QTimer.singleShot(0, lambda: os._exit(0))


def main() -> None:
    """Show it; with a number of seconds as argument: how it rests that long."""
    app = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(1366, 688)
    window.show()
    if len(sys.argv) > 1:
        from tests.benchmarks.children.heartbeat import Heartbeat, memory

        heart = Heartbeat()
        heart.start()
        QTimer.singleShot(int(float(sys.argv[1]) * 1000), app.quit)
        app.exec()
        print(json.dumps({"gaps": heart.stop(), "memory": memory()}))
        sys.stdout.flush()
        os._exit(0)
    app.exec()


if __name__ == "__main__":
    main()
