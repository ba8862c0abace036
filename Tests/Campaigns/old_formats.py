"""old_formats.py FORMAT ROWS FILE: a study of an older format, as the program of that time left it.

The tables are those of the migrations, which are never edited after release; the rows are written
here, so that no program of today has a hand in it.
"""

import glob
import os
import re
import sqlite3
import sys

APPLICATION_ID = 0x436F7661
PAGE_SIZE = 16384
ROOT = os.environ["CAMPAIGN_ROOT"]
CODES = ["value:tangible", "value:reputation", "dynamics:rhythm", "dynamics:technology", "unknown"]


def statements(number):
    """The SQL of one migration, from its source."""
    (path,) = glob.glob(f"{ROOT}/Sources/StudyStore/Migrations/M{number:03}_*.swift")
    return re.findall(r'"""\n(.*?)"""', open(path, encoding="utf-8").read(), re.S)


def framework():
    folder = f"{ROOT}/Tests/Benchmarks/bench"
    return [(name, open(f"{folder}/{name}", encoding="utf-8").read()) for name in sorted(os.listdir(folder))]


def fill(db, rows):
    db.execute("INSERT INTO study VALUES ('title', 'An older study')")
    db.execute("INSERT INTO framework VALUES (1, 'bench', '1.0.0', 'aa', '2026-01-01T09:00:00Z')")
    db.executemany("INSERT INTO frameworkFile VALUES (1, ?, ?)", framework())
    for number, kind in enumerate(["cases", "codings", "survey"], 1):
        db.execute(
            "INSERT INTO import (id, kind, file, sha256, bytes, at, toolVersion, options, rowsIn, rowsKept,"
            " rowsChanged, rowsSkipped, rowsRejected) VALUES (?, ?, ?, ?, 10, '2026-02-01T09:00:00Z', '0.1.0', '',"
            " ?, ?, 0, 0, 0)",
            (number, kind, f"{kind}.csv", f"{number:064}", rows, rows),
        )
    cases = range(1, 51)
    db.executemany("INSERT INTO studyCase VALUES (?, ?, ?, '', 1)", ((n, f"C{n:04}", f"Case {n}") for n in cases))
    db.executemany(
        "INSERT INTO source (id, code, caseID, kind, coders, importID) VALUES (?, ?, ?, 'interview', '', 2)",
        ((n, f"source-{n}", n) for n in cases),
    )
    db.executemany(
        "INSERT INTO sourceVersion (id, sourceID, number, importID) VALUES (?, ?, 1, 2)", ((n, n) for n in cases)
    )
    db.executemany("INSERT INTO coder VALUES (?, ?)", ((n, f"coder-{n}") for n in range(1, 4)))
    db.executemany("INSERT INTO code VALUES (?, ?)", enumerate(CODES, 1))
    for row in range(rows):
        version, start = row % 50 + 1, row // 50 * 200
        db.execute(
            "INSERT INTO segment VALUES (?, ?, ?, ?, ?, 2)",
            (row + 1, version, start, start + 120, "what they said of it, " * 5),
        )
        db.execute(
            "INSERT INTO coding VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, 1, 2, ?)",
            (version, start, start + 120, row % len(CODES) + 1, row % 3 + 1, row + 1, 1.0, row + 2),
        )
    items = [f"q{n:02}" for n in range(1, 41)]
    db.executemany("INSERT INTO item VALUES (?, ?)", enumerate(items, 1))
    db.execute("INSERT INTO instrumentVersion VALUES (1, 40, ?)", (",".join(str(n) for n in range(1, 41)),))
    db.executemany("INSERT INTO instrumentItem VALUES (1, ?, ?)", ((n, n) for n in range(1, 41)))
    db.executemany(
        "INSERT INTO response (id, respondent, caseID, versionID, answers, importID, fileRow)"
        " VALUES (?, ?, ?, 1, ?, 3, ?)",
        ((n + 1, f"r{n}", n % 50 + 1, bytes(1 + (n + k) % 5 for k in range(40)), n + 2) for n in range(rows)),
    )


def make(number, rows, path):
    if os.path.exists(path):
        os.remove(path)
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    for step in range(1, number + 1):
        for sql in statements(step):
            db.executescript(sql)
    names = {1: "001 study", 2: "002 coding rounds"}
    db.executemany("INSERT INTO grdb_migrations VALUES (?)", ((names[n],) for n in range(1, number + 1)))
    fill(db, rows)
    db.commit()
    db.execute(f"PRAGMA user_version = {number}")
    db.commit()
    db.close()


if __name__ == "__main__":
    make(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
