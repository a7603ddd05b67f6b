"""guidegen: honest, link-free top-up guides for prepaid SIM cards, made from sourced records."""

__version__ = "0.1.0"
