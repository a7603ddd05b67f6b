"""The registry of chat, video, shop and social platforms, with the names and nicknames they go by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guidegen.links.rule import Needs, needs

_HEART = "信心芯欣辛伈❤♥♡💕💗💖💓💙💚💛🧡💜🖤🤍"
_SOUNDS_LIKE_WEI = "威维崴巍徽蔚卫喂唯惟违"
_WEI_XIN = " ".join(first + second for first in _SOUNDS_LIKE_WEI for second in _HEART)
_ALONE = r"(?<![a-z0-9]){}(?![a-z])"


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform.

    ``names`` say it for sure; ``words`` are ordinary words, letters or pictures used for
    it, which count only beside an account or behind "add". ``needs`` as in ``Rule``.
    """

    family: str
    needs: Needs
    names: re.Pattern[str]
    words: re.Pattern[str] | None = None


def _platform(family: str, needed: str, names: str, words: str = "") -> Platform:
    return Platform(family, needs(needed), re.compile(names), re.compile(words) if words else None)


def _alone(*names: str) -> str:
    return _ALONE.format(f"(?:{'|'.join(names)})")


# What makes a name mean payment, data or a plan instead of an account.
NOT_ACCOUNT = re.compile(
    r"\s?(?:支付|钱包|红包|零钱|付款|收款|转账|流量|套餐|语音|视频通话|通话|聊天不|应用|消息|pay\b|pay hk"
    r"|business\b|flat\b|pass\b|bundle|data\b"
    r"|messages? (?:are|is|and|use)|calls? (?:are|is|and)|卡\b|会员|音乐|浏览器)"
)

PLATFORMS: tuple[Platform, ...] = (
    _platform(
        "telegram",
        "telegram tele telegra tg t.g t-g t*g t·g t_g 电报 飞机 纸飞机 ✈ 🛩 🛫 тг телеграм tme 土豆",
        _alone(r"tele[\W_]?gram\w*", "telegra", r"t[ .*·-]?g", "тг") + "|телеграм|电报(?!局)|纸飞机|小飞机|✈|🛩|🛫",
        "飞机|土豆",
    ),
    _platform(
        "wechat",
        "微 薇 葳 威 溦 嶶 卫 v vv vx vvx wv wx 加v + v.x v-x v_x w.x w-x w_x wei weixin wechat wechet chat chet v信 "
        "v心 v芯 v❤ v♥ v♡ w信 w心 w芯 w❤ w♥ w♡ 绿泡 绿色 小绿 绿信 公众号 小程序 weix xin 企微 💚 🟢 " + _WEI_XIN,
        rf"[微薇葳溦嶶][{_HEART}]|[薇葳溦嶶](?=[\W_]?[a-z0-9])|[{_SOUNDS_LIKE_WEI}][{_HEART}]号?(?=[\W_a-z0-9号领咨联备添扫同])|wei[\W_]?xin"
        rf"|wei信|[微薇威]xin|weix(?![a-z])|we[\W_]?ch[ae]t"
        + "|" + _alone(r"v[ .-]?x", r"w[ .-]?x", "vvx") + r"|(?<![a-z0-9])[vw][信心芯❤♥♡]"
        r"|绿泡泡|小?绿信|小绿书|绿色(?:软件|app|聊天)"
        r"|公众号|企微|微信?号|💚|🟢|(?<=[+加])v(?=[a-z_]{3,}\d)",
        "卫星|[微薇葳溦威卫]|小程序|" + _alone("v", "vv", "wv"),
    ),
    _platform(
        "qq",
        "q qq 扣 企鹅 🐧 球球 抠抠 秋秋 蔻蔻 叩叩 群 裙 qun",
        _alone(r"q[\W_]?q") +
        r"(?!音乐|邮箱|钱包)|扣扣|企鹅[号群]|🐧|(?<![a-z])q[群裙]|球球号|抠抠|秋秋"
        r"|蔻蔻|叩叩",
        "企鹅|扣|球球|[群裙]|" + _alone("q"),
    ),
    _platform(
        "whatsapp",
        "whatsapp whats what's_app what's-app wa w.a ws wsap whatapp whatap watsapp watsap watapp watap whatsap wats "
        "wapp wasap wassap wasapp wassapp wsp 瓦次 瓦茨 沃次 沃茨",
        _alone(r"whatsapp\w*", r"wh?ats[\W_]?app?", r"what's[ -]app", "wh?atapp?", "wass?app?", "wapp", "wsp")
        + r"|[瓦沃][次茨][\u4e00-\u9fff]{0,2}",
        _alone("wa", "ws", "wsap", r"w\.a\.?"),
    ),
    _platform(
        "line",
        "line lineid lineofficial 赖 賴 来恩",
        r"(?<![a-z])line\s?(?:id|账号|群|号|@|official account)|[加+]\s?(?:个|一下)?(?:line(?![a-z])|赖)"
        r"|赖(?=id|号|\s?:)",
        "赖|" + _alone("line"),
    ),
    _platform(
        "other-platform",
        "instagram insta ig ins facebook fb discord viber messenger tiktok douyin kakao kakaotalk zalo "
        "skype snapchat snap "
        "youtube yt reddit twitter wickr weibo xiaohongshu bilibili linkedin onlyfans patreon imessage "
        "botim imo tinder xhs "
        "抖 快手 红书 微博 闲鱼 咸鱼 淘宝 拼多多 知识星球 b站 哔哩 贴吧 网盘 百度云 推特 脸书 油管 钉钉 "
        "飞书 陌陌 探探 "
        "豆瓣 知乎 视频号 转转 星球 signal threads teams zoom matrix x 💬 📩 📨 📲 小地瓜 小红薯 嘟嘟 face tik",
        _alone(
            r"insta[\W_]?gram", "insta", "ig",
            r"face[\W_]?book", "fb", "discord", "viber", "messenger", r"tik[\W_]?tok",
            "douyin", "kakao(?:talk)?", "zalo", "skype", r"snap[\W_]?chat", "youtube", "reddit", "twitter", "wickr",
            "weibo", "xiaohongshu", "xhs", "bilibili", "linkedin", "onlyfans", "patreon", "imessage", "botim", "imo",
            "tinder",
        ) + "|抖音|快手|小红书|大红书|小红薯|微博|闲鱼|咸鱼|淘宝|拼多多|知识星球|b站|哔哩|贴吧|网盘|百度云"
        "|推特|脸书|油管|钉钉|飞书|陌陌|探探|豆瓣|知乎|视频号|小地瓜",
        _alone("signal", "threads", "teams", "zoom", "matrix", "x", "snap", "ins", "yt") + "|红书|抖|星球|💬|📩|📨|📲",
    ),
)  # fmt: skip
