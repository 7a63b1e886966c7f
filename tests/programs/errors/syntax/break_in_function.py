# A mistake people make: break in a function that a loop calls
def stop():
    break


for i in range(3):
    stop()
