"""`guidegen explain`."""

import click


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what a finding means and how to mend it; without a code, list all codes.

    \b
    guidegen explain
    guidegen explain G501
    """
    from guidegen.codes import all_rules
    from guidegen.diagnostics import nearest

    rules = all_rules()
    if code is None:
        click.echo("\n".join(f"{rule.code} {rule.severity:7} {rule.name}: {rule.summary}" for rule in rules.values()))
        return
    rule = rules.get(code.upper())
    if rule is None:
        near = nearest(code, rules)
        raise click.UsageError(f"There is no code {code}." + (f" Did you mean {near}?" if near else ""))
    click.echo(f"{rule.code} {rule.name} ({rule.severity}, {rule.family})\n\n{rule.text}")
