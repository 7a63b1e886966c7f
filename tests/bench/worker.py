"""Runs programs for the benchmark and says how long each took.

As a script it answers requests on standard input, one JSON object a line: {"source": TEXT} runs
Python here, {"command": [...]} runs another program. Pyodide calls measure() itself.
"""

import io
import json
import sys
import time


def measure(source):
    """Compiles and runs a program; the answer is JSON."""
    out, real_out = io.StringIO(), sys.stdout
    sys.stdout = out
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        exec(compile(source, "program.py", "exec"), {"__name__": "__main__"})
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    finally:
        sys.stdout = real_out
    return json.dumps({"stdout": out.getvalue(), "wall": wall * 1000, "cpu": cpu * 1000})


def measure_command(command):
    """Runs another program; its processor time is what the system says of the child."""
    import os
    import subprocess

    wall = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    stdout = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - wall
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{command} ended with status {child.returncode}")
    cpu = usage.ru_utime + usage.ru_stime
    return json.dumps({"stdout": stdout, "wall": wall * 1000, "cpu": cpu * 1000})


def serve():
    for line in sys.stdin:
        request = json.loads(line)
        if "source" in request:
            answer = measure(request["source"])
        else:
            answer = measure_command(request["command"])
        print(answer, flush=True)


if __name__ == "__main__" and sys.platform != "emscripten":
    serve()
