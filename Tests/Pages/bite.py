#!/usr/bin/env python3
"""Every fault that was once on a page must still be found: each extract fails the check it names.

An extract begins with lines such as

    <!-- check: losses -->
    <!-- says: Learning reaches the organisation -->
    <!-- framework: van-winkelen-2010 -->

and is found only where that check speaks against a sentence that holds those words. Exit 1 where
one is not found, and where a check has no extract.
"""
import glob, os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from checks import CHECKS
from page import Page


def main():
    blunt, bitten = [], set()
    files = sorted(glob.glob(os.path.join(HERE, "old_pages", "*.md")))
    for path in files:
        text = open(path, encoding="utf-8").read()
        check = re.search(r"<!-- check: (\S+) -->", text)[1]
        says = re.search(r"<!-- says: (.*?) -->", text)[1]
        found = [f for f in CHECKS[check](Page(path))
                 if f.against and not f.soft and says in f.sentence]
        name = os.path.basename(path)
        if found:
            bitten.add(check)
            print(f"{name:34} {check:13} {found[0].against}")
        else:
            blunt.append(name)
            print(f"{name:34} {check:13} DOES NOT BITE: nothing speaks against “{says}”")
    without = [name for name in CHECKS if name not in bitten]
    for name in without:
        print(f"{name}: no extract on which it bites")
    print(f"\n{len(files) - len(blunt)} of {len(files)} extracts are found, "
          f"{len(bitten)} of {len(CHECKS)} checks bite")
    sys.exit(1 if blunt or without else 0)


if __name__ == "__main__":
    main()
