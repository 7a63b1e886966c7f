# A message of several lines, and one that is empty
class Report(Exception):
    def __str__(self):
        return "first line\n  second line\n\nlast line"


try:
    raise Report
except Report:
    raise Exception()
