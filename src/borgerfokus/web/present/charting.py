"""What charts have in common."""


def round_up(value: float) -> int:
    """The top of a scale that holds a value: 1, 2, 4, 5, 10, 20, 40, 50 …"""
    step = 1
    while True:
        for one in (step, 2 * step, 4 * step, 5 * step):
            if one >= value:
                return one
        step *= 10
