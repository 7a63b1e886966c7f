# A mistake people make: continue at the top
if True:
    continue
