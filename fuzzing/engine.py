"""One target under atheris, in a process of its own: `python -m fuzzing.engine TARGET [options of libFuzzer]`."""

import sys

import atheris

with atheris.instrument_imports(include=["guidegen"]):
    from fuzzing.seeds import SEEDS
    from fuzzing.targets import TARGETS

    # What the package imports only when it is needed is instrumented too.
    for name, target in TARGETS.items():
        target(next(SEEDS[name]()))

if __name__ == "__main__":
    chosen = TARGETS[sys.argv[1]]
    atheris.Setup([sys.argv[0], *sys.argv[2:]], chosen)
    atheris.Fuzz()
