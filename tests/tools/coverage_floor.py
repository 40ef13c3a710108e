"""Add up the coverage of every test process and hold it to the floor, branches by themselves too."""

import json
import subprocess
import sys
from pathlib import Path

FLOOR = 95
REPORT = Path(".pytest_cache/coverage.json")


def coverage(*arguments):
    return subprocess.run([sys.executable, "-m", "coverage", *arguments], check=False).returncode


def main():
    # pytest-cov has added the processes up already; what it left goes in as well.
    if any(Path().glob(".coverage.*")):
        coverage("combine", "--append", "--quiet")
    failed = coverage("report")
    REPORT.parent.mkdir(exist_ok=True)
    coverage("json", "-q", "-o", str(REPORT), "--fail-under=0")
    totals = json.loads(REPORT.read_text())["totals"]
    branches = 100 * totals["covered_branches"] / max(totals["num_branches"], 1)
    print(f"Branches taken: {branches:.1f} % of {totals['num_branches']} (floor {FLOOR} %)")
    return 1 if failed or branches < FLOOR else 0


if __name__ == "__main__":
    sys.exit(main())
