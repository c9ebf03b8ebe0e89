"""A release of figures as another municipality could have made it."""

from borgerfokus.core.benchmark.document import Definition, Release, Released
from borgerfokus.core.texts import Text

TITLE = Text(da="Afgjort inden otte uger", en="Decided within eight weeks")
MADE = Release(
    municipality="101",
    name="Sandholt",
    synthetic=False,
    quarter="2026Q3",
    number=1,
    released_on="2026-10-02",
    suppress_up_to=7,
    round_to=5,
    definitions=(
        Definition(
            key="eight_weeks",
            version=2,
            title=TITLE,
            definition=TITLE,
            statistic="share",
            measure="percent",
            direction="higher",
        ),
    ),
    figures=(
        Released(indicator="eight_weeks", kind="", cases=250, value=0.62, error=0.031),
        Released(indicator="eight_weeks", kind="sel-85", cases=None, value=None, error=None),
    ),
)
