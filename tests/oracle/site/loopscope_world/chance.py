"""Chance from fixed seeds, and the process as every run of the program sees it."""

import os
import random
import secrets
import uuid  # noqa: F401  imported before `os` changes, since it probes the system when imported

PID = 4242
CPU_COUNT = 4

# What CPython takes from the operating system comes from this second generator.
_system = random.Random(0)


def _urandom(size, /):
    return _system.randbytes(size)


def install():
    """Seeds `random`, and puts the second generator in the place of the operating system's."""
    os.urandom = random._urandom = _urandom

    real_seed = random.Random.seed

    def seed(self, a=None, version=2):
        if a is None:
            # As CPython does: as many bytes of system randomness as the generator has state.
            a = int.from_bytes(_urandom(2496), "little")
        real_seed(self, a, version)

    random.Random.seed = seed
    random.seed = random._inst.seed
    random.seed(0)
    assert secrets.randbits  # draws from `random.SystemRandom`, hence from `_urandom`

    real_pid, real_kill = os.getpid(), os.kill
    os.getpid = lambda: PID
    os.kill = lambda pid, signal: real_kill(real_pid if pid == PID else pid, signal)
    os.cpu_count = lambda: CPU_COUNT
    if hasattr(os, "process_cpu_count"):
        os.process_cpu_count = lambda: CPU_COUNT
