"""Countries and currencies that exist, after CLDR (through Babel)."""

from functools import cache
from typing import Annotated

from babel.core import Locale, get_global

from guidegen.model.notation import OneOf

_ENGLISH = Locale("en")

# CLDR lists continents by numbers and a few codes of its own; EU, EZ, UN and the pseudo-regions are no countries.
_NO_COUNTRY = {"EU", "EZ", "UN", "XA", "XB", "QO"}
COUNTRIES = {
    code: name
    for code, name in sorted(_ENGLISH.territories.items())
    if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY
}


@cache
def _other_spellings() -> dict[str, str]:
    """Names and other codes of countries: CLDR's aliases with one successor, and the English and Chinese names."""
    aliases = {code: now[0] for code, now in get_global("territory_aliases").items() if len(now) == 1}
    names = {locale.territories.get(code, code): code for locale in (Locale("zh"), _ENGLISH) for code in COUNTRIES}
    return {spelling.casefold(): code for spelling, code in (aliases | names).items() if code in COUNTRIES}


def country_meant(spelling: str) -> str | None:
    """The code of a country written in another way: UK, GBR, Germany, 德国."""
    return _other_spellings().get(spelling.casefold())


@cache
def _tender() -> dict[str, list[str]]:
    """Legal tender today by country: CLDR's territory currencies without an end date."""
    return {
        country: [code for code, _start, end, tender in uses if tender and end is None]
        for country, uses in get_global("territory_currencies").items()
    }


def currency_of(country: str) -> str | None:
    """The currency of a country that has one."""
    tender = _tender().get(country, [])
    return tender[0] if len(tender) == 1 else None


CURRENCIES = {
    code: _ENGLISH.currencies.get(code, code) for code in sorted({code for uses in _tender().values() for code in uses})
}

CountryCode = Annotated[str, OneOf(COUNTRIES, "country (ISO 3166-1, two capital letters)", country_meant)]
CurrencyCode = Annotated[str, OneOf(CURRENCIES, "currency in use (ISO 4217, three capital letters)")]
