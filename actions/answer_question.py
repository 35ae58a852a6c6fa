"""Answer a question from what the shop wrote down, or from its list of goods; else say honestly that it is not known."""

import re
from dataclasses import replace
from pathlib import Path

from actions.knowledge import SURE, Hit, KnowledgeShelf, names_something
from actions.order import Locale, Product
from actions.shop import Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import money, result

FOLDER = Path("bot/knowledge")  # beside the bot's other content, from where everything is started
SURER = 0.58  # for doubtful ones: "how much is a bicycle" is no question about what delivery costs
DOUBTS = {"yes": SURER, "much": 0.8}  # how close it must come, by how doubtful it is
_PRICE_OR_STOCK = re.compile(
    r"\b(how much|price(?! (has |have |just )*(drop|fell|fall|went|gone|decreas|lower))|cost|in stock|available"
    r"|availability|sell|sold out|have any|do you have|got any)\b"
    r"|多少钱|价格|价钱|有货|现货|有没有|卖不卖|缺货|库存|几块",
    re.I,
)

_SENTENCES = re.compile(r"[.?!。？！]+\s*")
MOST_SENTENCES = 5


class AnswerQuestion:
    """Needs `question`: the customer's words. `doubtful` ("yes", "much"): they seem about something else."""

    name = "answer_question"
    needs = ("question",)
    may_use = ("doubtful",)
    outcomes = ("answered", "which", "unknown", "shop_down")

    def __init__(self, shelf: KnowledgeShelf | None = None) -> None:
        self._shelf = shelf or KnowledgeShelf(FOLDER)

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        question = facts.get("question", "")[:500]
        of_goods = _PRICE_OR_STOCK.search(question) is not None
        if of_goods and not facts.get("doubtful") and not names_something(_PRICE_OR_STOCK.sub(" ", question)):
            return result(self.name, "which", locale, "answer_question.which")
        likely = self._likeliest(question, locale)
        enough = max(SURER if of_goods else SURE, DOUBTS.get(facts.get("doubtful", ""), SURE))
        hit = likely if likely and likely.likeness >= enough else None
        if hit is not None and not of_goods:
            return _told(hit)
        if facts.get("doubtful") == "much":  # nobody asked for goods
            return _told(hit) if hit is not None else result(self.name, "unknown", locale)
        try:
            found = await shop.goods.find(question, 1)
        except ShopCannot:
            found = ()
        except (ShopDown, OSError):
            return _told(hit) if hit is not None else result(self.name, "shop_down", locale)
        if found:
            return _product(found[0], locale)
        return _told(hit) if hit is not None else result(self.name, "unknown", locale)

    def _likeliest(self, question: str, locale: Locale) -> Hit | None:
        """The likeliest entry of the whole question, or of one of its sentences: the others are no part of what is asked."""
        parts = [
            part for part in _SENTENCES.split(question)[:MOST_SENTENCES] if len(part.split()) > 1 or not part.isascii()
        ]
        hits = [self._shelf.of(locale).find(words) for words in (question, *(parts if len(parts) > 1 else ()))]
        return max((hit for hit in hits if hit is not None), key=lambda hit: hit.likeness, default=None)


def _told(hit: Hit) -> TaskResult:
    answer, facts = hit.entry.answer, {"topic": hit.entry.id}
    if hit.entry.leads_to:
        facts["leads_to"] = hit.entry.leads_to
    return TaskResult(task=AnswerQuestion.name, outcome="answered", words=answer, spoken=answer, facts=facts)


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
    return replace(said, facts={"topic": "product"})
