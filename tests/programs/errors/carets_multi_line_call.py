# A call over several lines: all of them are shown, with carets under each
def area(width, height, *, unit):
    return f"{width * height} {unit}"


def report():
    return [
        area(1, 2, unit="m"),
        area(
            3,
            4,
            units="cm",
        ),
    ]


report()
