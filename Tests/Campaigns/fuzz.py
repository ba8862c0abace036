"""fuzz.py all|NAME,... SECONDS [SEED]: mutated inputs; one figure a campaign, and what failed, by kind."""

import collections
import csv
import datetime
import io
import json
import os
import random
import re
import shutil
import sqlite3
import sys
import time
import warnings
import zipfile
from xml.sax.saxutils import escape

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from base import DOCUMENTED, dump, run

D = os.environ["CAMPAIGN_DATA"]
W = os.environ["CAMPAIGN_WORK"] + "/fuzz"
KEEP = os.environ["CAMPAIGN_WORK"] + "/failures"
SAMPLE = D + "/sample.covalence"
ROOT = os.environ["CAMPAIGN_ROOT"]
ENV = dict(os.environ)
# How long one command may take, in seconds, and how much memory, in MB.
PATIENCE = float(os.environ.get("PATIENCE", "20"))
MEMORY = int(os.environ.get("MEMORY", "500"))
LAYOUTS = [
    "cases",
    "phases",
    "participants",
    "sources",
    "codings",
    "adjudications",
    "survey",
    "invited",
    "events",
    "partners",
]


# fmt: off
VALUES = [
    "", " ", "0", "-1", "1", "2", "3", "1e308", "1e309", "-0", "nan", "inf", "-inf", "0x10", "1,5", "١٢", "½",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", "4294967296",
    "2147483648", "1e19", "1e-400", "0.1e1", "+3", "3.0000000000000001", "00003", "=1+1", "+cmd", "-cmd", "@x",
    "\t=1", "\r=1", "<script>alert(1)</script>", "</td></tr>", "&amp;", "'", "''; DROP TABLE import;--", "\"", "\"\"",
    "\x00", "\x01", "\x1b[31m", "\x7f", "\u0085", "\u2028", "\u202e", "e\u0301", "\ufeff", "\ufffe",
    "\U0001f9d1\u200d\U0001f9d1", "ﷺ", "İ", "ß", "a" * 300, "x" * 70000, "*", "**", "../../etc/passwd", "/etc/passwd",
    "/dev/zero", "C:\\x", "2026-04-14", "2026-13-01", "2026-02-30", "0000-00-00", "-2026", "99999-01-01",
    "2026-04-14T10:00:00Z", "2026-04-14T25:61:61Z", "2026-04-14T10:00:00+02:00", "T", "yes", "NO", "n/a", "refused",
    "dk", "not asked", "accept", "reject", "change", "supporting", "contrary", "mixed", "interview", "case-analysis",
    "convenor", "forum", "hf-p1", "ana", "ben", "ana;ben", ";;;", "ana;ana", "value.tangible",
    "value.tangible.desired", "value.", ".", "..", "value..tangible", "VALUE.TANGIBLE", "no phase stated", "null",
    "None", "true", "[]", "{}", "%s%n", "\\0",
]
# fmt: on
def seeds():
    """The examples of docs/csv-layouts.md as files, and the study before each."""
    S = D + "/seeds"
    if os.path.exists(S + "/ok"):
        return S
    shutil.rmtree(S, ignore_errors=True)
    os.makedirs(S + "/sources")
    text = open(ROOT + "/docs/csv-layouts.md", encoding="utf-8").read()
    for kind, name, body in re.findall(r"```(csv|text|yaml) (\S+)\n(.*?)```", text, re.S):
        os.makedirs(os.path.dirname(S + "/" + name), exist_ok=True)
        open(S + "/" + name, "w", encoding="utf-8").write(body)
    p = S + "/forum.covalence"
    assert run(["init", p, "--framework", "van-winkelen-2010", "--title", "Harbour Forum"], env=ENV).rc == 0
    for k in LAYOUTS:
        shutil.copy(p, f"{S}/before-{k}.covalence")
        r = run(["import", k, f"{S}/{k}.csv", "-s", p], env=ENV)
        assert r.rc == 0, (k, r)
    r = run(["adjudicate", "export", S + "/meeting.csv", "-s", p, "--all"], env=ENV)
    assert r.rc == 0
    r = run(["adjudicate", "export", S + "/meeting.xlsx", "-s", p, "--all"], env=ENV)
    assert r.rc == 0
    open(S + "/ratings.csv", "w").write(
        "unit,coder,value\n"
        + "".join(f"u{i},{c},{(i * 7 + j * i) % 3 + 1}\n" for i in range(12) for j, c in enumerate("abc"))
    )
    open(S + "/multilabel.csv", "w").write(
        "unit,coder,code\n"
        + "".join(f"u{i},{c},k{(i + j * (i % 3)) % 4}\n" for i in range(12) for j, c in enumerate("abc"))
    )
    open(S + "/spans.csv", "w").write(
        "document,coder,code,start,end\n"
        + "".join(
            f"d{i % 2},{c},k{i % 3},{i * 20 + j},{i * 20 + 10 + j}\n" for i in range(8) for j, c in enumerate("abc")
        )
    )
    open(S + "/ok", "w").write("")
    return S


def mutate_bytes(b, rng):
    b = bytearray(b)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8, 30))):
        k = rng.randrange(9)
        n = len(b)
        i = rng.randrange(n + 1) if n else 0
        if k == 0 and n:
            b[rng.randrange(n)] ^= 1 << rng.randrange(8)
        elif k == 1 and n:
            b[rng.randrange(n)] = rng.randrange(256)
        elif k == 2:
            b[i:i] = bytes(rng.randrange(256) for _ in range(rng.randint(1, 4)))
        elif k == 3 and n:
            del b[i : i + rng.choice((1, 1, 2, 10, 100))]
        elif k == 4 and n:
            j = rng.randrange(n)
            b[i:i] = b[j : j + rng.choice((1, 5, 50, 500))]
        elif k == 5:
            b[i:i] = rng.choice(
                (
                    b'"',
                    b"\n",
                    b"\r",
                    b",",
                    b";",
                    b"\t",
                    b"\x00",
                    b"\xff\xfe",
                    b"\xef\xbb\xbf",
                    b"\xc0\x80",
                    b"\xed\xa0\x80",
                    b"\xf4\x90\x80\x80",
                    b"\x80",
                )
            )
        elif k == 6 and n:
            b = b[:i]
        elif k == 7:
            b[i:i] = rng.choice(VALUES).encode("utf-8", "surrogatepass")
        elif k == 8 and n:
            j = rng.randrange(n)
            a, z = min(i, j), max(i, j)
            z = min(z, a + 40)
            b[a:z] = bytes(reversed(b[a:z]))
    return bytes(b)


def mutate_rows(text, rng):
    rows = list(csv.reader(io.StringIO(text)))
    for _ in range(rng.choice((1, 1, 2, 4, 10))):
        if not rows:
            break
        k = rng.randrange(11)
        i = rng.randrange(len(rows))
        r = rows[i]
        if k <= 4 and len(rows) > 1 and r:
            i = rng.randrange(1, len(rows))
            r = rows[i]
            if r:
                r[rng.randrange(len(r))] = rng.choice(VALUES)
        elif k == 5 and r:
            r[rng.randrange(len(r))] = rng.choice(VALUES)
        elif k == 6:
            rows.insert(i, list(r))
        elif k == 7:
            del rows[i]
        elif k == 8:
            j = rng.randrange(len(rows[0]) + 1) if rows else 0
            v = rng.choice(
                VALUES
                + ["value.tangible.1", "value.tangible.9", "extra", "case", "rejected because", "weight", "state"]
            )
            for n, q in enumerate(rows):
                q[j:j] = [v if n == 0 else rng.choice(VALUES)]
        elif k == 9 and rows[0]:
            j = rng.randrange(len(rows[0]))
            for q in rows:
                del q[j : j + 1]
        elif k == 10:
            rng.shuffle(rows) if rng.random() < 0.2 else r.append(rng.choice(VALUES))
    out = io.StringIO()
    d = rng.choice([",", ",", ",", ";", "\t"])
    csv.writer(
        out,
        delimiter=d,
        lineterminator=rng.choice(["\n", "\r\n", "\r"]),
        quoting=rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
        escapechar="\\",
    ).writerows(rows)
    t = out.getvalue()
    enc = rng.choice(["utf-8"] * 6 + ["utf-16", "utf-16-le", "cp1252", "utf-8-sig", "utf-7"])
    return t.encode(enc, "replace")


def mutate_csv(b, rng):
    try:
        t = b.decode("utf-8")
    except UnicodeDecodeError:
        return mutate_bytes(b, rng)
    x = mutate_rows(t, rng) if rng.random() < 0.65 else b
    return mutate_bytes(x, rng) if rng.random() < 0.45 or x is b else x


class Tally:
    def __init__(s, name):
        s.name, s.tries, s.runs, s.fails, s.rcs, s.slow, s.big, s.notes = (
            name,
            0,
            0,
            {},
            collections.Counter(),
            0.0,
            0,
            collections.Counter(),
        )
        os.makedirs(KEEP, exist_ok=True)

    def fail(s, kind, detail, inputs=()):
        key = (
            kind,
            re.sub(rb"\d+|/tmp\S*|\"[^\"]*\"", b"#", detail if isinstance(detail, bytes) else str(detail).encode())[
                :90
            ],
        )
        c = s.fails.setdefault(key, [0, detail, []])
        c[0] += 1
        if c[0] <= 2:
            for p in inputs:
                if os.path.exists(p):
                    q = f"{KEEP}/{s.name}-{len(s.fails)}-{c[0]}-{os.path.basename(p)}"
                    shutil.copytree(p, q, dirs_exist_ok=True) if os.path.isdir(p) else shutil.copyfile(p, q)
                    c[2].append(q)

    def judge(s, r, args, inputs, json_asked=False):
        """Everything that must hold of any run."""
        s.runs += 1
        s.rcs[r.rc] += 1
        s.slow = max(s.slow, r.wall)
        s.big = max(s.big, r.rss)
        a = " ".join(x if isinstance(x, str) else repr(x) for x in args)[:200]
        if r.timedout:
            s.fail(f"hang over {PATIENCE:.0f} s", a, inputs)
        elif r.rc < 0:
            s.fail(f"crash, signal {-r.rc}", a.encode() + b" " + r.err[-200:], inputs)
        elif r.rc == 70:
            s.fail("exit 70, TASK-002", (r.err or r.out)[:400], inputs)
        elif r.rc not in DOCUMENTED:
            s.fail(f"exit code {r.rc}", a, inputs)
        if r.rss > MEMORY << 10:
            s.fail(f"memory over {MEMORY} MB", f"{r.rss >> 10} MB {a}", inputs)
        if r.rc in (65, 66, 74) and not (r.err.strip() or r.out.strip()):
            s.fail("refused without a word", a, inputs)
        if json_asked and r.out.strip() and r.rc not in (64,):
            try:
                j = json.loads(r.out)
            except Exception as e:
                s.fail("no JSON under --json", f"{e} {a}", inputs)
                return
            for d in j.get("diagnostics", []) if isinstance(j, dict) else []:
                if not d.get("remedy"):
                    s.notes[
                        ("no remedy", d.get("code"), re.sub(r"\d+|\"[^\"]*\"", "#", d.get("message", ""))[:70])
                    ] += 1
                if not d.get("row") and not str(d.get("code", "")).startswith(("STUDY", "INPUT")):
                    s.notes[("no row", d.get("code"), re.sub(r"\d+|\"[^\"]*\"", "#", d.get("message", ""))[:70])] += 1

    def report(s):
        n = sum(c[0] for c in s.fails.values())
        print(
            f"fuzz {s.name}: {s.tries} inputs, {s.runs} runs, {n} failures of {len(s.fails)} kinds; exit codes {dict(sorted(s.rcs.items()))}; slowest {s.slow:.1f} s, largest {s.big >> 10} MB",
            flush=True,
        )
        for (k, _), (c, d, q) in sorted(s.fails.items(), key=lambda x: -x[1][0])[:40]:
            print(f"   {c} x {k}: {str(d)[:330]} {q[:2]}")
        if os.environ.get("FNOTES"):
            for k, c in s.notes.most_common(40):
                print("   note", c, k)
        return n


def after(t, p, rng, inputs, deep=1.0):
    """What a study that took something in must still do."""
    if rng.random() > deep:
        return
    cmds = [
        ["score", "--json"],
        ["check"],
        ["agree", "--json"],
        ["compare", "--json"],
        ["report", "health", "forum", "--out", W + "/r", "--format", "html,md,csv,json"],
        ["trace", "forum", "value.tangible"],
        ["adjudicate", "queue"],
        ["scales", "--json"],
        ["matrix", "codes", "cases", "--json"],
        ["report", "methods", "--for", "researcher", "--out", W + "/r"],
        ["report", "compare", "--out", W + "/r"],
        ["adjudicate", "log"],
        ["report", "agreement", "--for", "researcher", "--out", W + "/r"],
        ["adjudicate", "export", W + "/x.xlsx", "--force"],
    ]
    for a in rng.sample(cmds, 3):
        r = run(a + ["-s", p], env=ENV, timeout=PATIENCE)
        t.judge(r, a, inputs, "--json" in a)
        if r.rc in (0, 3) and a[0] == "check" and (b"damaged" in r.out or b"not there, or serve" in r.out):
            t.fail("check finds damage", r.out[:200], inputs)


def fresh(study, sources=None):
    """An empty folder with a copy of a study, and the texts beside it: its path, and what it holds."""
    shutil.rmtree(W, ignore_errors=True)
    os.makedirs(W)
    p = W + "/s.covalence"
    shutil.copyfile(study, p)
    if sources:
        os.symlink(sources, W + "/sources")
    return p, dump(p)[0]


def brought_in(t, p, before, a, f, j, stdin=None):
    """Runs what brings a file in, and judges it; what the study holds then."""
    r = run(a, env=ENV, timeout=PATIENCE, stdin=stdin, cwd=W)
    t.judge(r, a, [f], j)
    now = dump(p)[0]
    if r.rc not in (0, 3) and now != before:
        t.fail("refused and yet changed", " ".join(a), [f])
    return now


def c_csv(t, rng, end):
    S = seeds()
    while time.time() < end:
        k = rng.choice(LAYOUTS)
        study = f"{S}/forum.covalence" if rng.random() < 0.25 else f"{S}/before-{k}.covalence"
        p, h = fresh(study, S + "/sources")
        f = W + "/in.csv"
        open(f, "wb").write(mutate_csv(open(f"{S}/{k}.csv", "rb").read(), rng))
        t.tries += 1
        a = ["import", k, f, "-s", p]
        j = rng.random() < 0.4
        if j:
            a.append("--json")
        if rng.random() < 0.2:
            a.append("--keep-good")
        if rng.random() < 0.1:
            a.append("--strict")
        if rng.random() < 0.05:
            a.append("--dry-run")
        if rng.random() < 0.05 and k == "codings":
            a.append("--prune")
        if rng.random() < 0.05:
            a += ["--encoding", rng.choice(["utf8", "utf16", "windows1252"])]
        if rng.random() < 0.05:
            a += ["--delimiter", rng.choice(["comma", "semicolon", "tab"])]
        stdin = None
        if rng.random() < 0.08:
            stdin = open(f, "rb")
            a[2] = "-"
        h2 = brought_in(t, p, h, a, f, j, stdin)
        if "--dry-run" in a and h2 != h:
            t.fail("dry run changed", " ".join(a), [f])
        if h2 != h:
            after(t, p, rng, [f], 0.5)
            n = max(x[0] for x in sqlite3.connect(p).execute("select id from import"))
            u = run(["undo-import", str(n), "-s", p], env=ENV, timeout=PATIENCE)
            t.judge(u, ["undo"], [f])
            if u.rc == 0:
                c = run(["check", "-s", p], env=ENV, timeout=PATIENCE)
                t.judge(c, ["check after undo"], [f])
                if content(p) != content(study):
                    t.fail("undo leaves something else", f"{k} {a[5:]}", [f])


def content(p):
    """Rows without the list of imports."""
    c = sqlite3.connect(p)
    out = {}
    for (n,) in c.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall():
        # What was published stays published, and the secret is another in every study.
        if n in ("edition", "editionBase", "editionRestsOn", "secret"):
            continue
        if n in ("import", "sqlite_sequence", "change", "coder", "item", "instrumentVersion", "instrumentItem"):
            continue
        out[n] = sorted(repr(x) for x in c.execute(f'SELECT * FROM "{n}"'))
    c.close()
    return out


def xlsx_seeds():
    """The same examples as workbooks: shared and inline texts, numbers, a date, a merged cell, a second sheet."""
    S = seeds()
    if not os.path.exists(S + "/x-partners.xlsx"):
        NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        O = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        P = "http://schemas.openxmlformats.org/package/2006/"

        def col(i):
            return (col(i // 26 - 1) if i >= 26 else "") + chr(65 + i % 26)

        for k in LAYOUTS:
            shared = []
            rows = ""
            for r, row in enumerate(csv.reader(open(f"{S}/{k}.csv", newline="", encoding="utf-8")), 1):
                rows += f'<row r="{r}">'
                for i, c in enumerate(row):
                    at = f'r="{col(i)}{r}"'
                    if not c:
                        continue
                    if c.isdigit():
                        rows += f"<c {at}><v>{c}</v></c>"
                    elif re.fullmatch(r"\d{4}-\d\d-\d\d", c):
                        rows += f'<c {at} s="1"><v>{(datetime.date.fromisoformat(c) - datetime.date(1899, 12, 30)).days}</v></c>'
                    elif i % 3 == 2:
                        rows += f'<c {at} t="inlineStr"><is><t xml:space="preserve">{escape(c)}</t></is></c>'
                    else:
                        shared.append(c)
                        rows += f'<c {at} t="s"><v>{len(shared) - 1}</v></c>'
                rows += "</row>"
            X = '<?xml version="1.0" encoding="UTF-8"?>'
            z = zipfile.ZipFile(f"{S}/x-{k}.xlsx", "w", zipfile.ZIP_DEFLATED)
            z.writestr(
                "[Content_Types].xml",
                X
                + f'<Types xmlns="{P}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
            )
            z.writestr(
                "_rels/.rels",
                X
                + f'<Relationships xmlns="{P}relationships"><Relationship Id="rId1" Type="{O}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            )
            z.writestr(
                "xl/workbook.xml",
                X
                + f'<workbook xmlns="{NS}" xmlns:r="{O}"><sheets><sheet name="{k}" sheetId="1" r:id="rId1"/><sheet name="other" sheetId="2" r:id="rId2"/></sheets></workbook>',
            )
            z.writestr(
                "xl/_rels/workbook.xml.rels",
                X
                + f'<Relationships xmlns="{P}relationships"><Relationship Id="rId1" Type="{O}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{O}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{O}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="{O}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            )
            z.writestr(
                "xl/styles.xml",
                X
                + f'<styleSheet xmlns="{NS}"><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
            )
            z.writestr(
                "xl/sharedStrings.xml",
                X
                + f'<sst xmlns="{NS}">'
                + "".join(
                    (
                        f"<si><t xml:space='preserve'>{escape(t)}</t></si>"
                        if n % 4
                        else f"<si><r><t>{escape(t[:1])}</t></r><r><t xml:space='preserve'>{escape(t[1:])}</t></r></si>"
                    )
                    for n, t in enumerate(shared)
                )
                + "</sst>",
            )
            z.writestr(
                "xl/worksheets/sheet1.xml",
                X
                + f'<worksheet xmlns="{NS}"><sheetData>{rows}</sheetData><mergeCells><mergeCell ref="A30:B31"/></mergeCells></worksheet>',
            )
            z.writestr(
                "xl/worksheets/sheet2.xml",
                X
                + f'<worksheet xmlns="{NS}"><sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c></row></sheetData></worksheet>',
            )
            z.close()
    return S


# fmt: off
TAGS = [
    b"<c ", b"<v>", b"</v>", b"<row ", b"</row>", b"<sheetData>", b"<si>", b"</si>", b"<t>", b"</t>", b"<is>", b"<f>",
    b' t="s"', b' t="n"', b' t="b"', b' t="e"', b' t="str"', b' t="inlineStr"', b' r="A1"', b' r="XFD1048576"',
    b' r="A99999999999"', b' r="ZZZZZZ1"', b' r=""', b' s="99999"', b' s="-1"', b"<v>4294967296</v>", b"<v>-1</v>",
    b"<v>1e400</v>", b"<v></v>", b"<v>nan</v>", b"<mergeCell ref=\"A1:XFD1048576\"/>",
    b"<!DOCTYPE x [<!ENTITY a \"aaaa\">]>", b"&a;", b"&#0;", b"&#xFFFE;", b"&#x1F600;", b"<![CDATA[", b"]]>", b"<!--",
    b"-->", b"<?xml version='1.0' encoding='UTF-16'?>", b"<?xml version='1.0' encoding='nonsense'?>",
    b"xmlns=\"http://x\"", b"_x0000_", b"_x001B_", b"\x00", b"\xff", b"<a>" * 500,
]
# fmt: on
def mutate_zip(b, rng):
    k = rng.random()
    if k < 0.3:
        return mutate_bytes(b, rng)
    zi = zipfile.ZipFile(io.BytesIO(b))
    out = io.BytesIO()
    zo = zipfile.ZipFile(
        out,
        "w",
        (
            rng.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
            if rng.random() < 0.1
            else zipfile.ZIP_DEFLATED
        ),
    )
    names = zi.namelist()
    hit = rng.choice(
        [
            n
            for n in names
            if "sheet" in n or "shared" in n or "workbook" in n or "styles" in n or "Content" in n or "rels" in n
        ]
    )
    for n in names:
        x = zi.read(n)
        if n == hit or rng.random() < 0.05:
            for _ in range(rng.choice((1, 1, 2, 4, 12))):
                q = rng.randrange(7)
                i = rng.randrange(len(x) + 1)
                if q == 0:
                    x = x[:i] + rng.choice(TAGS) + x[i:]
                elif q == 1:
                    m = list(re.finditer(rb"<[^>]{1,80}>", x))
                    if m:
                        a = rng.choice(m)
                        x = (
                            x[: a.start()]
                            + (b"" if rng.random() < 0.5 else a.group() * rng.choice((2, 3, 50)))
                            + x[a.end() :]
                        )
                elif q == 2:
                    m = list(re.finditer(rb'"([^"]{0,60})"', x))
                    if m:
                        a = rng.choice(m)
                        x = (
                            x[: a.start(1)]
                            + rng.choice(
                                [v.encode("utf8", "ignore").replace(b'"', b"").replace(b"<", b"&lt;") for v in VALUES]
                            )
                            + x[a.end(1) :]
                        )
                elif q == 3:
                    m = list(re.finditer(rb">([^<]{1,60})<", x))
                    if m:
                        a = rng.choice(m)
                        x = (
                            x[: a.start(1)]
                            + rng.choice(
                                [
                                    v.encode("utf8", "ignore").replace(b"<", b"&lt;").replace(b"&amp;", b"&amp;amp;")
                                    for v in VALUES
                                ]
                            )
                            + x[a.end(1) :]
                        )
                elif q == 4:
                    x = mutate_bytes(x, rng)
                elif q == 5:
                    x = x[:i] + b"<x>" * rng.choice((1, 10, 3000)) + x[i:]
                elif q == 6:
                    x = x.replace(b"UTF-8", rng.choice([b"UTF-16", b"ISO-8859-1", b"UTF-32", b"x"]), 1)
        if rng.random() < 0.02:
            continue
        if rng.random() < 0.02:
            n = rng.choice(["../" + n, "/" + n, n.upper(), n + "\x00", "x" * 300 + n])
        zo.writestr(n, x)
        if rng.random() < 0.02:
            warnings.simplefilter("ignore")
            zo.writestr(n, x)
    zo.close()
    return out.getvalue()


def c_xlsx(t, rng, end):
    S = xlsx_seeds()
    while time.time() < end:
        k = rng.choice(LAYOUTS)
        p, h = fresh(f"{S}/before-{k}.covalence", S + "/sources")
        f = W + "/in.xlsx"
        open(f, "wb").write(mutate_zip(open(f"{S}/x-{k}.xlsx", "rb").read(), rng))
        t.tries += 1
        a = ["import", k, f, "-s", p]
        j = rng.random() < 0.4
        if j:
            a.append("--json")
        if rng.random() < 0.1:
            a += ["--sheet", rng.choice(["other", "nosuch", k])]
        h2 = brought_in(t, p, h, a, f, j)
        if h2 != h:
            after(t, p, rng, [f], 0.2)


# fmt: off
YV = [
    "", "~", "null", "[]", "{}", "-1", "0", "1e400", "99999999999999999999", "0x1F", "!!binary aGk=",
    "!!python/object/apply:os.system [id]", "!!map {}", "&a", "*a", "<<: *a", "? [a]", "|", ">-", "'", '"', "---",
    "...", "%YAML 9.9", "\t", "[[[[", "}", "a: b: c", "\u0000", "\u202e", "x" * 5000, "1.0.0", "majority", "value",
    "value.tangible", "true", "no", "{a: {b: {c: d}}}", "- - - x", "!<tag:yaml.org,2002:str> x", "<script>",
]
# fmt: on
def mutate_yaml(t, rng):
    L = t.split("\n")
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        k = rng.randrange(10)
        i = rng.randrange(len(L)) if L else 0
        if not L:
            L = [""]
        if k == 0:
            del L[i]
        elif k == 1:
            L.insert(i, L[rng.randrange(len(L))])
        elif k == 2:
            L[i] = " " * rng.choice((1, 2, 4)) + L[i]
        elif k == 3:
            L[i] = L[i].lstrip(" ") if rng.random() < 0.5 else L[i][1:]
        elif k == 4:
            m = re.match(r"^(\s*-?\s*[\w.-]+:)\s*(.*)$", L[i])
            if m:
                L[i] = m.group(1) + " " + rng.choice(YV)
        elif k == 5:
            m = re.match(r"^(\s*-?\s*)([\w.-]+)(:.*)$", L[i])
            if m:
                L[i] = (
                    m.group(1)
                    + rng.choice(
                        [
                            "id",
                            "name",
                            "",
                            "x",
                            "kind",
                            "items",
                            "constructs",
                            "<<",
                            "?",
                            "é",
                            m.group(2).upper(),
                            m.group(2)[:-1],
                        ]
                    )
                    + m.group(3)
                )
        elif k == 6:
            L[i] = mutate_bytes(L[i].encode(), rng).decode("utf-8", "replace")
        elif k == 7:
            L.insert(i, rng.choice(YV))
        elif k == 8:
            j = rng.randrange(len(L))
            a, b = min(i, j), min(max(i, j), min(i, j) + 30)
            L[a:a] = L[a:b]
        elif k == 9:
            L = L[:i]
    return "\n".join(L)


def c_yaml(t, rng, end):
    I = ROOT + "/instruments"
    ids = [x for x in os.listdir(I) if os.path.isdir(I + "/" + x)]
    S = seeds()
    while time.time() < end:
        shutil.rmtree(W, ignore_errors=True)
        os.makedirs(W)
        n = rng.choice(ids)
        d = W + "/" + n
        shutil.copytree(I + "/" + n, d)
        files = [f for f in os.listdir(d) if f.endswith(".yaml")]
        for f in rng.sample(files, 1 if rng.random() < 0.7 else min(2, len(files))):
            x = open(d + "/" + f, encoding="utf-8").read()
            y = mutate_yaml(x, rng).encode("utf-8", "replace")
            if rng.random() < 0.15:
                y = mutate_bytes(y, rng)
            open(d + "/" + f, "wb").write(y)
        t.tries += 1
        j = rng.random() < 0.5
        a = ["framework", "validate", d] + (["--json"] if j else [])
        r = run(a, env=ENV, timeout=PATIENCE)
        t.judge(r, a, [d], j)
        if r.rc in (0, 3) and rng.random() < 0.5:
            p = W + "/s.covalence"
            r = run(["init", p, "--framework", d], env=ENV, timeout=PATIENCE)
            t.judge(r, ["init"], [d])
            if r.rc == 0:
                if n == "van-winkelen-2010":
                    os.remove(p)
                    shutil.copyfile(S + "/forum.covalence", p)
                    r = run(["framework", "update", d, "-s", p], env=ENV, timeout=PATIENCE)
                    t.judge(r, ["framework update"], [d])
                for a in rng.sample(
                    [
                        ["score", "--json"],
                        ["report", "health", "forum", "--out", W + "/r", "--format", "html,md,csv,json"],
                        ["report", "methods", "--for", "researcher", "--out", W + "/r"],
                        ["report", "compare", "--out", W + "/r"],
                        ["agree"],
                        ["check"],
                        ["framework", "history"],
                        ["adjudicate", "queue"],
                        ["compare"],
                    ],
                    3,
                ):
                    r = run(a + ["-s", p], env=ENV, timeout=PATIENCE)
                    t.judge(r, a, [d])
                r = run(["framework", "show", d, "--json"], env=ENV, timeout=PATIENCE)
                t.judge(r, ["framework show"], [d], True)
        elif r.rc not in (0, 3):
            r = run(["init", W + "/s.covalence", "--framework", d], env=ENV, timeout=PATIENCE)
            t.judge(r, ["init"], [d])
            if r.rc == 0:
                t.fail("validate refuses, init takes it", d, [d])
            if os.path.exists(W + "/s.covalence") and r.rc != 0:
                t.fail("init failed and left a file", d, [d])


def c_study(t, rng, end):
    S = seeds()
    b = open(S + "/forum.covalence", "rb").read()
    if os.path.exists(SAMPLE):
        b2 = open(SAMPLE, "rb").read()
    else:
        b2 = b
    pg = 16384
    while time.time() < end:
        shutil.rmtree(W, ignore_errors=True)
        os.makedirs(W)
        p = W + "/s.covalence"
        x = bytearray(b if rng.random() < 0.6 else b2)
        t.tries += 1
        k = rng.random()
        for _ in range(rng.choice((1, 1, 2, 5, 20, 200))):
            if k < 0.25:
                i = rng.randrange(100)  # the header
            elif k < 0.5:
                i = rng.randrange(len(x) // pg) * pg + rng.randrange(200)  # heads of pages
            elif k < 0.6:
                i = rng.randrange(pg)
            else:
                i = rng.randrange(len(x))
            if rng.random() < 0.5:
                x[i] ^= 1 << rng.randrange(8)
            else:
                x[i] = rng.randrange(256)
        if rng.random() < 0.06:
            x = x[: rng.randrange(len(x))]
        if rng.random() < 0.03:
            x = x + bytes(rng.randrange(256) for _ in range(5000))
        if rng.random() < 0.05:
            a = rng.randrange(len(x) // pg) * pg
            c = rng.randrange(len(x) // pg) * pg
            x[a : a + pg] = x[c : c + pg]
        if rng.random() < 0.05:
            open(p + "-journal", "wb").write(mutate_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(600), rng))
        open(p, "wb").write(x)
        open(W + "/orig", "wb").write(x)
        cmds = [
            ["check"],
            ["score", "--json"],
            ["imports"],
            ["import", "cases", S + "/cases.csv"],
            ["import", "survey", S + "/survey.csv"],
            ["import", "codings", S + "/codings.csv"],
            ["undo-import", "5"],
            ["report", "health", "forum", "--out", W + "/r"],
            ["report", "methods", "--for", "researcher", "--out", W + "/r"],
            ["agree"],
            ["framework", "history"],
            ["framework", "update"],
            ["trace", "forum", "value.tangible"],
            ["adjudicate", "export", W + "/m.csv"],
            ["matrix", "codes", "cases"],
            ["scales"],
            ["adjudicate", "log"],
        ]
        for a in [cmds[0]] + rng.sample(cmds[1:], 2):
            r = run(a + ["-s", p], env=ENV, timeout=PATIENCE)
            t.judge(r, a, [W + "/orig"], "--json" in a)


def c_sql(t, rng, end):
    """Rows of the study changed by another program: any value a column may hold."""
    S = seeds()
    src = [S + "/forum.covalence"] + ([SAMPLE] if os.path.exists(SAMPLE) else [])
    while time.time() < end:
        shutil.rmtree(W, ignore_errors=True)
        os.makedirs(W)
        p = W + "/s.covalence"
        shutil.copyfile(rng.choice(src), p)
        t.tries += 1
        done = []
        c = sqlite3.connect(p)
        tabs = [
            x[0]
            for x in c.execute(
                "select name from sqlite_master where type='table' and name not like 'sqlite%' and name not like 'grdb%'"
            )
        ]
        for _ in range(rng.choice((1, 1, 2, 4))):
            tb = rng.choice(tabs)
            cols = c.execute(f'PRAGMA table_info("{tb}")').fetchall()
            col = rng.choice(cols)
            typ = col[2]
            v = (
                rng.choice([0, -1, 1, 2, 99999, 2**31, 2**63 - 1, -(2**63), None])
                if typ == "INTEGER"
                else (
                    rng.choice([0.0, -1.0, 1e308, float("inf"), 3.5, None])
                    if typ == "REAL"
                    else (
                        rng.choice([b"", b"\x00" * 3, b"\xff" * 100, b"\x01" * 8])
                        if typ == "BLOB"
                        else rng.choice(VALUES + ["{", "[1", '{"a":1}', "[]", '{"a":null}', None])
                    )
                )
            )
            if isinstance(v, str):
                v = v.encode("utf-8", "ignore").decode()
            n = c.execute(f'select count(*) from "{tb}"').fetchone()[0]
            if not n:
                continue
            pk = ",".join('"%s"' % x[1] for x in cols if x[5]) or "rowid"
            off = rng.randrange(n)
            q = (
                f'UPDATE "{tb}" SET "{col[1]}" = ? WHERE ({pk}) IN (SELECT {pk} FROM "{tb}" LIMIT 1 OFFSET {off})'
                if rng.random() < 0.7
                else f'UPDATE "{tb}" SET "{col[1]}" = ?'
            )
            if rng.random() < 0.1:
                q = f'DELETE FROM "{tb}" WHERE ({pk}) IN (SELECT {pk} FROM "{tb}" LIMIT 1 OFFSET {off})'
            try:
                c.execute(q, (v,) if "?" in q else ())
                done.append((q, v))
            except sqlite3.Error:
                pass
        c.commit()
        c.close()
        if not done:
            continue
        open(W + "/sql", "w").write(repr(done))
        cmds = [
            ["score", "--json"],
            ["imports", "--json"],
            ["import", "cases", S + "/cases.csv"],
            ["import", "survey", S + "/survey.csv"],
            ["import", "codings", S + "/codings.csv"],
            ["import", "sources", S + "/sources.csv"],
            ["undo-import", "5"],
            ["undo-import", "9"],
            ["report", "health", "forum", "--out", W + "/r"],
            ["report", "health", "brackwater", "--out", W + "/r"],
            ["report", "methods", "--for", "researcher", "--out", W + "/r"],
            ["report", "compare", "--out", W + "/r"],
            ["agree"],
            ["framework", "history"],
            ["framework", "update"],
            ["trace", "forum", "value.tangible"],
            ["trace", "brackwater", "value.tangible"],
            ["adjudicate", "queue"],
            ["matrix", "codes", "cases"],
            ["scales"],
            ["adjudicate", "log"],
            ["agree", "--by", "round"],
        ]
        for a in [["check"]] + rng.sample(cmds, 3):
            r = run(a + ["-s", p], env=ENV, timeout=PATIENCE)
            t.judge(r, a, [W + "/sql"], "--json" in a)
            if r.rc < 0 or r.rc == 70:
                t.fails[next(reversed(t.fails))][2].append(repr(done)[:200])


def c_map(t, rng, end):
    S = seeds()
    base = open(S + "/columns.yaml").read()
    while time.time() < end:
        p, h = fresh(S + "/forum.covalence")
        t.tries += 1
        y = mutate_yaml(base, rng).encode("utf-8", "replace")
        if rng.random() < 0.3:
            y = mutate_bytes(y, rng)
        f = W + "/m.yaml"
        open(f, "wb").write(y)
        j = rng.random() < 0.5
        a = [
            "import",
            "survey",
            S + "/export.csv",
            "--map",
            f,
            "--case",
            "circle",
            "--phase",
            rng.choice(["2026", "2025", "", "x" * 3000, "<b>"]),
            "-s",
            p,
        ] + (["--json"] if j else [])
        brought_in(t, p, h, a, f, j)


def c_sheet(t, rng, end):
    S = seeds()
    base = open(S + "/meeting.csv", newline="", encoding="utf-8-sig").read()
    rows = list(csv.reader(io.StringIO(base)))
    d = rows[0].index("decision")
    xb = open(S + "/meeting.xlsx", "rb").read()
    while time.time() < end:
        p, h = fresh(S + "/forum.covalence")
        t.tries += 1
        if rng.random() < 0.7:
            rr = [list(r) for r in rows]
            for r in rr[1:]:
                r[d] = rng.choice(["accept", "reject", "change", "", "", "Accept ", "x"])
            o = io.StringIO()
            csv.writer(o).writerows(rr)
            f = W + "/m.csv"
            open(f, "wb").write(mutate_csv(o.getvalue().encode(), rng))
        else:
            f = W + "/m.xlsx"
            open(f, "wb").write(mutate_zip(xb, rng))
        j = rng.random() < 0.5
        a = ["adjudicate", "import", f, "-s", p] + (["--json"] if j else [])
        if rng.random() < 0.6:
            a += ["--by", rng.choice(["ana", "", "<b>", "x" * 2000])]
        if rng.random() < 0.6:
            a += ["--at", rng.choice(["2026-04-14T10:00:00Z", "2026-04-14", "x", ""])]
        if rng.random() < 0.3:
            a.append("--accept-stale")
        if rng.random() < 0.1:
            a.append("--strict")
        h2 = brought_in(t, p, h, a, f, j)
        if h2 != h:
            after(t, p, rng, [f], 0.5)


def c_agree(t, rng, end):
    S = seeds()
    while time.time() < end:
        shutil.rmtree(W, ignore_errors=True)
        os.makedirs(W)
        k = rng.choice(["ratings", "multilabel", "spans"])
        f = W + "/in.csv"
        t.tries += 1
        open(f, "wb").write(mutate_csv(open(f"{S}/{k}.csv", "rb").read(), rng))
        j = rng.random() < 0.5
        a = ["agree", k, f] + (["--json"] if j else [])
        if k == "ratings":
            if rng.random() < 0.5:
                a += [
                    "--categories",
                    rng.choice(["1,2,3", "1,2,3,4,5", "", ",", "x", "3,2,1", "1,1", "1e308,2,3", "nan,1,2,3"]),
                ]
            if rng.random() < 0.5:
                a += ["--level", rng.choice(["nominal", "ordinal", "interval", "ratio"])]
            if rng.random() < 0.3:
                a += ["--weights", rng.choice(["linear", "quadratic", "ordinal", "x", ",", "linear,quadratic"])]
            if rng.random() < 0.2:
                a += ["--wide"]
            if rng.random() < 0.3:
                a += ["--interval", rng.choice(["units", "cells2011", "pairs2016"])]
        if k == "spans" and rng.random() < 0.5:
            a += ["--gamma", "--resamples", rng.choice(["2", "30", "1", "0", "-5", "99999999"])]
        if k == "spans" and rng.random() < 0.2:
            a += ["--precision", rng.choice(["0", "0.5", "nan", "-1", "1e-300"])]
        if k == "spans" and rng.random() < 0.2:
            a += ["--position-weight", rng.choice(["0", "nan", "inf", "-1", "1e308"])]
        if k == "spans" and rng.random() < 0.2:
            a += ["--threshold", rng.choice(["0", "100", "101", "-1", "nan", ",", "1e9"])]
        if rng.random() < 0.2:
            a += ["--coders", rng.choice(["a,b,c", "a", "", ",", "a,a", "zz"])]
        if rng.random() < 0.2:
            a += ["--seed", rng.choice(["0", "18446744073709551615", "18446744073709551616", "-1"])]
        if k != "spans" and rng.random() < 0.3:
            a += ["--replicates", rng.choice(["0", "1", "2", "-1", "50"])]
        if rng.random() < 0.1:
            a += ["--trim"]
        r = run(a, env=ENV, timeout=PATIENCE, cwd=W)
        t.judge(r, a, [f], j)


CAMPAIGNS = {n[2:]: f for n, f in list(globals().items()) if n.startswith("c_")}


def main():
    names = list(CAMPAIGNS) if sys.argv[1] == "all" else sys.argv[1].split(",")
    secs = float(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    bad = 0
    tries = 0
    for n in names:
        t = Tally(n)
        rng = random.Random(f"{n} {seed}")
        try:
            CAMPAIGNS[n](t, rng, time.time() + secs / len(names))
        finally:
            bad += t.report()
            tries += t.tries
    if len(names) > 1:
        print(f"fuzz: {tries} inputs, {bad} failures")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
