"""Times work on one thread, in wall and CPU time, and prints one line a case."""
import os
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[name] = "1"
import resource, statistics, subprocess, time


def cpu():
    own, other = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + other.ru_utime + other.ru_stime


def timed(work, repeat):
    walls, cpus, result = [], [], None
    for _ in range(repeat):
        c, t = cpu(), time.perf_counter()
        result = work()
        walls.append(time.perf_counter() - t)
        cpus.append(cpu() - c)
    return statistics.median(walls), statistics.median(cpus), result


def run(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def head(repeat):
    print(f"load {os.getloadavg()[0]:.1f}; wall s (cpu s), median of {repeat}; ratio: wall (cpu)")
    print(f"{'case':34} {'covalence':>17} {'peer':>17} {'ratio':>15}")


def line(case, a, b):
    print(f"{case:34} {a[0]:8.3f} ({a[1]:6.3f}) {b[0]:8.3f} ({b[1]:6.3f}) {b[0] / a[0]:6.1f} ({b[1] / a[1]:5.1f})",
          flush=True)
