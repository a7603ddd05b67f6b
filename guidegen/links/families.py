"""What each family of hits is, and how to put it right."""

from __future__ import annotations

FAMILIES: dict[str, str] = {
    "url": "an address with a scheme, or something that begins like one",
    "bare-domain": "a host name under a real top-level domain, in any script",
    "email": "an e-mail address, also with at and dot in words",
    "handle": "an account name that begins with @",
    "ip-address": "an internet address in numbers, in any spelling",
    "markdown": "a Markdown link, image or reference definition",
    "html": "an HTML element or attribute that leads away or loads something",
    "telegram": "a Telegram account, group, channel or bot",
    "wechat": "a WeChat account, group or official account",
    "qq": "a QQ number or group",
    "whatsapp": "a WhatsApp number, group or link",
    "line": "a LINE account",
    "other-platform": "an account on another chat, video, shop or social platform",
    "phone-solicit": "a private telephone number that offers a service",
    "referral": "a referral, invitation or discount code or link",
    "qr-invite": "an invitation to scan a picture",
    "dm-solicit": "an invitation to write to somebody or to look at a profile",
    "search-us": "an invitation to search for somebody",
    "agency": "an offer to top up for the reader",
    "encoded": "a hidden form that decodes to one of the above",
}

HELP: dict[str, str] = {
    "url": "Leave the address out; name the publisher and the page title instead.",
    "bare-domain": "Leave the address out; an operator name that is a domain needs an exact entry in the allow-list.",
    "email": "Leave the e-mail address out; say which number to call.",
    "handle": "Leave the account name out.",
    "ip-address": "Leave the address out.",
    "markdown": "Write plain text; guides hold no links and no pictures.",
    "html": "Write plain text; guides hold no such element.",
    "phone-solicit": "Leave the offer and the number out; only the operator's own numbers belong in a guide.",
    "referral": "Leave the code out; guides hold no referral or discount codes.",
    "qr-invite": "Leave the invitation out; say what a QR code opens only where the operator shows it.",
    "dm-solicit": "Leave the invitation out.",
    "search-us": "Leave the invitation out; name the operator's own app or shop.",
    "agency": "Leave the offer out; describe only ways that the operator offers.",
    "encoded": "Write plain text; nothing in a guide needs decoding.",
}
PLATFORM_HELP = "Say that the operator offers such a service, without its address, number or invitation."


def help_for(family: str) -> str:
    """One sentence: how to put it right."""
    return HELP.get(family, PLATFORM_HELP)
