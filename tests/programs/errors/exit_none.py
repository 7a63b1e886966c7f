# SystemExit without a code is success; with others caught by name.
try:
    raise SystemExit(3)
except SystemExit as error:
    print("caught", error.code)
raise SystemExit
print("not reached")
