"""Found by CPython's `site` module at start-up, before the program: puts the interpreter into the deterministic world.

Nothing of it stays visible to the program: the search path and the environment are restored, so the program then
starts exactly as `python program.py` starts it.
"""

import os
import sys

import loopscope_world

sys.path.remove(os.path.dirname(os.path.abspath(__file__)))
loopscope_world.enter()
