#!/usr/bin/env python3
"""Times commands in turn, so that what else the machine does falls on all of them alike.

    measure.py [--runs N] [--clean DIR]... NAME=COMMAND [NAME=COMMAND]...

Each command is a whole process, run by the shell; before each run the folders after --clean are removed (a cold build), and one
run of each that does not count comes first. Prints a row for each: wall seconds as median (least to most), user and system seconds
and the most memory as medians, and the wall time as a multiple of the first command's.
"""
import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time


def once(command, clean):
    for folder in clean:
        shutil.rmtree(folder, ignore_errors=True)
    started = time.monotonic()
    process = subprocess.Popen(command, shell=True, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit("failed: " + command)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--clean", action="append", default=[])
    parser.add_argument("commands", nargs="+")
    given = parser.parse_args()
    commands = [text.split("=", 1) for text in given.commands]
    runs = {name: [] for name, _ in commands}
    for number in range(given.runs + 1):
        for name, command in commands:
            result = once(command, given.clean)
            if number > 0:
                runs[name].append(result)
    print("| what | wall s | CPU s | MiB | ratio |\n|---|---|---|---|---|")
    first = statistics.median(wall for wall, _, _ in runs[commands[0][0]])
    for name, _ in commands:
        walls, cpus, sizes = zip(*runs[name])
        print("| %s | %.2f (%.2f-%.2f) | %.1f | %.0f | %.2f |" % (
            name, statistics.median(walls), min(walls), max(walls), statistics.median(cpus),
            statistics.median(sizes), statistics.median(walls) / first))


if __name__ == "__main__":
    main()
