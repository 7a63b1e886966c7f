# SystemExit with something that is neither a number nor a string
raise SystemExit({"code": [1, 2]})
