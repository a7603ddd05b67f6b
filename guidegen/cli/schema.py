"""`guidegen schema`."""

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a record, which editors use to offer fields and words.

    \b
    guidegen schema > docs/carrier.schema.json
    """
    import json

    from guidegen.jsonschema import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=1, sort_keys=True))
