"""Make a crash small and keep it as a case: `python -m fuzzing.minimise TARGET FILE`."""

import hashlib
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from fuzzing.seeds import KEPT
from fuzzing.targets import TARGETS


def fault_of(target: Callable[[bytes], None], data: bytes) -> str:
    """Which exception an input ends with, and where; empty where there is none."""
    try:
        target(data)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {last.filename}:{last.lineno}"
    return ""


def smallest(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """The input without each part that it fails without: halves first, single bytes last."""
    size = len(data) // 2
    while size:
        start = 0
        while start < len(data):
            shorter = data[:start] + data[start + size :]
            if fails(shorter):
                data = shorter
            else:
                start += size
        size //= 2
    return data


def keep(name: str, file: Path) -> Path:
    """Write the smallest input with the fault of a file among the cases of its target."""
    target, data = TARGETS[name], file.read_bytes()
    fault = fault_of(target, data)
    if not fault:
        raise SystemExit(f"{file} is no crash of {name}")
    small = smallest(data, lambda shorter: fault_of(target, shorter) == fault)
    case = KEPT / name / hashlib.sha256(small).hexdigest()[:12]
    case.parent.mkdir(parents=True, exist_ok=True)
    case.write_bytes(small)
    print(f"{fault}: {len(data):,} bytes made {len(small):,}, {case}")
    return case


if __name__ == "__main__":
    keep(sys.argv[1], Path(sys.argv[2]))
