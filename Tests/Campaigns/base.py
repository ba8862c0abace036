"""Runs the program under limits, says what happened, and looks into studies with SQLite alone."""

import hashlib
import os
import signal
import sqlite3
import subprocess
import tempfile
import time

PROGRAM = os.environ["COVALENCE"]
DOCUMENTED = {0, 3, 64, 65, 66, 74}


class Result:
    def __init__(self, rc, out, err, wall, rss, timedout):
        self.rc, self.out, self.err, self.wall, self.rss, self.timedout = rc, out, err, wall, rss, timedout

    def __repr__(self):
        late = " (too late)" if self.timedout else ""
        return f"exit {self.rc}{late} after {self.wall:.2f} s, {self.rss // 1024} MB: {self.err[:300]!r}"


def run(args, cwd=None, env=None, timeout=60, stdin=None, kill_after=None):
    """Runs the program; `rss` is in KB and of this process alone. `kill_after`: seconds until SIGKILL."""
    out, err = tempfile.TemporaryFile(), tempfile.TemporaryFile()
    start = time.time()
    process = subprocess.Popen(
        [PROGRAM] + [a if isinstance(a, bytes) else str(a) for a in args],
        cwd=cwd,
        env=dict(os.environ) if env is None else env,
        stdin=subprocess.DEVNULL if stdin is None else stdin,
        stdout=out,
        stderr=err,
    )
    if kill_after is not None:
        end = start + kill_after
        while (now := time.time()) < end:
            # Busy for the last 2 ms, for resolution.
            if end - now > 0.003:
                time.sleep(min(end - now - 0.002, 0.01))
            if os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                break
        try:
            os.kill(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    timedout = False
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        if time.time() > start + timeout and not timedout:
            timedout = True
            os.kill(process.pid, signal.SIGKILL)
        time.sleep(0.002)
    rc = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)
    process.returncode = rc
    out.seek(0)
    err.seek(0)
    return Result(rc, out.read(), err.read(), time.time() - start, usage.ru_maxrss, timedout)


def integrity(path):
    db = sqlite3.connect(path, timeout=10)
    try:
        return db.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        db.close()


def format_of(path):
    db = sqlite3.connect(path, timeout=10)
    try:
        return db.execute("PRAGMA user_version").fetchone()[0]
    finally:
        db.close()


def dump(path):
    """What the study holds, as one hash and a number of rows by table; opening rolls back a hot journal."""
    db = sqlite3.connect(path, timeout=10)
    db.text_factory = bytes
    hash, counts = hashlib.sha256(), {}
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
        table, rows = name.decode(), 0
        if table == "secret":  # drawn anew for each study
            continue
        for row in db.execute(f'SELECT * FROM "{table}"'):
            hash.update(repr(row).encode())
            rows += 1
        counts[table] = rows
    db.close()
    return hash.hexdigest(), counts
