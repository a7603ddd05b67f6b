"""What the numbering plans say of a number: country, length, range, price (phonenumbers, ITU-T E.164).

`phonenumbers` is imported inside functions: its tables take longer to load than most commands take to run.
Its metadata lag behind operators' short numbers, so a short number that it does not know is no problem.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from guidegen.dialling.kinds import problem
from guidegen.dialling.problems import Problem

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

# TS 22.101 clause 10: every phone treats these as emergency calls, whatever the country.
_EMERGENCY_EVERYWHERE = frozenset({"112", "911"})
# Ranges that regulators keep free for films and examples: Ofcom, the North American plan, ACMA.
_INVENTED = re.compile(r"447700900[0-9]{3}|1[2-9][0-9]{2}55501[0-9]{2}|61491570[0-9]{3}")
_COUNTED = re.compile(r"\+?0?123456(?:7|78|789|7890)|\+?([0-9])\1{7,}")
_LONGEST_SHORT = 6
_LONGEST_E164 = 15


def emergency(dialled: str, country: str) -> bool:
    """An emergency number of this country or of every phone. `dialled` is digits, perhaps after a plus."""
    import phonenumbers

    return dialled in _EMERGENCY_EVERYWHERE or (
        known_country(country) and phonenumbers.is_emergency_number(dialled, country)
    )


def invented(dialled: str, country: str) -> bool:
    """A number kept free for examples, or one that only counts up or repeats a digit."""
    number = _parsed(dialled, country)
    full = f"{number.country_code}{number.national_number}" if number else ""
    return bool(_COUNTED.fullmatch(dialled) or _INVENTED.fullmatch(full))


def known_country(country: str) -> bool:
    """Whether the metadata hold a numbering plan for this ISO 3166-1 code."""
    import phonenumbers

    return country in phonenumbers.SUPPORTED_REGIONS


def north_american(country: str) -> bool:
    """Whether the country is in the North American Numbering Plan, country code 1."""
    import phonenumbers

    return phonenumbers.country_code_for_region(country) == 1


def full_number_problems(dialled: str, whole: tuple[int, int], country: str) -> Iterator[Problem]:
    """Country, length and range of a number that is not one of the operator's short numbers."""
    if not known_country(country):
        if len(dialled.lstrip("+")) > _LONGEST_E164:
            yield _impossible(dialled, whole, f"more than {_LONGEST_E164} digits")
        return
    if _is_short(dialled, country):
        return
    number = _parsed(dialled, country)
    if number is None:
        yield _impossible(dialled, whole, f"not a number of {country}")
    elif not _shares_code(number, country):
        message = f'"{dialled}" has the country code +{number.country_code}, which is not that of {country}'
        yield problem("wrong-country", whole, message, part="number")
    else:
        yield from _range_problems(number, dialled, whole, country)


def _range_problems(number: "PhoneNumber", dialled: str, whole: tuple[int, int], country: str) -> Iterator[Problem]:
    import phonenumbers

    if phonenumbers.is_valid_number(number) or not _is_full(dialled):
        return
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == phonenumbers.ValidationResult.IS_POSSIBLE:
        message = f'"{dialled}" is in no range that {country} assigns'
        yield problem("doubtful-number", whole, message, part="number")
    elif reason == phonenumbers.ValidationResult.TOO_LONG:
        yield _impossible(dialled, whole, f"too long for {country}")
    else:
        yield _impossible(dialled, whole, f"too short for {country}")


def price_problems(dialled: str, whole: tuple[int, int], country: str) -> Iterator[Problem]:
    """A number whose type or short-number cost says that the call costs more than an ordinary one."""
    import phonenumbers

    number = _parsed(dialled, country) if known_country(country) else None
    if number is None:
        return
    kind = phonenumbers.number_type(number)
    cost = phonenumbers.expected_cost_for_region(number, country)
    if kind == phonenumbers.PhoneNumberType.PREMIUM_RATE or cost == phonenumbers.ShortNumberCost.PREMIUM_RATE:
        yield problem("premium-rate", whole, f'"{dialled}" is a premium-rate number', part="number")
    elif kind == phonenumbers.PhoneNumberType.SHARED_COST:
        yield problem("shared-cost", whole, f'"{dialled}" is charged at a special rate', part="number")


@lru_cache(maxsize=64)
def _parsed(dialled: str, country: str) -> "PhoneNumber | None":
    """The number, asked for several times in a row; nobody changes it."""
    import phonenumbers

    try:
        return phonenumbers.parse(dialled, country)
    except phonenumbers.NumberParseException:
        return None


def _is_short(dialled: str, country: str) -> bool:
    import phonenumbers

    if dialled.startswith("+"):
        return False
    number = _parsed(dialled, country)
    return len(dialled) <= _LONGEST_SHORT or (
        number is not None and phonenumbers.is_valid_short_number_for_region(number, country)
    )


def _is_full(dialled: str) -> bool:
    """Written as a full number: with a plus or a leading zero, or as long as one. Shorter ones stay open."""
    return dialled.startswith(("+", "0")) or len(dialled) > 8


def _shares_code(number: "PhoneNumber", country: str) -> bool:
    """The country code is the same (+1 and +7 serve several), or belongs to no country (+800)."""
    import phonenumbers

    code = number.country_code or 0
    return code == phonenumbers.country_code_for_region(country) or (
        phonenumbers.region_code_for_country_code(code) == phonenumbers.REGION_CODE_FOR_NON_GEO_ENTITY
    )


def _impossible(dialled: str, whole: tuple[int, int], why: str) -> Problem:
    return problem("impossible-number", whole, f'"{dialled}": {why}', part="number")
