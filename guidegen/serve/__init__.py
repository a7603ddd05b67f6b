"""The workbench: pages from memory, made when they are asked for, and shown again at once when a file changes.

`records` and `templates` keep what was read, the last sound state of each beside the present one; `workspace` makes
pages of them and knows every fault; `dress` puts the reload script into served pages; `watch` tells which files
changed; `app` answers a browser; `server` runs it all. Nothing is written but a copy of the templates in a
temporary folder.
"""

from guidegen.serve.server import Taken, run
from guidegen.serve.workspace import Options, Update

__all__ = ["Options", "Taken", "Update", "run"]
