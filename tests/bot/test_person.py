"""Getting a person: at any point, in any mood; and what happens when the bot understands nothing."""

import pytest

from tests.bot.conftest import Talks, words

pytestmark = pytest.mark.rasa


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I want to talk to a person"),
        ("en", "agent"),
        ("en", "can i speek to somebody please"),
        ("en", "this is useless, give me a human"),
        ("zh", "转人工"),
        ("zh", "我要找人工客服"),
        ("zh", "你听不懂，叫个人来"),
    ],
)
async def test_asked_for_at_once(talks: Talks, lang: str, text: str) -> None:
    """Whoever asks for a person gets one, without a question."""
    assert (await talks(lang)(text)).handoff == "asked"


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("en", ("where is my order", "i want to talk to a person")),
        ("en", ("where is my order 10023", "just give me a human")),
        ("en", ("i want to return order 10024", "agent please")),
        ("en", ("where is my order", "let me speak to someone about order 10023")),
        ("zh", ("我要退货", "转人工")),
        ("zh", ("查一下订单10031", "找人工客服")),
    ],
)
async def test_asked_for_within_a_form(talks: Talks, lang: str, texts: tuple[str, ...]) -> None:
    """A form holds nobody."""
    assert (await talks(lang)(*texts)).handoff == "asked"


async def test_form_is_over_after_a_handoff(talks: Talks) -> None:
    """Coming back from the handoff, the bot does not go on asking for digits."""
    talk = talks()
    await talk("where is my order 10023", "human please")
    assert not (await talk("hello")).expects_secret


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_not_understood_twice_then_a_person(talks: Talks, lang: str) -> None:
    """Other words are asked for, then a person is offered, then one is called."""
    gibberish = ("zxqv wvvk jjq", "vkqx jjwv", "qxzj wvkq") if lang == "en" else ("犇骉羴", "鱻灥麤", "靐龘龖")
    talk = talks(lang)
    first, second, third = [await talk(g) for g in gibberish]
    assert not first.understood
    assert not second.understood
    assert words(first) != words(second)
    assert [c.payload for c in first.messages[-1].choices][-1] == "/human_agent"
    assert "/human_agent" in [c.payload for c in second.messages[-1].choices]
    assert third.handoff == "failures"


@pytest.mark.parametrize(
    ("lang", "text", "yes"), [("en", "can you write me a poem", "yes"), ("zh", "可以帮我写一首诗吗", "好的")]
)
async def test_out_of_scope_offers_a_person(talks: Talks, lang: str, text: str, yes: str) -> None:
    """What the bot can't do is said so; yes fetches a person."""
    talk = talks(lang)
    refused = await talk(text)
    assert refused.intent == "out_of_scope"
    assert refused.handoff is None
    assert (await talk(yes)).handoff == "asked"


async def test_thanks_asks_for_more_and_no_ends(talks: Talks) -> None:
    """Thanks is answered with anything else; no more needs end it."""
    talk = talks()
    assert "anything else" in words(await talk("thank you"))
    assert (await talk("no that's all")).finished


async def test_goodbye_ends(talks: Talks) -> None:
    """Goodbye is the end, in both languages, with words."""
    for lang, text in (("en", "goodbye"), ("zh", "再见")):
        reply = await talks(lang)(text)
        assert reply.finished
        assert words(reply)


async def test_language_may_change_with_every_message(talks: Talks) -> None:
    """Each message says which language to answer in."""
    talk = talks()
    await talk("hello")
    talk.lang = "zh"
    assert "您好" in words(await talk("你好"))
