"""The process of the documents, where an opened key lives, is gone as soon as the program is."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import psutil

_PROGRAM = """
import multiprocessing, os, sys
from concurrent.futures import ProcessPoolExecutor
from ui.infra.parent_watch import end_with_parent
if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=end_with_parent)
    print(pool.submit(os.getpid).result(), flush=True)
    sys.stdin.read()
"""


def test_a_killed_program_takes_its_documents_process_with_it(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(_PROGRAM, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", str(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": "."},
    ) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
    end = time.monotonic() + 10
    while child.is_running() and child.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < end, "it outlives the program"
        time.sleep(0.05)
