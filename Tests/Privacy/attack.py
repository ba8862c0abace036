#!/usr/bin/env python3
"""Attacks what Covalence publishes to other eyes than the researcher's.

Makes random studies, publishes them as a researcher would (reports for convenor and working group, all
formats and phases, `compare --for`), and tries to work out what is hidden from the published files
alone. A deduction counts as a leak only where the solver is certain of it AND it is right (checked
against the raw tables). A solver's certain but wrong deduction is counted as an error of the solver.

    COVALENCE=.build/debug/covalence COVALENCE_HOME=. Tests/Privacy/attack.py --studies 100 --jobs 2

Prints studies tried and leaks by kind; exit 1 if any leak is found, those against usual disclosure
practice included; 2 where a solver erred or a study failed. Python 3.9+, standard library only.
"""
import argparse, json, multiprocessing, os, shutil, sys, tempfile

from alike import *
from attacks import *
from closing import *
from further import *
from sums import *
from weights import SMALL_WEIGHTS, WEIGHTS

# What is tried. rule: against docs/privacy.md. limit: two publications. policy: against usual
# statistical disclosure practice.
KINDS = {
    "interview-level-is-score": ("rule", "hidden interview level stands beside as the score (no survey figure)"),
    "interview-level-solved": ("rule", "hidden interview level from score, evidence, survey level and n"),
    "one-interviewee-statement": ("rule", "'thinly supported' and evident: one person's weight, of fewer than 5 interviewees"),
    "convenor-stance-few": ("rule", "'well supported': the convenor spoke for it, of fewer than 5 interviewees"),
    "role-by-label": ("rule", "a quote by an 'Interviewee' beside 'Participant's is the only convenor's (or the reverse)"),
    "segments-on-terminal": ("rule", "compare --for: outcomes and labels of a case with hidden interview numbers"),
    "agreement-told": ("rule", "a report on agreement between coders goes out to others than the researcher"),
    "other-cases-for-convenor": ("rule", "a report for a convenor shows the figures of other cases"),
    "few-complete-rwg": ("rule", "r_wg shown that rests on 1 to 4 respondents"),
    "few-complete-alpha": ("rule", "Cronbach's alpha shown that rests on 1 to 4 respondents"),
    "gap-less-level": ("limit", "level less received in the gap: figure on the 1 to 4 who left 'wanted' out, exact"),
    "unplaced-answers": ("rule", "shares over all less sd over those placed: answers of the 1 to 4 with no organization"),
    "change-leftover": ("rule", "levels, shares and paired change: answers of the 1 to 4 in no pair"),
    "file-hash-guessed": ("rule", "SHA-256 of the participants file matched by guessing: hidden number and organizations"),
    "interference": ("rule", "a published file changes when only hidden answers change"),
    "interference-last-digits": ("policy", "the same, in the tenth decimal or later only: the order of hidden rows moves sums"),
    "name-or-words": ("rule", "a pseudonym, coder, organization, source, or words not cleared, in a published file"),
    "late-answer": ("limit", "two publications, one answer apart: that person's single answers, exact"),
    "parent-at-end": ("rule", "a shown parent at 0 or 100 gives its hidden children"),
    "shown-below-five": ("rule", "a survey figure, gap or change shown on fewer than 5"),
    "org-means": ("policy", "means of the single organizations (each under 5 answers) from shares, level and interval"),
    "all-answered-alike": ("policy", "all of those who answered an item gave the same answer (group disclosure)"),
    "convenor-stance": ("policy", "grade tells what the only convenor said, 5 or more interviewees"),
    "unplaced-count": ("policy", "1 to 4 respondents without organization are counted"),
}



def attack(seed, fw, t, work, opt=None, quick=False):
    s = make(seed, fw, opt)
    if not s.survey and not s.codings:
        return None
    d = os.path.join(work, f"study-{seed}")
    st = build(s, d)
    pub = Published(st, s, os.path.join(d, "pub"), fw)
    researcher = {}
    for c in json.loads(cov("score", "--json", "-s", st).stdout)["cases"]:
        researcher[(c["case"], c.get("phase"))] = c
    truth = Truth(s, fw)
    for key, c in researcher.items():  # the truth is checked against the program's own
        for x in c["constructs"]:
            if x["survey"]:
                n = sum(1 for r in truth.rows[key] if truth.y(x["id"], r) is not None)
                if n != x["survey"]["n"] + x["survey"]["unplaced"]:
                    t.wrong["truth"] += 1
    interviews(pub, truth, researcher, fw, t, seed)
    terminal(pub, researcher, t, seed)
    convenor_sees_others(pub, s, t, seed)
    survey(pub, truth, fw, t, seed)
    alpha(pub, truth, fw, t, seed)
    names(pub, s, t, seed)
    hashes(pub, s, t, seed)
    whole(pub, t, seed)
    events(pub, t, seed)
    told(pub, t, seed)
    two_audiences(pub, researcher, t, seed)
    on_terminal(st, pub, s, t, seed)
    orders(pub, fw, t, seed)
    words(pub, truth, fw, t, seed)
    quotes(pub, truth, fw, t, seed)
    share_intervals(pub, fw, t, seed)
    three_phases(pub, t, seed)
    lists_of_answers(pub, truth, fw, t, seed)
    SMALL[seed % len(SMALL)](fw, t, seed, work)
    SMALL_ALIKE[seed % len(SMALL_ALIKE)](fw, t, seed, work)
    SMALL_SUMS[seed % len(SMALL_SUMS)](fw, t, seed, work)
    SMALL_WEIGHTS[seed % len(SMALL_WEIGHTS)](fw, t, seed, work)
    if not quick:
        interference(pub, s, fw, t, seed, d)
        late(pub, s, truth, fw, t, seed, d)
    return s


def one(job):
    """Attacks one study in a process of its own, and hands back what was found."""
    seed, work, keep, quick = job
    t = Tally()
    tried, failure = False, None
    try:
        tried = attack(seed, FW, t, work, quick=quick) is not None
    except Exception as e:
        failure = f"seed {seed}: {type(e).__name__}: {e}"
    if not keep:
        shutil.rmtree(os.path.join(work, f"study-{seed}"), ignore_errors=True)
    return tried, failure, t


FW = None


def begin(fw):
    global FW
    FW = fw


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--studies", type=int, default=30)
    a.add_argument("--seed", type=int, default=1, help="of the first study")
    a.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at a time")
    a.add_argument("--every", type=int, default=1,
                   help="change hidden evidence and add late answers in every so many studies only")
    a.add_argument("--work", help="folder to work in; otherwise a temporary one")
    a.add_argument("--keep", action="store_true", help="keep the studies and what was published")
    o = a.parse_args()
    fw = Framework()
    kinds = dict(KINDS, **FURTHER, **CLOSING, **ALIKE, **SUMS, **WEIGHTS)
    t = Tally()
    work = o.work or tempfile.mkdtemp(prefix="attack-")
    jobs = [(seed, work, o.keep, seed % o.every != 0) for seed in range(o.seed, o.seed + o.studies)]
    tried = failed = 0
    with multiprocessing.Pool(o.jobs, begin, (fw,)) as pool:
        for was_tried, failure, found in pool.imap(one, jobs):
            tried += was_tried
            if failure:
                failed += 1
                print(failure, file=sys.stderr)
            t.merge(found)
    print(f"studies tried: {tried}" + (f", failed: {failed}" if failed else ""))
    print(f"{'kind':28} {'against':7} {'leaks':>6} {'studies':>8} {'of chances':>10}  what")
    for kind, (against, what) in kinds.items():
        of = t.chances[kind]
        print(f"{kind:28} {against:7} {t.leaks[kind]:6} {len(t.studies[kind]):8} {of or '':>10}  {what}")
    print()
    for kind in kinds:
        for e in t.examples[kind][:3]:
            print(f"{kind}: {e}")
    for kind, n in t.wrong.items():
        print(f"SOLVER ERRED {n} times: {kind} {t.examples.get(kind + ' WRONG', '')}")
    if not o.work and not o.keep:
        shutil.rmtree(work, ignore_errors=True)
    bad = [k for k in kinds if t.leaks[k]]
    # What cannot be helped altogether has a share that it may have.
    for few, most, said in (
        ("list-of-answers", SHORT_LISTS, "short lists, within what docs/privacy.md says cannot be helped"),
        ("later-phase-held", LATER_PHASES, "held for an earlier phase, where pairs of a later one leave others out there"),
    ):
        if few in bad and 100 * t.leaks[few] <= most * t.chances[few]:
            bad.remove(few)
            print(f"\n{t.leaks[few]} of {t.chances[few]}: {said}")
    print(f"\nleaks: {sum(t.leaks[k] for k in bad)} of {len(bad)} kinds" + (": " + ", ".join(bad) if bad else ""))
    sys.exit(1 if bad else 2 if t.wrong or failed else 0)


if __name__ == "__main__":
    main()
