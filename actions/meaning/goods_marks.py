"""The words that say what is to become of goods: all, only, but for, kept, sent back, one of them. Pure; knows no goods.

Each kind of mark has its English and its Chinese words. The goods beside a mark are found in `actions.meaning.parts`.
"""

import re
from typing import Literal, cast

LONGEST_NAMED = 50  # characters of an answer that only names goods
Mark = Literal["one", "more", "rest", "every", "both", "out", "but", "want", "only", "in"]
_MARKS: dict[Mark, tuple[str, str]] = {
    "one": (  # some of them, and not which
        r"(?:only|just) (?:an? )?(?:part|half|some)(?: of (?:it|them))?|half of (?:it|them|the order)"
        r"|(?:(?:only|just|return|exchange|keep|cancel) )?(?:one|1) of (?:them|these|those|(?:the|my) (?:two|three|items?|things"
        r"|goods))"
        r"|(?:only|just|return|exchange|cancel) (?:one|1)(?: (?:item|thing|piece|product))?(?=\W*$)|not (?:all|everything|both)",
        r"不是(?:全部|都|全)|不(?:要)?全(?:部|都)|别全|(?:[只仅就退换消留]|其中|样里)[^，。一全都]{0,3}一(?:个|件|样|双|套|盒|本|台|条)"
        r"|一部分",
    ),
    "more": (r"another one|one more|one other", r"另(?:外)?的?[一1][个件样]"),  # beside what is named
    "rest": (
        r"everything else|all the (?:rest|others?)|the rest|the others?(?: (?:ones?|two|three|things?|items?))?",
        r"(?:其他|其它|剩下|别)的?[两三几]?[个件样]?|另(?:外)?(?:那|的)?两[个件样]",
    ),
    "every": (
        r"everything|the lot|(?:the )?(?:whole|entire|complete) (?:order|thing|lot|parcel|package)"
        r"|(?<!that's )(?<!that is )(?<!after )(?<!at )all(?: of (?:it|them|those|these|(?:the|my) (?:order|items|goods|things)"
        r"|(?:order )?#?[0-9]+)| (?:(?:the|my) )?(?:items?|things|goods)| together| back"
        r"|(?= (?:but|except|apart|go|please|then)\b)"
        r"|(?=\W*$))",
        r"全部|全都|全(?=退|换|取消)|整单|所有|统统|一(?:起|块儿?)(?=退|换|取消)",
    ),
    "both": (
        r"both(?: of them)?|the two(?: of them)?|all (?:two|three)",
        r"[两三][个件样]都?(?!里)|都(?=(?:想|要|给我|帮我|得)*(?:退|换|取消|不要))",
    ),
    "out": (
        r"(?:(?:do|does|wo|did)(?: not|n'?t)|never|will not|not) (?:(?:want|need|wish|have|going) )?(?:to )?"
        r"(?:return|send|exchange|swap|cancel|refund|replac)(?:ing|e)?(?: back)?|no longer return"
        r"|keep(?:s|ing)?|kept|(?:hold|hang)(?:ing)? on to|leav(?:e|ing)(?! (?:it|an?|the note)\b)|stay(?:s|ing)?|remains?"
        r"|without|minus|not(?= (?:the|my|those|these|including)\b)|(?<=[a-z0-9] )no(?= (?!more|longer|need|idea|problem"
        r"|sorry|wait|it|i|the|that|this|way|matter|return|refund|thanks?|no|one|please|just|only|actually)[a-z])"
        r"|(?:is|are|was|were) (?:(?:really|very|just|all|both|totally|perfectly) )*"
        r"(?:fine|great|good|ok|okay|perfect|lovely|all ?right|nice|excellent)|works? (?:fine|well|great|perfectly|ok)"
        r"|(?:i|we) (?:really )?(?:love|like)(?= (?:the|my)\b)|(?:i|we)(?:'ll| will)? still (?:need|want|use)"
        r"|(?<=[a-z] )no(?=\W*$)",
        r"还(?:要|想要|需要|得用|在用|能用)(?!退|换|取消)|照(?:样|常)?(?:发|寄|送)|(?:就|都)?(?:不(?:想|要|用|需要|打算|必|能)?|别|没(?:说|想)?要?)(?:再)?(?:退|换|取消)(?!款|钱)[货掉了]*|(?:自己)?留(?:着|下|住)了?"
        r"|留(?!言|意)|保留|不包括|不含|不算|没有?(?:什么)?问题|[很挺都还]好|不错|不是(?=[^的要想不吗,，。])",
    ),
    "but": (
        r"except(?:ing|ed)?(?: for)?|excluding|(?:apart|aside) from|other than|but(?: not| for)?",
        r"除(?:了|开|去|却)|[之以]外",
    ),
    "want": (  # to have, or to have back? What else is said must tell
        r"(?:i|we)(?:'d| would)? (?:(?:only|just|really) )?(?:want|need|like)(?= (?:the|my)\b)",
        r"[只仅就](?:想|需)?要(?!退|换|取消|一|了|是)",
    ),
    "only": (
        r"(?<!not )(?<!if )(?:only|just)",
        r"[只仅就](?:要|想|是|用)?(?:退|换|取消)(?!款|钱)[掉货]?|[只仅就](?:要|想|是)?",
    ),
    "in": (
        r"return(?:ing|ed)?|sen[dt](?:ing)?(?: back)?|exchang(?:e|ed|ing)|swap|cancel|refund|replace|go(?:es|ing)? back|take back"
        r"|not (?:only|just)|broken?|faulty|defective|damaged|bad|cracked|wrong|(?:do|does|did)(?: not|n'?t) \w+"
        r"|(?:is|are|was|were)(?: not|n't)|(?:i|we) meant?|(?<=[a-z] )yes",
        r"(?:退|换|取消)(?!款|钱)[货掉]?|不要|坏|破|有(?:点)?问题|是",
    ),
}
_MARK = re.compile("|".join(rf"(?P<{kind}>\b(?:{en})(?![a-z])|(?:{zh}))" for kind, (en, zh) in _MARKS.items()), re.I)
_NO_GOODS = (  # that stand beside such words
    r"(?:box|packag\w+|packing|wrapping|carton|receipt|invoice|label|tags?|manual|instructions|money|refund|order|parcel|package"
    r"|delivery|purchase|exchange|return|change|discount|coupon|voucher|points|question|appointment|time|date|day|address|numbers?"
    r"|digits?|code|last|first|four|same|other|others|rest|whole|entire|thing|things|lot|two|both|one|ones|item|items|goods|product"
    r"|products|wrong|right|way|fact|postage|shipping|price|best|most|least|new|old|original|stuff|ordering|phone number|point)"
)
_A_NOUN = re.compile(rf"^\W*(?:the|my|one of the)\s+(?!{_NO_GOODS}\b)[a-z]{{2,}}", re.I)
_A_NOUN_ZH = re.compile(
    r"^(?!款|钱|货|差价|邮|运费|这|那|它|他|一|其|全|都|快递|订单|单|了|吧|行|可以|部分|不|好|掉|包装|盒|发票|想|要|是|能|有|我|你|您|给|帮)[\u4e00-\u9fff]{2}"
)
_BEFORE_GOODS = re.compile(
    r"(?:not|no|without|minus|excluding|other than|(?:apart|aside) from|except.*|but.*|除.?|不是|不包括|不含|不算)",
    re.I,
)
_TELLING = frozenset(
    {"one", "more", "every", "both", "rest", "only", "but"}
)  # marks by which goods are told wherever they stand
_KEPT = re.compile(r"keep|kept|leav|without|not|no\b|留|不退|不换|不是", re.I)
_NAMED_ALONE = re.compile(
    r"^\W*(?:(?:just|only|no|sorry|the)\W+)*(?:the|my) [a-z]+(?: [a-z]+)?(?: please| only)?\W*$", re.I
)


def marks_in(text: str) -> list[tuple[Mark, int, int]]:
    """The marks of a clause with where each begins and ends, from the first to the last."""
    return [(cast("Mark", found.lastgroup), found.start(), found.end()) for found in _MARK.finditer(text)]


def stands_before(said: str) -> bool:
    """Whether this mark belongs to goods behind it only: "the headphones, not the case"."""
    return _BEFORE_GOODS.fullmatch(said) is not None


def names_what(mark: Mark, said: str, beside: str) -> bool:
    """Whether this mark has something named beside it, that should be one of the goods: "only the case", 只退鞋子."""
    if mark not in ("only", "but", "out"):
        return False
    if _A_NOUN.match(beside):
        return True
    zh = said.endswith(("退", "换", "取消")) if mark == "only" else said.startswith("除") or said == "留着"
    return zh and _A_NOUN_ZH.match(beside) is not None


_NOUNS_ALONE = re.compile(  # and nothing else said: "uh the um headphones", 那个手表
    r"^\W*(?:(?:uh+|um+|er+m?|it'?s|it is|it was|they'?re|for|about|just|well|so|actually|that'?s)\W+)*"
    r"(?:the|my|some|a pair of|an?|those|these)(?:\W+(?:uh+|um+|er+m?))*"
    r"(?P<en>(?: (?!one\b|ones\b|order|number|last\b|first\b|same\b|other|phone number|problem|thing\b|things\b|person\b|human\b"
    r"|agent\b|moment\b|minute\b|second\b|sec\b|lot\b|bit\b|mo\b|tick\b|colleague\b|manager\b|website\b|app\b|email\b|mail\b)"
    r"[a-z][a-z\-]+){1,3})(?:\W+(?:please|pls|i guess|i think|i bought|actually|thanks))*\W*$"
    r"|^(?:嗯+|呃+|那个|就是|就|是|我|买的|的|这个|一个|一双|一件|一条|一台|[,，。 ])*"
    r"(?P<zh>(?!单号|号码|手机号|客服|人工|东西|等|好|稍|谢|全|都|刚|忘|找)"
    r"(?!.*[零〇幺一二三四五六七八九十两能会可吗呢还没有退换修坏要想查在到了不怎什哪谁多几付你他她订])"
    r"[\u4e00-\u9fff]{2,6}?)"
    r"(?:吧|啊|呀|哦|的)?[。.! ]*$",
    re.I,
)


def names_goods_alone(said: str) -> bool:
    """Whether what was asked for a number is answered with what may be goods, and with nothing else."""
    return _NOUNS_ALONE.match(said.strip()[:LONGEST_NAMED]) is not None


def tells_goods(text: str, *, alone: bool = True) -> bool:
    """Whether it is said which goods are meant, in whatever way: "only the speaker", "both"; `alone`: a bare "the headphones"
    says it, too."""
    if alone and _NAMED_ALONE.match(text):
        return True
    return any(mark in _TELLING or (mark == "out" and _KEPT.match(text[at:end])) for mark, at, end in marks_in(text))
