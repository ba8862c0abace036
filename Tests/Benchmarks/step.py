#!/usr/bin/env python3
"""step.py COMMAND ...: runs a command and says on standard error what it cost."""
import os
import sys
import time

start = time.monotonic()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(child, 0)
sys.stderr.write("%-16s %7.3f s wall %7.3f s CPU %5.0f MiB\n" % (
    " ".join(sys.argv[2:4])[:16] if sys.argv[2] == "import" else sys.argv[2], time.monotonic() - start,
    used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))
sys.exit(os.waitstatus_to_exitcode(status))
