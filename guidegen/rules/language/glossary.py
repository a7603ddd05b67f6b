"""G602: one thing has one name on every page (`language.md` §2, columns “Not in English” and “中文不用”)."""

import re
from collections.abc import Iterator
from functools import cache

from guidegen.diagnostics import Found, Severity, rule
from guidegen.rules import Subject
from guidegen.rules.language.firstlook import first_look
from guidegen.rules.language.record import suspects
from guidegen.rules.language.texts import CODE, QUOTATION, Role, hide
from guidegen.rules.language.vague import in_a_name

# What to write, and what not to write for it. A word that is right in another sense is here only with its context.
ENGLISH = (
    ("top up", "recharg(?:e|es|ed|ing)|refill(?:s|ed|ing)?|reload(?:s|ed|ing)?|add(?:s|ed|ing)? money"),
    ("renew a plan", "extend(?:s|ed|ing)? (?:a|the|your) plan|roll(?:s|ed|ing)? over"),
    ("credit", "airtime|talk ?time|stored value"),
    ("balance", "remaining credit|account status"),
    ("data left", "data balance"),
    ("plan", "bundles?"),
    ("add-on", "boosters?"),
    ("amount, or a {€10} voucher", "denominations?"),
    ("fee", "surcharges?|commissions?|service charges?"),
    ("send credit", "airtime transfer|gift(?:s|ed|ing)? credit"),
    ("borrowed credit", "emergency credit|SOS credit|credit advance|advance credit"),
    ("auto top-up", "AutoPay|auto-?refill|auto-?recharge"),
    ("another person’s number", "third-party top-ups?"),
    ("expires", "lapses?|lapsed"),
    ("you have no credit left", "exhausted"),
    ("partly blocked: you can receive calls but cannot make them", "soft[- ]block(?:ed)?|one-way"),
    ("suspended, works again", "disconnected|reactivat(?:e|es|ed|ing|ion)"),
    ("closed for good", "terminat(?:e|es|ed|ing|ion)"),
    ("you lose the number", "number recycling|recycled numbers?"),
    ("voucher", "refill cards?|coupons?"),
    ("voucher code", "voucher numbers?|refill PINs?|recharge PINs?|voucher PINs?|ePINs?|digital PINs?"),
    ("use the voucher", "redeem(?:s|ed|ing)?"),
    ("convenience store", "corner shops?|c-stores?"),
    ("{operator}’s own shop", "branded stores?|flagship(?: stores?)?"),
    ("shop staff", "clerks?"),
    ("self-service machine", "payment kiosks?|top-up kiosks?|self-service kiosks?"),
    ("cash machine", "cashpoints?|bank terminals?"),
    ("post office", "postal branch(?:es)?"),
    ("customer service number", "hotlines?|helplines?|care lines?"),
    ("automated phone menu", "IVR|voice prompts?"),
    ("code you dial", "USSD|MMI|quick codes?"),
    ("short number", "short ?codes?"),
    ("star, hash", "asterisks?|number sign"),
    ("text", "SMS(?:es)?"),
    ("mobile data", "cellular"),
    ("app", "apk"),
    ("{operator}’s own website", "web ?portal|official (?:web)?sites?"),
    ("online account", "self-care|guest checkout"),
    ("sign in", "log(?:s|ged|ging)? in|log-?in"),
    ("one-time code", "OTPs?|2FA"),
    ("select", "click(?:s|ed|ing)?(?: on)?|tap(?:s|ped|ping)?(?: on)?"),
    ("register the SIM with ID", "KYC"),
    ("how to pay", "payment options?|payment instruments?"),
    ("credit card, debit card", "plastic card payment"),
    ("card issued outside {country}", "foreign cards?"),
    ("PayPal", "Pay Pal"),
    ("Alipay", "Ali Pay"),
    ("prepaid SIM", "PAYG|burner"),
    ("eSIM", "e-SIM|digital SIM"),
    ("phone number", "MSISDN"),
    ("{brand} uses {operator}’s network", "MVNO|virtual operator|sub-?brand"),
    ("from outside {country}", "overseas|from abroad|while abroad"),
    ("third-party seller", "resellers?"),
    ("scam", "fraud"),
    ("impostor site: a fake website that pretends to be {operator}", "phishing|spoof(?:ed|ing)?"),
)  # fmt: skip
CHINESE = (
    ("充值", "冲值|增值(?!业务|券)|缴费(?!灵)|交费(?!用)"),
    ("续费", "续订"),
    ("话费", "储值额|增值额"),
    ("余额", "结余|剩余金额"),
    ("剩余流量", "流量余额"),
    ("附加流量包", "加油包|叠加包"),
    ("充值金额、最低充值金额、每天上限", "起充|封顶|票面"),
    ("手续费", "服务费|佣金"),
    ("支付 {x}，到账 {y}", "返现|实得"),
    ("把话费转给别人", "转赠"),
    ("预支话费", "信用额度|应急话费"),
    ("自动充值", "代扣"),
    ("话费用完了", "欠费"),
    ("宽限期", "缓冲期|冷冻期"),
    ("没有使用（写明多少天）", "长期不用|沉默期|睡眠期"),
    ("只能接听，不能拨打", "单向停机|半停"),
    ("停机；恢复使用", "复机|封号|锁卡"),
    ("销号", "拆机"),
    ("号码被收回", "号码回收|二次放号"),
    ("保住号码", "保号|养卡"),
    ("充值券", "增值券|优惠券|代金券"),
    ("充值卡（刮开涂层看充值码）", "刮刮卡|刮刮乐"),
    ("充值码", "卡密|密钥|充值卡密码"),
    ("使用充值券", "兑换(?!点|处|货币)|核销"),
    ("授权的零售店", "代理点|合作商户|正规渠道"),
    ("便利店", "小卖部|(?<!瑞)士多"),
    ("营业厅", "门市|专卖店"),
    ("收银台；店员", "柜面|工作人员"),
    ("自助终端", "售卖机|信息亭"),
    ("取款机", "柜员机|提款机"),
    ("邮局", "邮政网点"),
    ("客服电话", "热线|专线"),
    ("语音菜单", "IVR|话音系统|语音应答"),
    ("转人工", "坐席|客服专员"),
    ("拨号代码", "USSD|暗码|快捷代码|短代码"),
    ("短号码", "短码|特服号"),
    ("拨号界面；拨打键", "拨号盘|发送键|呼叫键"),
    ("星号；井号", "米字键|井字键|升号"),
    ("短信", "讯息|简讯|短讯|SMS"),
    ("Wi-Fi；手机流量", "无线网|WIFI|WiFi|Wifi"),
    ("App", "APP(?!s)"),
    ("{运营商}自己的网站", "官网|门户"),
    ("网上账户", "帐户|帐号|游客模式"),
    ("登录", "登陆"),
    ("短信验证码", "动态密码|校验码"),
    ("点（按钮）；选择（列表）", "点击|→"),
    ("实名登记", "实名认证"),
    ("护照，或证件的名称", "有效证件|相关证件"),
    ("付款方式", "支付通道|支付渠道"),
    ("{国家}以外发行的卡", "外卡|境外卡|国外卡"),
    ("PayPal", "贝宝"),
    ("支付宝", "阿里支付"),
    ("微信支付", "微信钱包"),
    ("预付费 SIM 卡", "电话卡|太空卡"),
    ("eSIM", "电子卡|ESIM"),
    ("国际区号", "国家代码"),
    ("运营商", "电讯商|营办商"),
    ("{品牌}使用{运营商}的网络", "转售企业|虚商|副牌|母网"),
    ("人在{国家}以外时", "国外|境外|海外"),
    ("诈骗", "套路|骗局"),
    ("冒充{运营商}的假网站", "山寨|高仿|钓鱼"),
    ("代充（花钱请别人充值）", "慢充|秒充|内部渠道"),
    ("未核实", "疑似|待定"),
)  # fmt: skip


@rule("G602", Severity.WARNING)
def other_word(subject: Subject) -> Iterator[Found]:
    """A thing has another name than on every other page.

    Why: a reader under stress takes two words for two things; some of these words also mean something else.
    Bad: `note: {en: Redeem the refill card., zh: 兑换刮刮卡。}`
    Good: `note: {en: Use the scratch card., zh: 使用充值卡。}`
    """
    for pair, where, language, text in suspects(subject, _looks()):
        if pair.role is not Role.DESCRIPTION:
            for match, better in other_words(text, language):
                yield Found(where, f"“{match[0]}” is not our word", f"write: {better}", match.start(), match.end())


def other_words(text: str, language: str) -> Iterator[tuple[re.Match[str], str]]:
    """The words of a text that have a better one in the glossary; quotations, codes and names are not looked at."""
    shown = hide(text, QUOTATION, CODE)
    for match in _pattern(language).finditer(shown):
        if not in_a_name(shown, match) or match[0] in _ABBREVIATIONS:
            yield match, _table(language)[int(match.lastgroup[1:]) if match.lastgroup else 0][0]


# Words in capitals that are no names.
_ABBREVIATIONS = {
    "AutoPay",
    "IVR",
    "KYC",
    "MMI",
    "MSISDN",
    "MVNO",
    "OTP",
    "OTPs",
    "PAYG",
    "SMS",
    "USSD",
    "APP",
    "WIFI",
    "2FA",
}


def _table(language: str) -> tuple[tuple[str, str], ...]:
    return ENGLISH if language == "en" else CHINESE


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """One pattern for all words; the group tells which line of the table matched."""
    joined = "|".join(f"(?P<w{index}>{words})" for index, (_, words) in enumerate(_table(language)))
    if language == "zh":
        return re.compile(joined)
    return re.compile(f"(?<![\\w-])(?:{joined})(?![\\w-])", re.IGNORECASE)


@cache
def _looks() -> dict[str, re.Pattern[str]]:
    return {"en": first_look(_pattern("en"), words=True), "zh": first_look(_pattern("zh"))}
