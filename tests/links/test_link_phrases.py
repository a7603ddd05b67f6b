"""Whole families of strings, put together from their parts: next to none is missed."""

from __future__ import annotations

from itertools import product

import pytest

from guidegen.links import scan_text

NUMBERS = ("+44 7700 900122", "+852-5555-0122", "+6591234567")
PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "wechat": (
        ("加", "➕", "联系", "找", "添加", "请加", "客服", ""),
        ("微信", "V", "vx", "VX", "薇信", "威信", "v信", "wx", "薇", "卫星", "WeChat"),
        ("：", ":", " ", "号：", "号", "❤", "➡", "=", "｜", " - "),
        ("simroam88", "sim_roam", "roam-88"),
    ),
    "telegram": (
        ("", "加", "联系", "客服"),
        ("TG", "tg", "Telegram", "电报", "飞机", "纸飞机", "✈️"),
        ("：", ":", " ", " @", "号：", "搜 ", "频道 ", "群 ", "👉"),
        ("simroam88", "simroam_cs", "Sim_Roam"),
    ),
    "qq": (
        ("", "加", "联系"),
        ("QQ", "qq", "扣扣", "Q", "企鹅", "Q群", "群", "企鹅号"),
        ("：", " ", "", "号："),
        ("2468013579", "246801357"),
    ),
    "whatsapp": (
        ("", "Add ", "My ", "加 "),
        ("WhatsApp", "whatsapp", "WA", "Whatsapp number", "WhatsApp me at", "WhatsApp only"),
        (": ", " ", "：", " - "),
        NUMBERS,
    ),
    "other platforms": (
        ("", "Follow ", "加我"),
        (
            "LINE",
            "Line ID",
            "IG",
            "Instagram",
            "FB",
            "Discord",
            "Viber",
            "Signal",
            "Skype",
            "小红书",
            "抖音",
            "闲鱼",
            "微博",
        ),
        (": ", "：", " @", "号 ", " "),
        ("simroam88", "sim_roam"),
    ),
    "codes": (
        ("", "我的", "my ", "Use "),
        ("邀请码", "推荐码", "优惠码", "折扣码", "promo code", "referral code", "invite code", "promocode"),
        ("：", ": ", " "),
        ("ROAM88", "X7K9Q", "SAVE20", "roam10", "A1B2C3"),
    ),
    "messages": (
        ("DM", "PM", "message", "Text", "contact", "Inbox", "Ping", "Add"),
        (" me", " us"),
        ("", " for cheap credit", " now", " if you need a top-up", "!", " today"),
    ),
    "Chinese offers": (
        ("", "专业", "本店", "诚信"),
        ("代充", "代缴", "帮充", "代续"),
        ("各国话费", "英国卡", "香港卡", "话费"),
        ("，价格优惠", "，秒到账", "，联系我", " 找我", "，九折", "，量大从优", "，私聊"),
    ),
    "English offers": (
        ("We ", "I ", "I can ", "We can "),
        ("top up", "recharge", "refill", "load"),
        (" any SIM", " all networks", " your phone", " SIMs"),
        (" cheap", " at half price", ", just ask", ", message me"),
    ),
    "addresses": (
        ("", "去 ", "visit ", "官网 ", "at "),
        ("simroam", "sim-roam", "roam88"),
        (".com", ".cn", ".net", ".shop", ".vip", ".cc", ".io", ".top", ".co.uk", ".app", ".me", ".store"),
        ("", "/gb", "?a=1", " 充值", "，便宜", " now"),
    ),
    "numbers": (
        ("代充", "找小王充值", "联系我", "打我电话", "Call me on", "Text me:", "Call my agent on"),
        ("：", " ", ""),
        ("13812345678", "138-1234-5678", *NUMBERS[:2]),
    ),
    "pictures": (
        ("扫码", "扫描二维码", "扫一扫", "长按二维码", "识别二维码"),
        ("加微信", "进群", "加客服", "关注"),
    ),
    "English pictures": (
        ("Scan the QR code", "Scan below", "Scan this code"),
        (" to join", " to add us", " for a discount", " to chat"),
    ),
}


@pytest.mark.parametrize("family", PARTS)
def test_next_to_none_of_a_family_is_missed(family: str) -> None:
    strings = ["".join(parts) for parts in product(*PARTS[family])]
    missed = [text for text in strings if not scan_text(text)]
    assert len(missed) <= len(strings) / 200, missed
