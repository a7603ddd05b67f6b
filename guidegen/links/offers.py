"""Offers: codes that earn, agents that top up for the reader, private numbers."""

from __future__ import annotations

from collections.abc import Iterator

from guidegen.links.find import Find
from guidegen.links.reading import Reading
from guidegen.links.rule import Rule, apply, rule

_HAN_CODE = (
    r"(?:[邀要遥]请|推荐|推广|优惠|折扣|返利|返现|内推|拉新|专属|渠道|立减|红包|福利|暗号"
    r"|代理)(?:码|马|口令|暗号|id|编号|链接)|(?:邀请|推荐|介绍|引荐)人|口令"
)
_CODE = (
    r"(?=[a-z0-9-]{3,})(?:[a-z]+(?:-[a-z]+)*-?[0-9][a-z0-9-]*|[0-9]+[a-z][a-z0-9-]*|[0-9]{4,})(?![a-z0-9]"
    r"|\s?[元欧英美%天个港日分位折])"
)
_CODE_NAMES = (
    "referral", "refer", "referrer", "invite", "invitation", "inviter", "promo", "promotion", "promotional", "coupon",
    "discount", "affiliate", "partner", "friend",
)  # fmt: skip
_CODE_ENDS = ("", "s", "code", "codes", "id", "ids", "link", "links", "key", "keys")
_CODE_WORDS = " ".join(f"{name}{end}" for name in _CODE_NAMES for end in _CODE_ENDS)
_LATIN_CODE = rf"(?<![a-z])(?:{'|'.join(_CODE_NAMES)})"
# Elder brother and sister, as sellers call themselves; not the last syllable of a country.
_SELLERS = [f"{name}{title}" for name in "小大老阿张王李赵陈刘杨黄周吴孙朱胡林郭何高罗" for title in "哥姐"]
_SELLER = rf"(?:[\u4e00-\u9fff](?:经理|老板|专员)|{'|'.join(_SELLERS)})"
# Staff, friends and family who top up for a reader are no agents.
_NOT_THEM = r"(?<!店员)(?<!柜员)(?<!人员)(?<!朋友)(?<!亲友)(?<!家人)(?<!老板)"
_WE_DO = rf"{_NOT_THEM}帮[你您]?[充冲]"
_OFFERED = (
    r"(?:找|联系|加|私|咨询|优惠|折|秒到|价格|便宜|靠谱|量大|支持|各大|在线|业务|团队|工作室|接单|欢迎|安全"
    r"|当天|秒充|快速|到账快|微信|qq|vx|tg|@|24小时|看)"
)

OFFERS: tuple[Rule, ...] = (
    rule(
        "referral",
        "请码 请马 推荐 推广 优惠 折扣 返利 返现 内推 拉新 专属 渠道码 渠道id 渠道编 渠道链 渠道口 立减 红包 福利 "
        "口令 暗号 邀请 介绍人 引荐 代理 要请 遥请",
        rf"(?:{_HAN_CODE})\s?(?:手机号码?|号码|电话)?(?:填写?|输入?|用|为|是|is|写|[:=\s\"'“]|->)*{_CODE}",
        rf"(?:{_HAN_CODE})\s?(?:填写?|输入?|用|为|是)?\s?[:=]\s?[\"'“]?[a-z]{{4,}}",
        r"(?:请|推荐|优惠|折扣|推广)码[a-z]{5,}",
        certain=True,
    ),
    rule(
        "referral",
        "请码 推荐码 优惠码 折扣码 推广码 口令",
        r"(?:请码|推荐码|优惠码|折扣码|推广码|口令)\s?(?:填写?|输入?|用|为|是|写|[:=\s\"'“])*[A-Z]{4,}",
        certain=True,
        cased=True,
    ),
    rule(
        "referral",
        _CODE_WORDS,
        rf"{_LATIN_CODE}(?:s?[ -](?:code|id|link|key|number)s?|(?:code|id|link|key)s?|s)?(?:\sis(?=\s\S*\d)|\s?[=:])\s?"
        rf"(?!is |are |not |no |for |the |a "
        rf"|yes|none|only|with|from|valid|use|and )(?:[a-z0-9-]*\d[a-z0-9-]*|[a-z]{{4,}}(?! ))",
        rf"{_LATIN_CODE}(?:s[ -])?[ -]?(?:code|id|key)\s[\"'“]?{_CODE}",
        certain=True,
    ),
    rule(
        "referral",
        "use_code apply_code enter_code quote_code with_code using_code add_code try_code my_code our_code this_code "
        "promo discount coupon checkout gives gets saves off",
        r"\b(?i:use|apply|enter|quote|with|using|add|try)(?: (?i:my|our|promo|discount|coupon|this))* "
        r"(?i:code):? [\"'“]?(?:[A-Z]+[0-9]+[A-Z0-9]*|[A-Z]{5,}[0-9]*)[\"'”]?(?= (?i:for|at|to|and|when|on)"
        r"| ?[-,=:.!]|$)",
        r"\b(?i:code):? [\"'“]?(?:[A-Z]+[0-9]+[A-Z0-9]*|[A-Z]{5,}[0-9]*)[\"'”]?"
        r" (?i:at (?:the )?checkout|gives|gets|saves|for \d+ ?% off)\b",
        certain=True,
        cased=True,
    ),
    rule(
        "referral",
        "me my our this_link this_code this_ref this_invite",
        r"\bmy (?:referral|invite|invitation|promo|discount|coupon|affiliate|personal|friend|partner|ref"
        r"|signup|sign-up)? ?(?:code|link|id)\b|\bour (?:referral|invite|promo|discount|coupon|affiliate"
        r"|ref|partner) (?:code|link)",
        r"\b(?:sign up|register|join|buy|order|top up|recharge)\b[^.\n]{0,24}\b(?:via|through|with|using"
        r"|by) (?:(?:me|my|our)(?: (?:link|code|invite|ref))?|this (?:link|code|invite|ref))\b"
        r"(?! (?:phone|own|number|card|bank))",
    ),
    rule(
        "referral",
        "we_both earn refer invite referral",
        r"\bwe both (?:get|earn|save)|\bearn (?:a )?(?:commission|money|cash|\d+%)|\b(?:refer|invite) "
        r"(?:your )?friends?\b[^.\n]{0,20}\b(?:earn|get|win)|\bper referral\b|\b(?:referral|invite) "
        r"link\b(?= (?:and|below|here|to|in|for))",
    ),
    rule(
        "referral",
        "时填 册填 单填 款填 户填 过我 经我 链接注 本链接 此链接 个链接 方链接 下链接 拉一 拉个 拉几 拉人 我的 "
        "填我 报我 走我 用我 输我 点我 返利 返现 返佣 返点 拉新 佣 提成 每单 每笔 每人 好友 朋友 双方 各得 各自 "
        "都得 都能得 都可得 各能得 各可得 躺赚 复制 人头",
        r"(?:通过|经|走|用|填|输|报|点)我(?:的|们的)?(?:[邀推优链码名注充下开办专二店]|$)|我的(?:邀请|推荐"
        r"|优惠|专属|推广|链接)",
        r"返[利现佣点][^。，\n]{0,6}(?:联系|找|加|私|咨询)?我|每[单笔人][^。，\n]{0,4}(?:返|奖|赚|佣|提成)"
        r"|拉新|拉人头|躺赚|赚佣金|高额?佣金?|返佣",
        r"(?:通过|用|走|点)(?:本|此|这个|下方|以下)链接|(?:册|单|款|户)时?填\s?[a-z0-9]{3,10}\s?[^。\n]{0,4}(?:返|送|减|得|享|领)|链接注册[^。，\n]{0,2}(?:返|送|得|享|减)|拉(?:[^。，\n]{0,3}(?:好友|朋友)|[一个几]{0,2}人)[^。，\n]{0,6}(?:返"
        r"|奖|赚|得|送)",
        r"邀请?好友[^。，\n]{0,8}(?:各?得|送|返|领|赚)|(?:双方|各自?|都)(?:各|能|可)?得\s?\d+\s?元"
        r"|复制(?:这|本|整|此|全)[^。\n]{0,10}打开",
    ),
    rule(
        "referral",
        "¥ ￥ $ € ₤ ₳ ₴ ¢",
        r"([¥￥$€₤₳₴¢])(?=[A-Za-z0-9]*[a-zA-Z])(?=[a-zA-Z]*\d)[A-Za-z0-9]{8,13}\1",
        certain=True,
        cased=True,
    ),
    rule(
        "agency",
        "代充 代缴 代续 代开 代办 代刷 代付 代购 代冲 帮充 帮你充 帮您充 帮你冲 帮您冲 带充 袋充 帮冲 代沖 代儲 代储",
        rf"{_NOT_THEM}(?:专业|诚信|长期|低价|特价|承接|接|提供|各国|全球|全网|秒|靠谱|本店|支持|我|本人|可以|能|找我"
        r"|全国|任意|便宜|安全|急速|极速|官方|优惠|大量|出|做)[^。，,\n]{0,6}(?:代[充缴续开办刷付冲储]"
        rf"|{_WE_DO})",
        rf"(?:代[充缴续开办刷付冲储]|[带袋]充|{_WE_DO})[^。\n]{{0,14}}?{_OFFERED}|代续费[,，、]"
        rf"|代开卡[,，、]",
    ),
    rule(
        "agency",
        "量大 代理 一手 货源 拿货 批发 加盟 折 低价 半价 便宜 出售各 出售大 出售闲 回收 出各 收各 出大 收大 出闲 收闲 "
        "接各 接全 接国 接海 接任 收全 收国 收海 收任 做各 做全 做国 做海 做任 要联 要找 要来 要加 要私 要滴 要的 "
        "有意 值找我 值认准 值就找 值加我 系客服 找客服",
        r"量大[从价优]\S?|(?:诚招|招收?|招募|诚征|发展)(?:各[地国]|全国|区域|下级|充值|话费)?代理|一手(?:货源|价)|货源稳定"
        r"|拿货|批发价|(?:长期)?(?:出|收|回收|出售)(?:各国|大量|低价|便宜|闲置)[^。，\n]{0,6}(?:话费|充值"
        r"|流量|手机卡|卡)",
        r"(?:话费|充值|流量)[^。\n]{0,10}(?:[一二三四五六七八九\d]{1,2}折|低价|半价"
        r"|便宜)[^。\n]{0,10}(?:联系|私|找我?|来|加|咨询|要的)|(?:接|收|做)(?:各国|全球|国内|国外|海外"
        r"|任意)[^。\n]{0,6}(?:充值|话费)|(?:充值|话费)[^。\n]{0,6}(?:需要|要|有意)的?(?:联系|找|来|加|私"
        r"|滴)",
        r"充值(?:找我|认准我?|就找|加我)|(?:联系|找)客服(?:小[\u4e00-\u9fff]|充|领|加)",
    ),
    rule(
        "agency",
        "we_can we_will we_top we_topup we_recharge we_refill we_reload we_load we_renew we_charge we_sell we_offer "
        "we_also we'll we're i_can i_will i_also i_top i_topup i_recharge i_refill i_reload i_load i_renew i_charge "
        "i_sell i'll i'm",
        r"\b(?:we|i|i'm able to|we're able to)(?: can| will|'ll| also)? (?:top[ -]?up|recharge|refill|reload|load|renew"
        r"|charge) (?:any|all|your|for you|you|every|sims?|phones?|numbers?|cards?|cheap)",
        r"\bi sell (?:cheap|discounted|any|top|airtime|credit)|\bwe (?:sell|offer) (?:cheap|discounted|half)",
    ),
    rule(
        "agency",
        "agent agents reseller resellers dealer dealers seller sellers vendor vendors plug plugs",
        r"\b(?:top[ -]?ups?|recharge|airtime|credit|data|sim|refill)s? (?:agent|dealer|reseller|seller"
        r"|vendor|plug)s?\b[^.\n]{0,40}\b(?:message|contact|dm|pm|available|cheap|all countries|any country"
        r"|24/7|inbox|here|text|call)",
        r"\b(?:my|our) (?:\w+ )?(?:agents?|dealers?|resellers?)\b|\b(?:trusted|reliable|legit|verified"
        r"|honest) (?:agent|seller|vendor|plug|reseller|dealer)s?\b[^.\n]{0,30}(?:message|contact|dm|pm"
        r"|text|inbox|all|any|fast|here|for)|\b(?:become|be) (?:a|an|our) (?:reseller|agent|dealer)"
        r"|\b(?:agents?|resellers?) wanted",
    ),
    rule(
        "agency",
        "cheap cheaper cheapest discounted half half-price wholesale bulk",
        r"\b(?:cheap(?:er|est)?|discounted|half[ -]price|wholesale|bulk)\b[^.\n]{0,24}\b(?:top[ -]?ups?"
        r"|airtime|recharges?|credit|vouchers?|data|refills?|sims?|esims?)\b[^.\n]{0,30}\b(?:message"
        r"|contact|dm|pm|order|agent|with us|from us|from me|with me|inbox|here|me\b|text us|available now"
        r"|ask for)",
    ),
    rule(
        "agency",
        "by_me from_me through_me via_me ask_for_agent ask_for_mr ask_for_my",
        r"\b(?:top[ -]?ups?|recharges?|refills?)(?: service)? (?:by|from|through|via) me\b",
        r"\bask for (?:agent |mr |my )[a-z]+",
    ),
    rule(
        "phone-solicit",
        "找我 加我 代充 代缴 联系 找小 找老 找阿 经理 老板 打我 打给我 致电我 专员 客服小 我的电话 我电话 "
        f"{' '.join(_SELLERS)}",
        r"(?:代充|代缴|找我|加我|联系我|打我|打给我|我的?电话|致电我|找[小老阿][\u4e00-\u9fff]"
        rf"|客服小[\u4e00-\u9fff]|{_SELLER})[^。]{{0,20}}?PHONE",
        r"联系\s?:?\s?(?!13800138000)1[3-9]\d{9}(?!\d)",
        rf"PHONE[^。\n]{{0,8}}(?:找[小老阿我]|{_SELLER}|代充)",
        certain=True,
    ),
    rule(
        "phone-solicit",
        "me us my our",
        r"\b(?:call|text|ring|contact|message|phone|dial|reach|sms) (?:me|us|my|our)\b[^.\n]{0,30}?PHONE",
        certain=True,
    ),
    rule(
        "phone-solicit",
        "cheap half discount best_rates best_price off ask_for_me ask_for_mr ask_for_my ask_for_our ask_for_agent",
        r"\b(?:call|text|ring|contact|phone|sms|message|msg)\b[^.\n]{0,30}?PHONE[^.\n]{0,30}\b(?:cheap|half|discount"
        r"|best "
        r"(?:rates|price)|ask for (?:me|mr|my|our|agent)|\d+% off)\b",
        certain=True,
    ),
    rule(
        "phone-solicit",
        "best_price best_prices best_rate best_rates best_deal best_deals cheap cheapest lowest",
        r"\b(?:best|cheap(?:est)?|lowest) (?:prices?|rates?|deals?)\b[^.\n]{0,40}?PHONE",
        certain=True,
    ),
    rule(
        "phone-solicit",
        "agent dealer reseller",
        r"\b(?:agent|dealer|reseller)\b[^.\n]{0,24}?PHONE",
        certain=True,
    ),
)  # fmt: skip


def find_offers(reading: Reading, there: frozenset[str]) -> Iterator[Find]:
    """Every offer of the registry."""
    return apply(OFFERS, reading, there)
