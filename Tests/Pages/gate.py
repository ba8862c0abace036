#!/usr/bin/env python3
"""Makes pages of the shipped studies and of random ones; fails where one contradicts itself.

    COVALENCE=.build/debug/covalence COVALENCE_HOME=. Tests/Pages/gate.py --random 20

Prints every failure on a line with page, check and sentence, and how often each check found
something to look at. Exit 1 if any fails; 2 where a page could not be made. Python 3.9+, standard
library only.
"""
import argparse, collections, csv, glob, json, multiprocessing, os, shutil, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.append(os.path.join(HERE, "..", "Privacy"))

from checks import CHECKS
from page import Page
import studies

SHIPPED = ["sample-study", "seven-cases", "three-firms"]
TABLES = ["cases", "participants", "phases", "sources", "codings", "adjudications", "survey",
          "invited", "events"]
HEALTH = ["researcher", "convenor", "working-group"]
COMPARE = ["researcher", "working-group"]


def shipped(name, work):
    """A study of data/, built as its README says; its cases and phases."""
    source = os.path.join(studies.HOME or os.path.join(HERE, "..", ".."), "data", name)
    about = open(os.path.join(source, "study.yaml"), encoding="utf-8").read()
    framework = about.split("framework: ")[1].split("\n")[0]
    study = os.path.join(work, name + ".covalence")
    studies.cov("init", study, "--framework", framework, "--title", name, *studies.HOMEARG)
    for table in TABLES:
        file = os.path.join(source, table + ".csv")
        if os.path.exists(file):
            studies.cov("import", table, file, "-s", study)
    return study, ids(source, "cases"), ids(source, "phases")


def ids(folder, table):
    file = os.path.join(folder, table + ".csv")
    if not os.path.exists(file):
        return [None]
    return [row[table[:-1]] for row in csv.DictReader(open(file, encoding="utf-8-sig"))]


def pages(study, name, cases, phases, out):
    """Every health page and comparison of a study, for all eyes and phases."""
    wanted = [("health", who, phase, case) for who in HEALTH for phase in phases
              for case in cases]
    wanted += [("compare", who, phase, None) for who in COMPARE for phase in phases
               if len(cases) > 1]
    for report, who, phase, case in wanted:
        folder = os.path.join(out, name, who, (phase or "all").replace(" ", "-"))
        args = ["report", report] + ([case] if case else []) + [
            "--for", who, "--format", "md,json", "--out", folder, "--draft", "-s", study]
        args += ["--phase", phase] if phase else []
        before = set(glob.glob(folder + "/*.md"))
        done = studies.cov(*args, *studies.HOMEARG, ok=False)
        made = set(glob.glob(folder + "/*.md")) - before
        # A phase without evidence has no page, and that is no failure.
        if not made and "PHASE-001" not in done.stderr:
            yield None, f"{name} {' '.join(args[1:6])}: {done.stderr.strip()[-300:]}"
        for path in made:
            page = Page(path, audience=who, study=name)
            page.label = f"{name} {report} {case or ''} {phase or ''} {who}".replace("  ", " ")
            yield page, None


def looked(page):
    """What all checks find on a page."""
    found = []
    for name, check in CHECKS.items():
        for f in check(page):
            found.append((name, page.label, f))
    return found


def one(job):
    """Makes and reads the pages of one study, in a process of its own."""
    kind, what, work = job
    found, failed, number = [], [], 0
    try:
        if kind == "shipped":
            study, cases, phases = shipped(what, work)
            name = what
        else:
            made = studies.make(what, FW)
            if not made.survey and not made.codings:
                return what, [], [], 0
            name = f"random-{what}"
            study = studies.build(made, os.path.join(work, name))
            cases, phases = [c for c, _ in made.cases], made.phases
        for page, error in pages(study, name, cases, phases, os.path.join(work, "pages")):
            if error:
                failed.append(error)
                continue
            number += 1
            try:
                found += looked(page)
            except Exception as e:
                failed.append(f"{page.label}: {type(e).__name__}: {e}")
    except Exception as e:
        failed.append(f"{what}: {type(e).__name__}: {e}")
    return what, found, failed, number


FW = None


def begin(fw):
    global FW
    FW = fw


def main():
    a = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--random", type=int, default=0, help="so many random studies, too")
    a.add_argument("--seed", type=int, default=1, help="of the first random study")
    a.add_argument("--study", action="append", help="only these of data/; none: no random only")
    a.add_argument("--read", metavar="FOLDER", help="read the pages in a folder, make none")
    a.add_argument("--check", action="append", choices=list(CHECKS), help="only these checks")
    a.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at a time")
    a.add_argument("--work", help="folder to keep studies and pages in")
    a.add_argument("--most", type=int, default=0,
                   help="print so many failures of a check at most; all if 0")
    a.add_argument("--json", help="write all failures to this file")
    o = a.parse_args()
    for name in list(CHECKS):
        if o.check and name not in o.check:
            del CHECKS[name]
    work = o.work or tempfile.mkdtemp(prefix="pages-")
    os.makedirs(work, exist_ok=True)
    found, failed, number = [], [], 0
    if o.read:
        for path in sorted(glob.glob(o.read + "/**/*.md", recursive=True)):
            if "health-" in path or "compare" in os.path.basename(path):
                page = Page(path)
                page.label = os.path.relpath(path, o.read)
                found += looked(page)
                number += 1
    else:
        jobs = [("shipped", name, work) for name in (o.study or SHIPPED) if name in SHIPPED]
        jobs += [("random", seed, work) for seed in range(o.seed, o.seed + o.random)]
        fw = studies.Framework() if o.random else None
        with multiprocessing.Pool(o.jobs, begin, (fw,)) as pool:
            for _, its, errors, made in pool.imap(one, jobs):
                found += its
                failed += errors
                number += made
    code = told(found, failed, number, o)
    if not o.work:
        shutil.rmtree(work, ignore_errors=True)
    sys.exit(code)


def told(found, failed, number, o):
    """Prints what was found, and hands back the code to exit with."""
    printed = collections.Counter()
    against = [(n, label, f) for n, label, f in found if f.against and not f.soft]
    for name, label, f in against:
        printed[name] += 1
        if not o.most or printed[name] <= o.most:
            print(f"{label.strip()}\t{name}\t{f.place}: {f.sentence}\t=> {f.against}")
    for error in failed:
        print(f"FAILED\t{error}", file=sys.stderr)
    print(f"\npages read: {number}" + (f", not made or read: {len(failed)}" if failed else ""))
    print(f"{'check':14} {'looked at':>10} {'contradicted':>13} {'pages':>6} {'softly':>7}")
    for name in CHECKS:
        its = [(label, f) for n, label, f in found if n == name]
        bad = [(label, f) for label, f in its if f.against and not f.soft]
        soft = sum(f.soft for _, f in its)
        never = "" if its else "  never met anything to check"
        print(f"{name:14} {len(its) - soft:10} {len(bad):13} {len({l for l, _ in bad}):6} "
              f"{soft:7}{never}")
    if o.json:
        with open(o.json, "w", encoding="utf-8") as file:
            json.dump([{"page": label, "check": n, "place": f.place, "sentence": f.sentence,
                        "against": f.against} for n, label, f in against], file,
                      ensure_ascii=False, indent=1)
    return 1 if against else 2 if failed or not number else 0


if __name__ == "__main__":
    main()
