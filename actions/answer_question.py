"""Answer a question from what the shop wrote down, or from its list of goods; else say honestly that it is not known."""

import re
from dataclasses import replace
from pathlib import Path

from actions.knowledge import SURE, Entry, Hit, KnowledgeShelf, features, names_something, without_name
from actions.meaning.topics import topic_behind, topic_of
from actions.order import Locale, Product
from actions.shop import Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import WORDS, money, result

FOLDER = Path("bot/knowledge")  # beside the bot's other content, from where everything is started
SURER = 0.58  # for doubtful ones: "how much is a bicycle" is no question about what delivery costs
CLAIMS = frozenset({"price_protection"})  # what follows from a rule, whatever else is told
BY_WORDS, BOTH = "words", "both"
DOUBTS = {"yes": SURER, "much": 0.8}  # how close it must come, by how doubtful it is
_PRICE_OR_STOCK = re.compile(
    r"\b(how much|cheap(?:est)?|(?:want|like|looking|wish) to buy|looking for"
    r"|price(?! match)(?! (has |have |just )*(drop|fell|fall|went|gone|decreas"
    r"|lower))|cost|in stock|available"
    r"|availability|sell|sold out|have any|do you have|got any)\b"
    r"|多少钱|价格|价钱|最便宜|便宜的|有(?=[^，。]{1,10}卖)|卖(?=[^，。]{0,10}[吗么嘛])|想买|有货|现货|有没有(?!优惠|活动|折扣|打折|发票|券|赠品|人)|卖不卖|缺货"
    r"|库存|几块",
    re.I,
)
_IDLE = re.compile(
    r"\b(?:ok(?:ay)?|still|now|right now|currently|again|then|also|one|ones|they|them|these|those|left)\b"
    r"|还|现在|目前|那|没有?$|不$",
    re.I,
)
_OF_IT = re.compile(  # asked about what was talked of: "does it come in red", 有红色的吗
    r"\b(?:it|its|they|them|this|that|these|those|ones?)\b"
    r"|^(?:(?:and|so|ok|what|which|any|other|more|how many|are there|do you have)\s+)+(?:colou?r|size|model|style|version)s?\b"
    r"|它|[这那][个款件种]|有.{1,8}[的色码号款][吗么嘛没]|的有[吗么嘛没]|颜色|尺[寸码]|多[大重高长宽]|材质|功率|容量|型号|款式",
    re.I,
)
_LOOKS = re.compile(
    r"\b(?:black|white|blue|red|green|gr[ea]y|pink|brown|yellow|purple|orange|(?:size )?(?:xs|xl|xxl|large|small|medium))\b"
    r"|[黑白红蓝绿灰粉黄紫棕橙]色|[大中小]号|[0-9]{2}码",
    re.I,
)
AS_LIKELY = 0.6  # as the likeliest of all: then the answer of what is talked about is told
_ORDER = re.compile(r"(?<![0-9])#?[0-9]{5,20}(?![0-9])")  # it says nothing of what is asked
_SENTENCES = re.compile(r"[.?!。？！]+\s*")
_PARTS = re.compile(r"[.?!,;。？！，；]+\s*|\s+(?:and also|and|also|plus)\s+|(?<=[\u4e00-\u9fff])\s+|还有|另外", re.I)
_ASKS = re.compile(
    r"[?？]|^(?:(?:and|so|ok|hi|hello|but)[, ]+)*(?:do|does|is|are|can|could|which|what|how|will|would|has|have|why)\b"
    r"|[吗么嘛呢]\W*$"
    r"|什么|怎么|哪|多[大重高长久]|能不能|是不是|有没有",
    re.I,
)
_ENGLISH = re.compile("[A-Za-z]+")
MOST_SENTENCES = 5


class AnswerQuestion:
    """Needs `question`: the customer's words. `doubtful` ("yes", "much"): they seem about something else; BY_WORDS: only the own
    words of an entry that comes first count, whatever else is said; BOTH: only two questions in one message. `about`: the
    goods that were talked of, which "is it in stock" is asked about. `within`: the need that is talked about, whose own answers
    come first.
    """

    name = "answer_question"
    needs = ("question",)
    may_use = ("doubtful", "about", "within")
    outcomes = ("answered", "which", "unknown", "shop_down")

    def __init__(self, shelf: KnowledgeShelf | None = None) -> None:
        self._shelf = shelf or KnowledgeShelf(FOLDER)

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        question, doubt, about = facts.get("question", "")[:500], facts.get("doubtful", ""), facts.get("about", "")
        if (settled := self._settled(question, doubt, locale)) is not None:
            return settled
        of_goods = _PRICE_OR_STOCK.search(question) is not None
        if of_goods and doubt != "much" and not names_something(_IDLE.sub(" ", _PRICE_OR_STOCK.sub(" ", question))):
            found = await _found(about, shop, locale) if about else None
            return found or result(self.name, "which", locale, "answer_question.which")
        likely = self._likeliest(_ORDER.sub(" ", question), locale)
        enough = max(SURER if of_goods else SURE, DOUBTS.get(doubt, SURE))
        told = _told(likely) if likely and likely.likeness >= enough else None
        if (within := facts.get("within")) and (nearer := self._of_need(question, locale, within, likely)):
            return nearer
        both = self._both(question, locale) if told is None or not of_goods else None
        if both is not None:
            return both
        if told is not None and not of_goods:
            return told
        if doubt == "much":  # nobody asked for goods
            return told or result(self.name, "unknown", locale)
        found = await _found(question, shop, locale)
        if found is not None and found.outcome == "answered":
            if of_goods or not _says_more(question, found):
                return self._with_the_rest(found, question, locale)
            about, named, found = found.facts["goods"], found.facts["named"], None  # neither its price nor its stock
            beside = self._likeliest(without_name(question, named), locale) if told is None else None
            if beside is not None and beside.likeness >= SURER:
                return _told(beside)
            if not _ASKS.search(question):
                about = ""
            elif told is None:
                return _unknown_of(about, locale)
        if told is not None or found is not None:
            return told or found or result(self.name, "unknown", locale)
        if about and not of_goods and _OF_IT.search(question):
            known = await _found(about, shop, locale)  # by its name in the language of now
            named = known.facts.get("goods", about) if known is not None else about
            return _unknown_of(named, locale)
        return result(self.name, "unknown", locale)

    def _settled(self, question: str, doubt: str, locale: Locale) -> TaskResult | None:
        """The answer where nothing else is to be looked at: an entry's own words, or two questions alone are asked for."""
        first = self._meant(question, doubt, locale) if doubt != BOTH else None
        if first is not None:
            return _told(Hit(first, 1.0))
        if doubt not in (BOTH, BY_WORDS):
            return None
        both = self._both(question, locale) if doubt == BOTH else None
        return both or result(self.name, "unknown", locale)

    def _meant(self, question: str, doubt: str, locale: Locale) -> Entry | None:
        """The entry that is meant beyond doubt, by its own words or by what is told; of what is no request of its own only where
        nothing else is looked for."""
        known = self._shelf.of(locale)
        first = known.of_id(topic_of(question)) or known.by_words(question)
        return first if first is not None or doubt == BY_WORDS else known.of_id(topic_behind(question))

    def _of_need(self, question: str, locale: Locale, need: str, likely: Hit | None) -> TaskResult | None:
        """The need's own answer, unless another is far likelier: "do you pay for it" while something is sent back."""
        own = self._shelf.of(locale).find(question, need)
        enough = max(SURE, AS_LIKELY * (likely.likeness if likely else 0))
        return _told(own) if own is not None and own.likeness >= enough else None

    def _both(self, question: str, locale: Locale) -> TaskResult | None:
        """The answers of two questions in one message ("hours? and where are you"); None where it is one."""
        parts = [part for part in _PARTS.split(question)[:MOST_SENTENCES] if part and _ORDER.search(part) is None]
        hits = [self._shelf.of(locale).find(part) for part in parts]
        told = list(dict.fromkeys(hit.entry for hit in hits if hit is not None and hit.likeness >= SURER))
        if len(told) != len(("one", "other")):
            return None
        join = " " if locale == "en" else ""
        words = join.join(entry.answer for entry in told)
        return TaskResult(task=self.name, outcome="answered", words=words, spoken=words, facts={"topic": told[0].id})

    def _with_the_rest(self, found: TaskResult, question: str, locale: Locale) -> TaskResult:
        """Price and stock, and what else was asked in the same words ("is it in stock, and how long is delivery"), or the rule
        that is asked for because of the price, with what it leads to."""
        likely = self._likeliest(_ORDER.sub(" ", question), locale)
        if likely is not None and likely.likeness >= SURER and likely.entry.leads_to in CLAIMS:
            return _beside(found, _told(likely), locale)
        parts = [part for part in _PARTS.split(question)[:MOST_SENTENCES] if part and not _PRICE_OR_STOCK.search(part)]
        hits = [self._shelf.of(locale).find(part) for part in parts]
        rest = next((hit.entry.answer for hit in hits if hit is not None and hit.likeness >= SURER), "")
        look = _LOOKS.search(question)
        if not rest and look is not None and look[0].lower() not in found.facts["named"].lower():
            rest = WORDS[locale]["answer_question.looks"]  # which colour is in stock is not known
        join = " " if locale == "en" and rest else ""
        return replace(found, words=f"{found.words}{join}{rest}", spoken=f"{found.spoken}{join}{rest}")

    def _likeliest(self, question: str, locale: Locale) -> Hit | None:
        """The likeliest entry of the whole question, or of one of its sentences: the others are no part of what is asked."""
        parts = [
            part for part in _SENTENCES.split(question)[:MOST_SENTENCES] if len(part.split()) > 1 or not part.isascii()
        ]
        hits = [self._shelf.of(locale).find(words) for words in (question, *(parts if len(parts) > 1 else ()))]
        hits.append(self._in_english(question) if locale == "zh" else None)
        return max((hit for hit in hits if hit is not None), key=lambda hit: hit.likeness, default=None)

    def _in_english(self, question: str) -> Hit | None:
        """What English words within Chinese ones ask: "refund policy是什么", answered in Chinese."""
        english = " ".join(_ENGLISH.findall(question))
        hit = self._shelf.of("en").find(english) if " " in english else None
        own = next((one for one in self._shelf.of("zh").entries if hit and one.id == hit.entry.id), None)
        return Hit(own, hit.likeness) if hit and own else None


def _beside(goods: TaskResult, rule: TaskResult, locale: Locale) -> TaskResult:
    """What the goods cost now, with the rule that is asked for, and what it leads to."""
    join = " " if locale == "en" else ""
    words = f"{goods.words}{join}{rule.words}"
    return replace(goods, words=words, spoken=words, facts={**goods.facts, "leads_to": rule.facts["leads_to"]})


def asks_for_goods(text: str) -> bool:
    """Whether a price is asked for, or whether something is sold or in stock."""
    return _PRICE_OR_STOCK.search(text) is not None


def _told(hit: Hit) -> TaskResult:
    answer, facts = hit.entry.answer, {"topic": hit.entry.id}
    if hit.entry.leads_to:
        facts["leads_to"] = hit.entry.leads_to
    return TaskResult(task=AnswerQuestion.name, outcome="answered", words=answer, spoken=answer, facts=facts)


def _unknown_of(goods: str, locale: Locale) -> TaskResult:
    """What is asked of these goods is not known; what is asked next may be about them, too."""
    said = result(AnswerQuestion.name, "unknown", locale, "answer_question.unknown_of", goods=goods)
    return replace(said, facts={"goods": goods})


def _says_more(question: str, product: TaskResult) -> bool:
    """Whether more is said than what the thing is called, with words around it that say nothing."""
    named = set(features(product.facts["named"]))
    return any(one.isascii() or len(one) > 1 for one in features(_IDLE.sub(" ", question)) if one not in named)


async def _found(words: str, shop: Shop, locale: Locale) -> TaskResult | None:
    """What the shop sells that is named in the words; None when nothing is."""
    try:
        found = await shop.goods.find(words, 1)
    except ShopCannot:
        return None
    except (ShopDown, OSError):
        return result(AnswerQuestion.name, "shop_down", locale)
    return _product(found[0], locale) if found else None


def _product(product: Product, locale: Locale) -> TaskResult:
    key = "product_unknown_stock" if product.stock is None else "product" if product.stock > 0 else "product_out"
    said = result(
        AnswerQuestion.name,
        "answered",
        locale,
        f"answer_question.{key}",
        goods=product.name.of(locale),
        amount=money(product.price, product.currency, locale),
    )
    return replace(
        said,
        facts={"topic": "product", "goods": product.name.of(locale), "named": f"{product.name.en} {product.name.zh}"},
    )
