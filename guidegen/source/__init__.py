"""Bytes to a tree of strings with places: the only room that reads YAML.

`faults` names what can be wrong with a file, `limits` how much it may hold, `text` looks at its characters, `tree`
builds the tree from the parser's events, `document` answers where in the file a value stands, `reading` does the
reading.
"""

from guidegen.source.document import Document
from guidegen.source.limits import at_most
from guidegen.source.reading import content_of, parse, read
from guidegen.source.tree import Data, Mapping, Node, Scalar, Sequence, plain, scalars

__all__ = [
    "Data",
    "Document",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "at_most",
    "content_of",
    "parse",
    "plain",
    "read",
    "scalars",
]
