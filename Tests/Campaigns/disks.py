"""disks.py SECONDS: disks that are full or may not be written, files that may not be read or grow.

Each trial says what the command must answer; the study must be as it was, and nothing may be left. The
small disks are mounted in a namespace of their own, which needs the right to make one; without it these
trials are skipped, and said so.
"""

import os
import shutil
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from base import dump, integrity, run

D = os.environ["CAMPAIGN_DATA"]
W = os.environ["CAMPAIGN_WORK"] + "/disks"
DISK = W + "/disk"
SURVEY = ["import", "survey", D + "/survey.csv", "--map", D + "/survey.yaml"]
REPORT = ["report", "health", "brackwater", "--for", "researcher", "--format", "html,md,csv,json"]
NOBODY = 65534


class Skipped(Exception):
    pass


def fresh():
    if os.path.ismount(DISK):
        subprocess.run(["umount", DISK], check=True)
    shutil.rmtree(W, ignore_errors=True)
    os.makedirs(DISK)


def mount(megabytes):
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "t", DISK], capture_output=True)
    if done.returncode:
        raise Skipped("no small disk may be mounted")


def remount(how):
    subprocess.run(["mount", "-o", f"remount,{how}", DISK], check=True)


def fill(leave):
    """Fills the disk up to some bytes."""
    free = os.statvfs(DISK)
    with open(DISK + "/fill", "wb") as f:
        f.write(b"x" * max(0, free.f_bavail * free.f_frsize - leave))


def expect(r, code, *words):
    """What is wrong with an answer; nothing where it is as it should be."""
    bad = [] if r.rc == code and not r.timedout else [f"not {code}: {r!r}"]
    return bad + [f"{word!r} is not said: {r.err[:300]!r}" for word in words if word.encode() not in r.err]


def same(path, study):
    """Whether a study is whole and as it was."""
    bad = [] if integrity(path) == "ok" else ["the study is not whole"]
    return bad + ([] if dump(path)[0] == dump(f"{D}/{study}.covalence")[0] else ["the study is another"])


def left(folder, *allowed):
    names = [f for f in os.listdir(folder) if f not in allowed]
    return [f"left: {names}"] if names else []


def full_import():
    """An import into a study on a disk that is full, or becomes so, is taken back whole."""
    bad = []
    for leave in (0, 40_000, 400_000):
        fresh()
        mount(8)
        study = shutil.copyfile(D + "/base.covalence", DISK + "/s.covalence")
        fill(leave)
        bad += expect(run(SURVEY + ["-s", study]), 74, "cannot be written")
        os.remove(DISK + "/fill")
        bad += same(study, "base") + left(DISK, "s.covalence")
        bad += expect(run(SURVEY + ["-s", study]), 0)
    return bad


def full_migration():
    """A study of an older format is not migrated where its copy has no room, and is when it has."""
    fresh()
    old = D + "/format-1.covalence"
    mount(3 * os.path.getsize(old) // (1 << 20) + 8)
    study = shutil.copyfile(old, DISK + "/s.covalence")
    fill(os.path.getsize(old) // 3)
    before = open(study, "rb").read()
    bad = expect(run(["imports", "-s", study]), 74, "must be brought to format")
    if open(study, "rb").read() != before:
        bad.append("the study changed")
    bad += left(DISK, "s.covalence", "fill")
    os.remove(DISK + "/fill")
    bad += expect(run(["imports", "-s", study]), 0)
    copies = [f for f in os.listdir(DISK) if ".backup-format-1" in f]
    if len(copies) != 1 or dump(f"{DISK}/{copies[0]}")[0] != dump(old)[0]:
        bad.append(f"copies: {copies}")
    return bad


def full_output():
    """Where there is no room for a page, a sheet or a scratch copy the old files stand and 74 is said."""
    fresh()
    mount(4)
    study = shutil.copyfile(D + "/sample.covalence", W + "/s.covalence")
    bad = expect(run(REPORT + ["--out", DISK, "-s", study]), 0)
    for name in ("m.csv", "m.xlsx"):
        bad += expect(run(["adjudicate", "export", f"{DISK}/{name}", "--all", "-s", study]), 0)
    before = {f: open(f"{DISK}/{f}", "rb").read() for f in os.listdir(DISK)}
    fill(0)
    bad += expect(run(REPORT + ["--out", DISK, "-s", study]), 74, "cannot be written")
    for name in ("m.csv", "m.xlsx"):
        r = run(["adjudicate", "export", f"{DISK}/{name}", "--all", "--force", "-s", study])
        bad += expect(r, 74, "cannot be written")
    bad += expect(run(SURVEY + ["--dry-run", "-s", study], env=dict(os.environ, TMPDIR=DISK)), 74, "TMPDIR")
    bad += expect(run(["init", DISK + "/new.covalence", "--framework", D + "/bench"]), 74)
    os.remove(DISK + "/fill")
    if {f: open(f"{DISK}/{f}", "rb").read() for f in os.listdir(DISK)} != before:
        bad.append(f"files changed: {sorted(os.listdir(DISK))}")
    return bad + same(study, "sample")


def full_temporary():
    """A full folder for temporary files hinders no sheet and no report that lie elsewhere."""
    fresh()
    mount(1)
    study = shutil.copyfile(D + "/sample.covalence", W + "/s.covalence")
    fill(0)
    env = dict(os.environ, TMPDIR=DISK)
    bad = expect(run(["adjudicate", "export", W + "/m.xlsx", "--all", "-s", study], env=env), 0)
    bad += expect(run(["adjudicate", "import", W + "/m.xlsx", "-s", study], env=env), 0)
    return bad + expect(run(REPORT + ["--out", W + "/out", "-s", study], env=env), 0)


def read_only():
    """On a disk that may not be written everything is read, and what would write says so."""
    fresh()
    mount(16 + 4 * os.path.getsize(D + "/full.covalence") // (1 << 20))
    study = shutil.copyfile(D + "/sample.covalence", DISK + "/s.covalence")
    full = shutil.copyfile(D + "/full.covalence", DISK + "/full.covalence")
    old = shutil.copyfile(D + "/format-1.covalence", DISK + "/old.covalence")
    remount("ro")
    bad = []
    for command in (["score", "--json"], ["imports"], ["check"], ["agree"], ["compare"], REPORT + ["--out", W + "/out"]):
        r = run(command + ["-s", study])
        bad += [] if r.rc in (0, 3) else [f"{command[0]}: {r!r}"]
    bad += expect(run(["import", "cases", D + "/cases.csv", "-s", study]), 74)
    bad += expect(run(["undo-import", "3", "-s", full]), 74)
    bad += expect(run(REPORT + ["--out", DISK + "/out", "-s", study]), 74)
    bad += expect(run(["adjudicate", "export", DISK + "/m.xlsx", "-s", study]), 74)
    bad += expect(run(["init", DISK + "/new.covalence", "--framework", D + "/bench"]), 74)
    bad += expect(run(["imports", "-s", old]), 74, "must be brought to format")
    bad += left(DISK, "s.covalence", "old.covalence", "full.covalence")
    # What a killed import left there is told, with what to do.
    remount("rw")
    hot = shutil.copyfile(D + "/base.covalence", DISK + "/hot.covalence")
    calls = dict(os.environ, LD_PRELOAD=D + "/killat.so")
    at = 20
    while not (os.path.exists(hot + "-journal") and os.path.getsize(hot + "-journal")):
        shutil.copyfile(D + "/base.covalence", hot)
        run(SURVEY + ["-s", hot], env=dict(calls, KILL_AT=str(at)))
        at = at * 5 // 4
        if at > 10_000:
            return bad + ["no import could be killed in its commit"]
    remount("ro")
    r = run(["imports", "-s", hot])
    # A journal that was never synced is not hot, and the study reads as it was.
    if r.rc != 0:
        bad += expect(r, 74, "was broken off", "Copy it, together with")
    remount("rw")
    return bad + expect(run(["imports", "-s", hot]), 0) + same(hot, "base")


def unreadable():
    """What may not be read is said to be so, never to be missing, and nothing is made in its place."""
    fresh()
    if os.geteuid() != 0:
        raise Skipped("only root can be somebody else")
    os.chmod(W, 0o755)
    folder = W
    while folder != "/":
        folder = os.path.dirname(folder)
        if not os.stat(folder).st_mode & 0o001:
            raise Skipped("others may not look into the folder of the campaigns")
    study = shutil.copyfile(D + "/base.covalence", W + "/s.covalence")
    os.chmod(study, 0o600)
    table = shutil.copyfile(D + "/cases.csv", W + "/cases.csv")
    os.chmod(table, 0o600)
    # A study that may be written is in a folder that may be: its journal lies beside it.
    os.makedirs(W + "/open")
    open_study = shutil.copyfile(D + "/base.covalence", W + "/open/open.covalence")
    os.chown(W + "/open", NOBODY, NOBODY)
    os.chown(open_study, NOBODY, NOBODY)
    os.chmod(DISK, 0o777)
    other = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    bad = []
    for args, code, word in (
        (["imports", "-s", study], 66, b"cannot be read"),
        (["score", "--json", "-s", study], 66, b"cannot be read"),
        (["import", "cases", table, "-s", open_study], 65, b"Permission denied"),
        (["init", W + "/new.covalence", "--framework", D + "/bench"], 74, b"cannot be written"),
    ):
        r = subprocess.run(
            other + [os.environ["COVALENCE"]] + args, capture_output=True, env=dict(os.environ, HOME="/"), timeout=60)
        if r.returncode == 126 or b"failed to execute" in r.stderr:
            raise Skipped("the program lies where others may not run it")
        if r.returncode != code or word not in r.stderr + r.stdout:
            bad.append(f"{args[:2]}: exit {r.returncode}, {r.stderr[:300]!r}")
    return bad + left(W, "s.covalence", "open", "cases.csv", "disk")


def limited():
    """Beyond the size that a file may have the write is refused, not the program ended."""
    bad = []
    for blocks in (1, 100, 2000, 4000):
        for study, args in (("base", SURVEY), ("format-1", ["imports"]), ("sample", REPORT + ["--out", W + "/out"])):
            fresh()
            path = shutil.copyfile(f"{D}/{study}.covalence", W + "/s.covalence")
            r = subprocess.run(
                ["sh", "-c", f'ulimit -f {blocks}; exec "$0" "$@"', os.environ["COVALENCE"]] + args + ["-s", path],
                capture_output=True, timeout=60)
            if r.returncode not in (0, 74):
                bad.append(f"{study}, {blocks} blocks: exit {r.returncode}, {r.stderr[:300]!r}")
            if r.returncode == 74 and study != "format-1":
                bad += same(path, study)
            again = run(["check", "-s", path])
            if again.rc not in (0, 3):
                bad.append(f"check after {study}, {blocks} blocks: {again!r}")
            bad += left(W, "s.covalence", "disk", "out", *[f for f in os.listdir(W) if ".backup-format" in f])
    return bad


TRIALS = (full_import, full_migration, full_output, full_temporary, read_only, unreadable, limited)


def main():
    end = time.time() + float(sys.argv[1])
    tried, failures = 0, 0
    for trial in TRIALS:
        if time.time() > end and tried:
            print(f"disks: no time for {trial.__name__}")
            continue
        try:
            bad = trial()
        except Skipped as reason:
            print(f"disks: SKIPPED {trial.__name__}: {reason}")
            continue
        tried += 1
        failures += bool(bad)
        for fault in bad:
            print(f"   {trial.__name__}: {fault}")
    fresh()
    print(f"disks: {tried} trials, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    if os.environ.get("DISKS") != "apart":
        # A namespace of our own: what is mounted there nobody else sees, and it goes with us.
        os.environ["DISKS"] = "apart"
        ways = (["unshare", "-m"], ["unshare", "-rm"])
        for way in ways:
            if shutil.which("unshare") and subprocess.run(way + ["true"], capture_output=True).returncode == 0:
                os.execvp("unshare", way + [sys.executable] + sys.argv)
    sys.exit(main())
