"""Every code of guidegen, registered by importing the modules that declare them."""

from guidegen.diagnostics import RULES, Rule


def all_rules() -> dict[str, Rule]:
    """All codes in their order."""
    import guidegen.confirmation
    import guidegen.exceptions
    import guidegen.making
    import guidegen.publish
    import guidegen.rules.across
    import guidegen.rules.checks
    import guidegen.rules.dates
    import guidegen.rules.dialling
    import guidegen.rules.honesty
    import guidegen.rules.language
    import guidegen.rules.links
    import guidegen.rules.parity
    import guidegen.rules.resting
    import guidegen.rules.stamped
    import guidegen.rules.templates
    import guidegen.schema
    import guidegen.source.faults
    import guidegen.templating.faults  # noqa: F401 - importing registers them

    return {code: RULES[code] for code in sorted(RULES)}
