"""Invitations: to write privately, to scan a picture, to search for somebody."""

from __future__ import annotations

from collections.abc import Iterator

from guidegen.links.find import Find
from guidegen.links.reading import Reading
from guidegen.links.rule import Rule, apply, rule

_SCAN = r"(?:扫一扫|扫描|扫码|扫下?|识别|长按|截图|保存|微信扫)"
_CONTACT = (
    r"(?:加(?:客服|我|群|微|好友|v|入|q|飞机|tg|老板|专员|人工|小)|进群|入群|进交流群|拉群|关注|联系"
    r"|领[取券红优福]?|咨询|添加(?:客服|我|微|好友|官方|专员)|找我|找客服"
    r"|私聊|加优惠|进店|入会|享\S{0,3}折|打折|返)"
)
_HERE = r"(?:[下上左右][方图面边列]|此|这个?|本|我的?|图中|文末|文中|评论区|主页|附图|头像|以下|如下|👇|⬇)"
_ME = r"(?:me|us)\b(?!\w)"
_CHAT_VERB = (
    r"(?:dm|pm|d\.m\.|p\.m\.|inbox|msg|message|text|contact|ping|whatsapp|email|e-mail|call|ring"
    r"|write(?: to)?|buzz|holla|add|tag|ask|reach|poke)"
)

INVITATIONS: tuple[Rule, ...] = (
    rule(
        "qr-invite",
        "扫 识别 长按 截图 维码 保存 方码 图码",
        rf"{_SCAN}[^。！？\n]{{0,14}}?{_CONTACT}",
        r"长按[^。\n]{0,6}(?:识别|二维码|图)",
        rf"扫[描下]?(?:一下)?\s?{_HERE}(?!.{{0,6}}(?:屏幕|终端|小票|收银))[^。，\n]{{0,6}}(?:码|图)",
        rf"(?:加|进)[^。，\n]{{0,4}}(?:扫码|二维码)|(?<!屏幕)(?<!页面){_HERE}的?(?:是)?(?:群|客服|微信|个人"
        rf"|收款)?二?维码(?!付款)|二维码(?:见|在|如下|放)(?:[下上图文评主头]|:)",
        r"保存(?:图片|此图|下图|本图)[^。\n]{0,6}扫|扫我(?!们)|扫码(?:进|入|加群|找)",
    ),
    rule(
        "qr-invite",
        "scan qr",
        r"\bscan\b[^.\n]{0,32}\b(?:below|above|here)\b(?! the\b)",
        r"\bscan\b[^.\n]{0,24}\bto (?:join|chat|add|contact|follow|connect|talk|message|claim|save|win"
        r"|order|reach|get (?:\d|a |our|my|cheap|the dis))",
        r"\bscan\b[^.\n]{0,24}\bfor (?:an? |\d+% )?(?:discount|deal|cheap|free)\b",
        r"\bscan (?:me|my|us|our)\b|\bqr(?: code)? (?:is )?(?:below|above|in (?:my|the) (?:bio|comments?"
        r"|profile))\b(?! the\b)|\b(?:my|our) qr\b",
    ),
    rule(
        "dm-solicit",
        "私 丝信 思信 丝聊 思聊 滴 戳 敲我 扣我 踢我 呼叫我 艾特我 @我 @_我 call我 call_我 dd 找我 联系我 加我 加你 "
        "拉你 留下 留个 留一 留言 留联 留微 留电 留手 留v 留q 留号 留你 留您 留wx 评论 主页 简介 头像 签名 置顶 个签 "
        "名片 资料 有意 要的 要者 要向 要老 要朋 要亲 要宝 要请 要私 要联 要滴 要dd 要加 要找 要扣 要来 进群 加群 "
        "入群 拉群 后台 楼主 群主 系本 找本 店主 卖家领 加客服 加群主 加专员 加管家",
        r"私[信聊](?!的人|给)|[丝思][信聊]我|私[我戳v]|(?:滴滴|滴|戳|敲|扣|踢|呼叫|艾特|(?:dd|call|@) ?)我(?![的们])"
        r"|滴滴一下|(?:的|者)(?:滴滴|dd|滴我)",
        r"(?:加|找|联系)我(?![的们]|国)|(?:联系|找)(?:楼主|群主|本人|本店|店主|卖家领)|加(?:客服|群主|专员|管家)"
        r"(?=领|拿|享|优惠|咨询|进群|[:@])|联系我们(?=领|获取|充|办|加|享|拿|购|下单|咨询)|我加你|我?拉你进?群?",
        r"留(?:下|个|一下)?(?:你的?|您的?)?(?:联系方式|微信|电话|手机号|v(?![a-z])|vx|wx|qq|号码?(?!期))"
        r"|留言(?=领|拿|享|获取)|评论区?(?:留|扣|见|回复|找|有|加|滴|打|说|置顶)",
        r"(?:看|见|点|戳|查看|详见)我?的?(?:主页|简介|头像|签名|资料|名片|置顶|个签)|我的?(?:主页|简介)"
        r"|主页(?:有|简介|置顶|见|加|联系|私)|简介(?:有|里有|见|联系)",
        r"(?:有意|需要|想要|要)(?:的|者|向)?(?:老板|朋友|亲|宝|的|请)*(?:私(?![钥密人有家自下])|联系我|滴|dd|加我|找我|扣1|来)"
        r"|[要想](?:充|办|买|开)的(?:私|加我|找我|滴|dd)|[进加入拉]群(?:领|享|有|充|可|看|,|了|优惠|$)|后台(?:回复|留言|私信)",
    ),
    rule(
        "dm-solicit",
        "me us",
        rf"(?<![*>\"'] )(?<![*>\"']|~)\b{_CHAT_VERB} me\b(?! back\b| service\b| request\b)"
        rf"|\b{_CHAT_VERB} us\b(?=\s(?:for|to|if|on|at|via"
        rf"|now|today|and|anytime|24|directly|here|with|through|about)|[^\w\s]?$|\s?[:@+!])",
        r"\b(?:reach out to|get in touch with|get hold of|talk to|chat with|speak to|send (?:a )?(?:dm|pm"
        r"|message) to|deal with) (?:me|us)\b(?! yet)|\b(?:hit|hmu|hook) (?:me|us) up\b"
        r"|\b(?:drop|send|shoot) (?:me|us) (?:a|an) (?:message|text|dm|pm|line|note)\b",
    ),
    rule(
        "dm-solicit",
        "dm dms pm pms inbox hmu slide hit_you hook_you",
        r"\b(?:dms?|pms?|inbox) (?:for|to|now|is|are|open|if|us|at|@|\+)\b|\bdms? (?:are )?open\b|\bhmu\b"
        r"|\b(?:hit|hook) you up\b|\bslide in",
    ),
    rule(
        "dm-solicit",
        "bio profile comment comments description my_page our_page my_story our_story my_channel our_channel",
        r"\blink in (?:my |the |our )?(?:bio|profile|description|comments?)|\b(?:check|see|visit|look at"
        r"|click) (?:my|our) (?:bio|profile|page|story|comments?|channel)|\b(?:details|contacts?|info"
        r"|number) (?:is |are )?in (?:my|the|our) (?:bio|profile|comments?)",
    ),
    rule(
        "dm-solicit",
        "drop leave comment share",
        r"\b(?:drop|leave|comment|share) (?:me |us )?(?:your|ur|a|an|the) ?(?:phone |whatsapp |telegram "
        r"|wechat |email |contact )?(?:number|whatsapp|telegram|wechat|contacts?|comment|email|id|handle"
        r"|dm)\b",
        r"\bcomment [\"'“]?\w+[\"'”]? (?:to get|for|below|and i)\b",
    ),
    rule(
        "dm-solicit",
        "below and_i i'll i’ll i_will i_can",
        r"\bi(?:'ll| will| can)(?: then)? (?:add|dm|pm|message|contact|text|call|reply to|send) you\b",
        r"\b(?:type|say) [\"'“]?\w+[\"'”]? (?:below|and i)\b",
    ),
    rule(
        "search-us",
        "搜 一下 公众号 小程序 百度 谷歌 google 检索 baidu bing 必应 查找",
        r"(?:百度|谷歌|google(?! play)|必应|bing|搜狗|360|抖音|快手|小红书|淘宝|闲鱼|咸鱼|拼多多|微信"
        r"|公众号|微博|b站|qq|电报|tg|telegram|知乎|贴吧|全网|各大平台|飞机|网上|浏览器|某宝|某鱼)"
        r"[里上内中]?\s?(?:直接|去|也?可以?|可)?\s?(?:搜索?|搜一?搜|一下|查找|检索)(?:一下)?(?!引擎|不到"
        r"|结果)\s?[:\"'“]?\s?[\w#]",
        r"关注\s?[\"“'「『\[][^\"”'」』\]\n]{2,16}[\"”'」』\]]\s?(?:微信)?(?:公众号|小程序)|百度一下|搜(?:索|一下)?(?:我们?|本店|店铺|关键词(?=\s?[:“\"'])|公众号|小程序)[^。]?|搜[^。\n]{1,16}?(?:找到我"
        r"|就能找|即可下单|第一个就是|加我|关注|认准|就是我)",
    ),
    rule(
        "search-us",
        "google search baidu bing look_up look_us look_for find_us dm pm",
        r"\b(?:google|baidu|bing)(?!['’]s\b)\s?[\"'“:]\s?\w|\b(?:just|simply) (?:google|search)(?: for)?\b|\b(?:search"
        r"|look|google)(?: for)? us\b|\blook us up\b|\bfind us (?:on|by|at|in|via|under)\b",
        r"\b(?:search(?: up| for)?|look (?:up|for)) [^.\n]{2,40}? (?:on|in) (?:google|baidu|youtube|facebook|fb"
        r"|telegram|instagram|ig|tiktok|wechat|whatsapp|twitter|x|taobao|xianyu|line|discord|reddit)\b",
        r"\b(?:dm|pm) [^.\n]{2,30}? (?:on|via) (?:facebook|fb|telegram|instagram|ig|tiktok|wechat|whatsapp|twitter|x"
        r"|line|discord)\b",
        r"\bgoogle (?!(?:play|pay|wallet|account|store|chrome|maps|translate|fi|one|app|and|or|is|in|on|to|the)\b)"
        r"[a-z0-9]{3,}(?: [a-z]+){0,2} (?:top[ -]?ups?|recharges?|refills?|sims?)\b",
        r"\b(?:search|google|look up)\b[^.\n]{2,40}(?:to find (?:us|me|our|my)|and (?:order|message|contact"
        r"|join|add|you'll find|click the first))",
    ),
)  # fmt: skip


def find_invitations(reading: Reading, there: frozenset[str]) -> Iterator[Find]:
    """Every invitation of the registry."""
    return apply(INVITATIONS, reading, there)
