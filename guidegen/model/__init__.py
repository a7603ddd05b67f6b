"""The frozen types of a record: what a maintainer can say, and nothing else.

`vocabulary` lists the fixed words, `values` the small types (money, durations, dates), `claims` what a sourced
statement is, `channels` the ways to top up, `blocks` everything else a record holds, `carrier` the record itself.
"""

from guidegen.model.blocks import CountryRule, Dispute, KeepNumber, NotTopUp, Source, Stage, Validity
from guidegen.model.carrier import Carrier, Country
from guidegen.model.channels import Channel, Means
from guidegen.model.claims import Block, Claim
from guidegen.model.values import Amounts, Duration, Fee, Limit, Money, Name, PartialDate, Text

__all__ = [
    "Amounts",
    "Block",
    "Carrier",
    "Channel",
    "Claim",
    "Country",
    "CountryRule",
    "Dispute",
    "Duration",
    "Fee",
    "KeepNumber",
    "Limit",
    "Means",
    "Money",
    "Name",
    "NotTopUp",
    "PartialDate",
    "Source",
    "Stage",
    "Text",
    "Validity",
]
