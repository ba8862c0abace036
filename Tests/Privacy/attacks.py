"""The attacks: each takes what is published, and solves for what is hidden."""
import collections, csv, hashlib, itertools, json, math, os, random, re

from published import *
from solving import *
from studies import *

def interviews(pub, truth, researcher, fw, t, seed):
    for key in pub.health:
        case = pub.case(key)
        true = {c["id"]: c for c in researcher.get(key, {}).get("constructs", [])}
        convenors = [p for p in truth.people[key] if truth.role[(key[0], p)] == "convenor"]
        for c in case["constructs"]:
            iv = c["interview"]
            if not iv or c["id"] not in true or not true[c["id"]]["interview"]:
                continue
            real = true[c["id"]]["interview"]
            leaf = not fw.children[c["id"]]
            if case["hidden"]["interviewNumbers"]:
                if real["score"] is not None and iv["score"] is None:
                    t.chance("interview-level-is-score")
                    t.chance("interview-level-solved")
                    sv = c["survey"]
                    if sv is None and c["score"] is not None:
                        t.claim("interview-level-is-score", seed, same(c["score"], real["score"]),
                                f"{key} {c['id']}: level [c], score {c['score']:.4f}; true level {real['score']:.4f}")
                    elif sv and sv["n"] and c["score"] is not None and c.get("evidence") is not None:
                        ev = 0.5 * min(1, sv["n"] / 5) * (1 if sv["weighting"] == "organizations" else 2 / 3)
                        ei = c["evidence"] - ev
                        if ei > 1e-9:
                            level = (c["score"] * c["evidence"] - ev * sv["score"]) / ei
                            t.claim("interview-level-solved", seed, same(level, real["score"], 1e-4),
                                    f"{key} {c['id']}: score {c['score']:.6f}, evidence {c['evidence']:.4f}, V {sv['score']:.4f}, n {sv['n']} give I = {level:.3f}; true {real['score']:.3f}")
                            solved = level
                        else:
                            solved = None
                    else:
                        solved = None
                    level = c["score"] if sv is None else (solved if sv else None)
                    if leaf and iv.get("grade") == "thinly supported" and iv["presence"] == "evident" and level is not None:
                        w = round(level * 3 / 100, 6)
                        t.claim("one-interviewee-statement", seed, real["informants"] == 1 and same(level, real["score"], 1e-4),
                                f"{key} {c['id']}: exactly one person spoke of it, at {level:.1f} of 100 (weight {w:g} of 3)")
                if leaf and iv.get("grade") == "well supported" and iv["presence"] == "evident":
                    spoke = any(x[2] == c["id"] and truth_source(truth, x[0]) in convenors for x in truth.s.codings)
                    t.claim("convenor-stance-few", seed, bool(convenors) and spoke,
                            f"{key} {c['id']}: the convenor and at least one other spoke for it")
            elif leaf and iv.get("interviewees", 0) >= LEAST and len(convenors) == 1:
                t.chance("convenor-stance")
                g, m = iv.get("grade"), iv["informants"]
                spoke = convenor_side(truth, key, c["id"], convenors[0])
                if g == "triangulated" or (iv["contested"] and g == "corroborated"):
                    t.claim("convenor-stance", seed, spoke == iv["side"],
                            f"{key} {c['id']}: grade {g}, {'contested' if iv['contested'] else 'not contested'}: the convenor speaks {iv['side']}")
                elif iv["contested"] and g == "single" and m == iv["interviewees"] and m >= 3:
                    other = "against" if iv["side"] == "for" else "for"
                    t.claim("convenor-stance", seed, spoke == other,
                            f"{key} {c['id']}: all {m} spoke, contested, grade single: the convenor is on the smaller side, {other}")
                elif not iv["contested"] and g == "corroborated":
                    t.claim("convenor-stance", seed, spoke is None,
                            f"{key} {c['id']}: {m} spoke, none contrary side, not triangulated: the convenor said nothing of it")
        texts = {x[5]: x[0] for x in truth.s.codings}
        for text, who in pub.quotes(key):
            src = texts.get(text)
            if re.match(r"Interviewee, interview \d+", who) and src:
                t.chance("role-by-label")
                roles = [truth.role[(key[0], p)] for p in truth.people[key]]
                role = truth.role[(key[0], truth_source(truth, src))]
                t.claim("role-by-label", seed, roles.count(role) == 1,
                        f"{key}: quote {text[:30]!r} by '{who.split(' ·')[0]}' is the only {role}'s")


def truth_source(truth, sid):
    if not hasattr(truth, "bysource"):
        truth.bysource = {x[0]: x[2] for x in truth.s.sources}
    return truth.bysource[sid]


def convenor_side(truth, key, construct, convenor):
    """for, against, or None, of the standing units of one person: two coders, so both must have it."""
    units = collections.defaultdict(list)
    for sid, coder, code, a, b, text, w, val, clear in truth.s.codings:
        if code == construct and truth_source(truth, sid) == convenor and sid.startswith(key[0] + "-"):
            ph = next(x[3] for x in truth.s.sources if x[0] == sid) or None
            if ph == key[1]:
                units[(sid, a, b)].append(val)
    standing = [v[0] for v in units.values() if len(v) == 2]
    if not standing:
        return None
    return "for" if standing.count("supporting") >= standing.count("contrary") else "against"


def terminal(pub, researcher, t, seed):
    if not pub.terminal:
        return
    hidden = collections.defaultdict(bool)
    for key in pub.health:
        hidden[key[0]] |= pub.case(key)["hidden"]["interviewNumbers"]
    for x in (pub.terminal.get("outcomes") or {}).get("cases", []):
        if hidden.get(x["case"]):
            t.chance("segments-on-terminal")
            if (x["outcomes"] or 0) > 0:
                t.leak("segments-on-terminal", seed, f"{x['case']}: {x['outcomes']} outcomes, {x['labels']} labels, interview numbers being hidden")


def convenor_sees_others(pub, s, t, seed):
    if pub.compare_convenor:
        t.chance("other-cases-for-convenor")
        shown = [c["case"] for c in pub.compare_convenor["cases"] if any(x["score"] is not None for x in c["constructs"])]
        if len(shown) > 1:
            t.leak("other-cases-for-convenor", seed, f"report compare --for convenor shows {', '.join(shown)}")
    t.chance("agreement-told")
    for audience in pub.agreement:
        t.leak("agreement-told", seed, f"report agreement --for {audience} goes out")


def survey(pub, truth, fw, t, seed):
    for key in pub.health:
        case = pub.case(key)
        rows = truth.rows[key]
        cons = pub.constructs(key)
        shares = pub.practices(key, fw)
        gaps = {g["id"]: g for g in case["gaps"]}
        for cid in case["hidden"]["survey"]:
            up = fw.parent[cid]
            while up:
                sv = cons.get(up, {}).get("survey")
                # Under ten answers a level is a ten: 100 stands for 95 to 100, and says nothing of each.
                whole = sv and (sv["n"] or 0) >= FEW
                if whole and (same(sv["score"], 0) or same(sv["score"], 100)) and not sv.get("unplaced"):
                    ys = [truth.y(cid, r) for r in rows if truth.y(cid, r) is not None]
                    t.claim("parent-at-end", seed, bool(ys) and all(same(y, sv["score"]) for y in ys),
                            f"{key} {cid}: hidden, but {up} is at {sv['score']:g} on {sv['n']}: all {len(ys)} are there")
                    break
                up = fw.parent[up]
        for cid, c in cons.items():
            sv = c["survey"]
            if not sv:
                continue
            n = sv["n"]
            if n is not None and n < LEAST or n is None:
                t.leak("shown-below-five", seed, f"{key} {cid}: level shown on n = {n}")
            if n is None:
                continue
            if 0 < (sv.get("unplaced") or 0) < LEAST:
                t.leak("unplaced-count", seed, f"{key} {cid}: unplaced {sv['unplaced']}")
            if sv.get("rwg") is not None:
                done = [r for r in rows if truth.complete(cid, r)]
                t.chance("few-complete-rwg")
                if len(done) < LEAST:
                    t.leak("few-complete-rwg", seed, f"{key} {cid}: n {n}, r_wg {sv['rwg']:.3f} rests on {len(done)}")
            # gap against level
            g = gaps.get(cid)
            if g and g.get("n") is not None and g.get("derived") is not None:
                left = n - g["n"]
                both = lambda r: truth.y(cid, r) is not None and truth.value(fw.desired[cid], r) is not None
                ys = [truth.y(cid, r) for r in rows if truth.y(cid, r) is not None and not both(r)]
                if 0 < left < LEAST:
                    t.chance("gap-less-level")
                    plain = sv["weighting"] == "respondents"
                    each = sv["weighting"] == "organizations" and sv["organizations"] == n and not sv.get("unplaced")
                    if (plain or each) and len(ys) == left:
                        total = n * sv["score"] - g["n"] * g["derived"]
                        t.claim("gap-less-level", seed, same(total, sum(ys), 1e-4),
                                f"{key} {cid}: {n} x {sv['score']:.4f} - {g['n']} x {g['derived']:.4f} = {total:.3f}: the {'answer of the one' if left == 1 else f'sum of the {left}'} who left 'wanted' out; true {sum(ys):.3f}")
                if g["n"] < LEAST:
                    t.leak("shown-below-five", seed, f"{key} {cid}: gap on n = {g['n']}")
            # shares of answers
            if cid in shares:
                cnt = counts_of(shares[cid], total_of(shares[cid], n, sv.get("unplaced")))
                if cnt is None:
                    continue
                if max(cnt) == sum(cnt):
                    t.leak("all-answered-alike", seed, f"{key} {cid}: all {sum(cnt)} answered {cnt.index(max(cnt)) + 1}")
                points = [25 * i for i, k in enumerate(cnt) for _ in range(k)]
                u = sum(cnt) - n
                if 0 < u < LEAST and sv.get("sd") is not None:
                    t.chance("unplaced-answers")
                    fits = set()
                    for take in set(itertools.combinations(points, u)):
                        rest = list(points)
                        for x in take:
                            rest.remove(x)
                        if len(rest) > 1 and same(sd(rest), sv["sd"]) and org_fit(rest, sv):
                            fits.add(take)
                    if len(fits) == 1:
                        found = sorted(x // 25 + 1 for x in next(iter(fits)))
                        it = truth.asked[cid][0]
                        true = sorted(truth.value(it, r) for r in rows if not r["organization"] and truth.value(it, r) is not None)
                        t.claim("unplaced-answers", seed, found == true, f"{key} {cid}: the {u} without organization answered {found}; true {true}")
                if u == 0 and sv["weighting"] == "organizations" and n <= 9 and sv["organizations"] < n:
                    t.chance("org-means")
                    sols = org_solutions(points, sv)
                    if sols is not None and len(sols) == 1:
                        by = collections.defaultdict(list)
                        it = truth.asked[cid][0]
                        for r in rows:
                            if truth.value(it, r) is not None:
                                by[r["organization"]].append(25 * (truth.value(it, r) - 1))
                        true = tuple(sorted((len(v), sum(v)) for v in by.values()))
                        sol = next(iter(sols))
                        if any(a < LEAST for a, _ in sol):
                            t.claim("org-means", seed, sol == true,
                                    f"{key} {cid}: organizations' answers and means {[(a, round(b / a, 1)) for a, b in sol]}")
        if case["change"]:
            for x in case["change"]["constructs"]:
                sv = x["survey"]
                if sv and sv["pairing"] != "none" and sv["pairing"] != "not paired" and sv["n"] < LEAST:
                    t.leak("shown-below-five", seed, f"{key} {x['id']}: change on {sv['n']} pairs")
            changes(pub, truth, fw, key, cons, shares, t, seed)


def org_fit(rest, sv):
    """Cheap necessary condition: the level lies between the least and the most."""
    return min(rest) - EPS <= sv["score"] <= max(rest) + EPS


def org_solutions(points, sv, limit=60000):
    """All ways to split the answers over the organizations that give the level and its interval."""
    k, V = sv["organizations"], sv["score"]
    spread = None
    if sv["interval"] is None:
        spread = 0.0
    else:
        lo, hi = sv["interval"]
        half = hi - V if hi < 100 - 1e-9 else (V - lo if lo > 1e-9 else None)
        if half is not None:
            spread = half / T975[k - 1] * math.sqrt(k)
    found = set()
    work = [0]

    def go(rest, groups, total):
        work[0] += 1
        if work[0] > limit:
            return
        left = k - len(groups)
        if left == 0:
            if not rest and same(total / k, V):
                means = [b / a for a, b in groups]
                s = sd(means)
                if spread is None or same(s, spread, 1e-5):
                    found.add(tuple(sorted(groups)))
            return
        if len(rest) < left:
            return
        first, others = rest[0], rest[1:]
        for size in range(0, len(others) - left + 2):
            if left == 1 and size != len(others):
                continue
            for combo in set(itertools.combinations(others, size)):
                pool = list(others)
                for x in combo:
                    pool.remove(x)
                g = (size + 1, first + sum(combo))
                m = total + g[1] / g[0]
                if m > V * k + 1e-6:
                    continue
                go(pool, groups + [g], m)

    go(sorted(points, reverse=True), [], 0.0)
    return None if work[0] > limit else found


def changes(pub, truth, fw, key, cons, shares, t, seed):
    case = pub.case(key)
    before_key = (key[0], case["change"]["since"])
    if before_key not in pub.health:
        return
    before, bshares = pub.constructs(before_key), pub.practices(before_key, fw)
    for x in case["change"]["constructs"]:
        sv, cid = x["survey"], x["id"]
        if not sv or sv["pairing"] != "respondents" or cid not in shares or cid not in bshares:
            continue
        a, b = cons[cid]["survey"], before[cid]["survey"]
        A = counts_of(shares[cid], total_of(shares[cid], a["n"], a.get("unplaced")))
        B = counts_of(bshares[cid], total_of(bshares[cid], b["n"], b.get("unplaced")))
        if A is None or B is None:
            continue
        l2, l1, p = sum(A) - sv["n"], sum(B) - sv["n"], sv["n"]
        if not (0 < l1 < LEAST or 0 < l2 < LEAST) or l1 > 5 or l2 > 5:
            continue
        t.chance("change-leftover")
        ssd = None
        if sv["interval"]:
            half = (sv["interval"][1] - sv["interval"][0]) / 2
            if p - 1 < len(T975):
                ssd = (half / T975[p - 1] * math.sqrt(p)) ** 2 * (p - 1) + p * sv["change"] ** 2
        else:
            ssd = p * sv["change"] ** 2
        pa = [25 * i for i, k in enumerate(A) for _ in range(k)]
        pb = [25 * i for i, k in enumerate(B) for _ in range(k)]
        fits = set()
        for Y in set(itertools.combinations(pa, l2)):
            for X in set(itertools.combinations(pb, l1)):
                if not same((sum(pa) - sum(Y)) - (sum(pb) - sum(X)), p * sv["change"], 1e-4):
                    continue
                ra, rb = list(pa), list(pb)
                for v in Y:
                    ra.remove(v)
                for v in X:
                    rb.remove(v)
                ra.sort(), rb.sort()
                low = sum((u - v) ** 2 for u, v in zip(ra, rb))
                high = sum((u - v) ** 2 for u, v in zip(ra, rb[::-1]))
                if ssd is None or low - 1e-3 <= ssd <= high + 1e-3:
                    fits.add((X, Y))
        it = truth.asked[cid][0]
        now = {r["respondent"]: truth.value(it, r) for r in truth.rows[key]}
        then = {r["respondent"]: truth.value(it, r) for r in truth.rows[before_key]}
        both = {k for k in now if now[k] is not None and then.get(k) is not None}
        for which, size, sets, real in (
            ("before", l1, {f[0] for f in fits}, sorted(v for k, v in then.items() if v is not None and k not in both)),
            ("after", l2, {f[1] for f in fits}, sorted(v for k, v in now.items() if v is not None and k not in both)),
        ):
            if 0 < size < LEAST and len(sets) == 1:
                found = sorted(v // 25 + 1 for v in next(iter(sets)))
                t.claim("change-leftover", seed, found == real, f"{key} {cid}: the {size} in no pair ({which}) answered {found}")


def alpha(pub, truth, fw, t, seed):
    """Scales of the methods report that rest on one case and phase, or whose lowest or highest does."""
    if not pub.methods:
        return
    fig = pub.methods["figures"].get("survey")
    if not fig:
        return
    for scale in fig.get("scales", []):
        few = []
        for key in pub.health:
            case = pub.case(key)
            if scale["construct"] in case["hidden"]["survey"] or case["hidden"]["responses"]:
                continue
            done = [r for r in truth.rows[key] if truth.complete(scale["construct"], r)]
            if 0 < len(done):
                few.append(len(done))
        if scale["cells"] == 0:
            continue
        t.chance("few-complete-alpha")
        shown = [x for x in few if x >= 2]
        if scale["cells"] <= 2 and shown and min(shown) < LEAST and scale["lowest"] is not None:
            t.leak("few-complete-alpha", seed, f"{scale['construct']}: alpha {scale['lowest']:.3f} to {scale['highest']:.3f}, {scale['cells']} cell(s), on {sorted(shown)} respondents with every item")


def names(pub, s, t, seed):
    everything = {k: v for k, v in pub.files.items()}
    secret = set()
    secret |= {x[0] for x in s.participants} | {x[0] for x in s.sources} | {x["respondent"] for x in s.survey}
    secret |= {x[2] for x in s.participants} | {x["organization"] for x in s.survey if x["organization"]}
    cleared = {x[5] for x in s.codings if x[8] == "yes"}
    words = {x[5] for x in s.codings} - cleared
    for name, text in everything.items():
        for w in secret:
            if w in text and re.search(r"(?<![\w-])" + re.escape(w) + r"(?![\w-])", text):
                t.leak("name-or-words", seed, f"{w} in {name}")
        for w in words:
            core = w.split(" were ")[0]
            if core in text:
                t.leak("name-or-words", seed, f"words not cleared {core!r} in {name}")


def hashes(pub, s, t, seed):
    """Guess the participants file: pseudonyms numbered, organizations known, roles the usual ones."""
    if len(s.cases) != 1 or not s.participants:
        return
    keys = [k for k in pub.health if pub.case(k)["hidden"]["interviewNumbers"]]
    if not keys or len(s.participants) >= LEAST:
        return
    t.chance("file-hash-guessed")
    text = next((v for k, v in pub.files.items() if k.endswith(".md") and "health" in k), "")
    shown = set(re.findall(r"[0-9a-f]{64}", text))
    cid = s.cases[0][0]
    orgs = sorted({x[2] for x in s.participants} | {x["organization"] for x in s.survey if x["organization"]})
    for k in range(1, LEAST):
        for pick in itertools.product(orgs, repeat=k):
            for conv in (True, False):
                rows = [(f"{cid}-p{i + 1}", cid, o, "convenor" if i == 0 and conv else "participant") for i, o in enumerate(pick)]
                h = hashlib.sha256(text_of(PARTICIPANTS, rows).encode()).hexdigest()
                if h in shown:
                    t.claim("file-hash-guessed", seed, [tuple(r) for r in rows] == [tuple(r) for r in s.participants],
                            f"{k} interviewees, of {', '.join(pick)}, {'one' if conv else 'no'} convenor, from the printed SHA-256 of the participants file")
                    return


def interference(pub, s, fw, t, seed, work):
    """Change only what is hidden from everybody else; nothing published may change but hashes."""
    r = random.Random(seed + 7)
    s2 = Study()
    s2.__dict__.update(s.__dict__)
    s2.survey = [dict(x) for x in s.survey]
    rows = collections.defaultdict(list)
    for x in s2.survey:
        rows[(x["case"], x["phase"] or None)].append(x)
    changed = False
    for key, own in rows.items():
        if key in pub.health and 0 < len(own) < LEAST:
            for x in own:
                for i in s.cols:
                    if x[i["id"]].isdigit():
                        x[i["id"]] = str(r.randint(1, 5))
                        changed = True
                x["organization"] = x["organization"] and r.choice([x["organization"], key[0] + "-org9"])
            if len(own) < LEAST - 1:  # their number is hidden too
                s2.survey.append(dict(own[-1], respondent=f"{key[0]}-t{seed}-new"))
        elif key in pub.health:
            case = pub.case(key)
            gone = set(case["hidden"]["survey"])
            for c in gone:
                up, closed = c, True
                while up:
                    closed &= up in gone
                    up = fw.parent[up]
                if closed and not fw.children[c]:  # hidden with everything above it
                    for i in s.cols:
                        if i["construct"] == c:
                            for x in own:
                                if x[i["id"]].isdigit():
                                    x[i["id"]] = str(r.randint(1, 5))
                                    changed = True
            for g in case["hidden"]["gaps"]:
                if g in case["hidden"]["survey"] or g not in fw.desired:
                    continue
                it = fw.desired[g]["id"]
                for x in own:
                    if x.get(it, "").isdigit():
                        x[it] = str(r.randint(1, 5))
                        changed = True
    # words not cleared, and pseudonyms
    s2.codings = []
    for x in s.codings:
        if x[8] != "yes":
            y = list(x)
            y[5] = x[5].replace("somebody", "anybodyy")
            changed = True
            s2.codings.append(tuple(y))
        else:
            s2.codings.append(x)
    # what the few interviewed weighed, and of whom they are, is in no word
    hidden = {key for key in pub.health if pub.case(key)["hidden"]["interviewNumbers"]}
    phase = {x[0]: (x[1], x[3] or None) for x in s.sources}
    weights = {}
    for place, x in enumerate(s2.codings):
        if phase.get(x[0]) in hidden and x[6] != "":
            y = list(x)
            y[6] = weights.setdefault((x[0], x[3]), r.randint(1, 3))
            changed = True
            s2.codings[place] = tuple(y)
    few = {key[0] for key in hidden} - {key[0] for key in pub.health if key not in hidden}
    s2.participants = [
        (p, c, f"{c}-org{r.randint(1, 9)}" if c in few else o, role) for p, c, o, role in s.participants]
    # a span coded by both coders has one text
    if not changed:
        return
    t.chance("interference")
    st = build(s2, os.path.join(work, "other"))
    pub2 = Published(st, s2, os.path.join(work, "other", "pub"), fw, everything=True)
    for name in sorted(set(pub.files) | set(pub2.files)):
        a, b = HEX.sub("#", pub.files.get(name, "")), HEX.sub("#", pub2.files.get(name, ""))
        if a != b and NUMBER.sub(nine, a) == NUMBER.sub(nine, b):
            t.leak("interference-last-digits", seed, f"{name}: differs after the ninth decimal")
        elif a != b:
            at = next((i for i, (u, v) in enumerate(zip(a, b)) if u != v), min(len(a), len(b)))
            t.leak("interference", seed, f"{name} differs: ...{a[max(0, at - 60):at + 40]!r} / ...{b[max(0, at - 20):at + 40]!r}")
            break


def late(pub, s, truth, fw, t, seed, work):
    """The same case published before its last answer came in."""
    for key in pub.health:
        own = truth.rows[key]
        if len(s.phases) > 1 or len(own) <= LEAST:
            continue
        s2 = Study()
        s2.__dict__.update(s.__dict__)
        gone = own[-1]
        s2.survey = [x for x in s.survey if x is not gone]
        st = build(s2, os.path.join(work, "before"))
        pub2 = Published(st, s2, os.path.join(work, "before", "pub"), fw, everything=False)
        if key not in pub2.health:
            return
        after, before = pub.practices(key, fw), pub2.practices(key, fw)
        ca, cb = pub.constructs(key), pub2.constructs(key)
        got = 0
        for cid in after:
            if cid not in before:
                continue
            x, y = ca[cid]["survey"], cb[cid]["survey"]
            A = counts_of(after[cid], total_of(after[cid], x["n"], x.get("unplaced")))
            B = counts_of(before[cid], total_of(before[cid], y["n"], y.get("unplaced")))
            if A is None or B is None:
                continue
            d = [i - j for i, j in zip(A, B)]
            t.chance("late-answer")
            if sum(d) == 1 and min(d) == 0:
                it = truth.asked[cid][0]
                t.claim("late-answer", seed, truth.value(it, gone) == d.index(1) + 1, f"{key} {cid}: the late respondent answered {d.index(1) + 1}")
                got += 1
        return
