"""The records, templates and schema that come with guidegen: in the package, or beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def embedded(name: str) -> Path:
    """Where `carriers`, `templates` or `carrier.schema.json` stands."""
    packaged = _PACKAGE / "data" / name
    return packaged if packaged.exists() else _PACKAGE.parent / _IN_CHECKOUT.get(name, name)


_IN_CHECKOUT = {"carrier.schema.json": "docs/carrier.schema.json"}
