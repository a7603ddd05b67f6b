"""Bring what the tests need from the system, where this account may use apt: `python tools/system_packages.py`.

Elsewhere it names what is missing; the tests that need it say so again. In CI (environment CI) a gap is a failure.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# What has to be there, and the Debian package that brings it.
COMMANDS = {
    "npm": "npm",
    "java": "default-jre-headless",
    "pdftoppm": "poppler-utils",
    "zsh": "zsh",
    "fish": "fish",
    "nginx": "nginx-light",
}
FILES = {
    "/usr/share/mobile-broadband-provider-info/serviceproviders.xml": "mobile-broadband-provider-info",
}


def missing() -> list[str]:
    """The packages of everything that is not there."""
    places = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))  # nginx is where not every account looks
    commands = [package for command, package in COMMANDS.items() if not shutil.which(command, path=places)]
    return commands + [package for file, package in FILES.items() if not Path(file).exists()]


def install(packages: list[str]) -> None:
    """Install with apt where that is possible; a failure shows in what is still missing."""
    start = as_root()
    if start is not None and shutil.which("apt-get"):
        subprocess.run([*start, "apt-get", "update", "-qq"], check=False)
        subprocess.run([*start, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=False)


def as_root() -> list[str] | None:
    """What stands before a command that needs root; None where this account may not. A person is never surprised by
    sudo: it is used in CI alone, whose runners have it without a password."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if os.environ.get("CI") and shutil.which("sudo") else None


if __name__ == "__main__":
    if missing():
        install(missing())
    gaps = missing()
    if gaps:
        print(f"Missing for some tests; on Debian: apt install {' '.join(gaps)}")
    sys.exit(bool(gaps and os.environ.get("CI")))
