# What starting a program costs: taken off every other measurement of this folder.
pass
