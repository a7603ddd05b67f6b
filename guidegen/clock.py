"""The day of a run."""

import datetime
import os


def today() -> datetime.date:
    """SOURCE_DATE_EPOCH where it is set, else the day in UTC. Raises ValueError where it is no number of seconds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"SOURCE_DATE_EPOCH is {epoch!r}; it must be a number of seconds") from None
