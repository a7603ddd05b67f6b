"""Countries and currencies that exist, after CLDR (through Babel)."""

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

# Legal tender today: an entry of CLDR's territory currencies without an end date.
CURRENCIES = {
    code: _ENGLISH.currencies.get(code, code)
    for code in sorted(
        {
            code
            for uses in get_global("territory_currencies").values()
            for code, _start, end, tender in uses
            if tender and end is None
        }
    )
}

CountryCode = Annotated[str, OneOf(COUNTRIES, "country (ISO 3166-1, two capital letters)")]
CurrencyCode = Annotated[str, OneOf(CURRENCIES, "currency in use (ISO 4217, three capital letters)")]
