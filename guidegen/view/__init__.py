"""What a guide says, computed from claims only; the templates decide in which words and how it looks.

`ways` puts the ways in order and finds what is unknown about each, `suits` answers “which way suits you”,
`keep` draws the time line of a number, `guide` puts the whole together.
"""

from guidegen.view.guide import GuideView, view_guide
from guidegen.view.ways import WayView

__all__ = ["GuideView", "WayView", "view_guide"]
