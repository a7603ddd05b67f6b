"""Plain words that are never an account, though they stand behind a platform's name and a colon."""

from __future__ import annotations

PLAIN_WORDS = frozenset((
    "a", "about", "account", "accounts", "ads", "after", "agent", "all", "also", "amount", "an",
    "and", "android", "answer", "answers", "any", "app", "apps", "are", "ask", "at", "available",
    "balance", "bank", "before", "bonus", "bundle", "bundles", "business", "but", "by", "call",
    "calls", "can", "cannot", "card", "care", "cash", "channel", "channels", "charged", "chat",
    "chats", "check", "code", "codes", "confirmed", "costs", "credit", "customer", "daily", "data",
    "day", "days", "desk", "do", "does", "each", "email", "esim", "every", "facebook", "feature",
    "fee", "file", "find", "first", "for", "free", "from", "full", "get", "gift", "group", "groups",
    "has", "have", "help", "helps", "her", "here", "hotline", "hour", "hours", "how", "if", "in",
    "included", "includes", "information", "instagram", "instead", "internet", "into", "ios", "is",
    "it", "its", "kakao", "kakaotalk", "known", "last", "later", "limit", "limited", "line", "link",
    "links", "list", "low", "media", "menu", "message", "messages", "messenger", "minutes",
    "mobile", "money", "month", "monthly", "months", "more", "mostly", "music", "name", "named",
    "need", "needed", "needs", "network", "never", "new", "no", "none", "not", "note", "nothing",
    "number", "numbers", "of", "off", "offer", "offers", "official", "on", "once", "one", "online",
    "only", "open", "opens", "operator", "operators", "or", "our", "out", "outside", "over",
    "package", "page", "pages", "partly", "pass", "passes", "pay", "paypal", "people", "phone",
    "plan", "plans", "please", "poor", "prepaid", "press", "price", "prices", "reads", "receive",
    "refunds", "register", "replies", "roaming", "same", "sees", "select", "sellers", "send",
    "sends", "service", "services", "share", "shop", "shops", "show", "shows", "sign", "signal",
    "sim", "sims", "site", "skype", "social", "some", "staff", "status", "still", "stop", "strong",
    "subscribers", "support", "supported", "switch", "team", "teams", "telegram", "text", "texts",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "third", "this",
    "those", "tiktok", "till", "time", "to", "tools", "top", "topup", "traffic", "twitter",
    "unknown", "unlimited", "until", "use", "used", "user", "users", "uses", "using", "valid",
    "via", "viber", "video", "voice", "voucher", "vouchers", "wait", "weak", "wechat", "week",
    "weeks", "weixin", "were", "whatsapp", "what", "when", "where", "which", "who", "wifi", "will",
    "with", "without", "work", "works", "year", "yes", "yet", "you", "your", "youtube", "zalo",
    "zero", "discord", "snapchat", "reddit", "weibo", "douyin", "threads", "alipay",
))  # fmt: skip
