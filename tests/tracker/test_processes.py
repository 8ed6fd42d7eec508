"""Server and worker live and die together."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from tests.tracker.machine import ROOT
from tracker import processes

# One write, for with unbuffered output the lines of two that print would mix.
LASTING = [sys.executable, "-c", "import os, time; os.write(1, b'started\\n'); time.sleep(60)"]
BRIEF = [sys.executable, "-c", "raise SystemExit(3)"]
SERVE = """
import sys
from tracker import processes
processes.COMMANDS = {"worker": %r, "server": %r}
sys.exit(processes.serve("127.0.0.1", 9, shown=""))
"""


def test_when_one_ends_by_itself_the_other_is_stopped_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    stop = processes.stop

    def watch(those: list[subprocess.Popen[bytes]]) -> None:
        started.extend(those)
        stop(those)

    monkeypatch.setattr(processes, "COMMANDS", {"worker": LASTING, "server": BRIEF})
    monkeypatch.setattr(processes, "stop", watch)
    assert processes.serve("127.0.0.1", 9, shown="") == 1
    assert capsys.readouterr().err == "The server ended by itself, so everything stops.\n"
    assert [one.returncode for one in started] == [-signal.SIGTERM, 3]


def test_an_interrupt_ends_both_with_exit_code_0() -> None:
    code = SERVE % (LASTING, LASTING)
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as one:
        assert one.stdout is not None
        assert [one.stdout.readline(), one.stdout.readline()] == ["started\n", "started\n"]
        # The output ends when the last process that holds it has ended.
        one.send_signal(signal.SIGINT)
        assert one.communicate(timeout=30)[0] == ""
    assert one.returncode == 0


def test_one_that_does_not_listen_is_ended_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    deaf = "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True)"
    monkeypatch.setattr(processes, "PATIENCE", 0.2)
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", f"{deaf}; time.sleep(60)"], stdout=subprocess.PIPE
    ) as one:
        assert one.stdout is not None
        one.stdout.readline()
        processes.stop([one])
    assert one.returncode == -signal.SIGKILL
