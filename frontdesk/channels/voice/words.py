"""What the voice door itself must say: to a caller when all else fails, to an agent whose phone rang.

Owners may give any of these keys as a prompt of their own; the words here need no file, no database and no Rasa.
"""

from collections.abc import Mapping
from types import MappingProxyType

from frontdesk.core.words import Words

BUILT_IN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "voice.sorry": MappingProxyType(
            {
                "en": "Sorry, something went wrong on our side. Please stay on the line; we will go on in a moment.",
                "zh": "抱歉，我们的系统出了点问题。请不要挂机，我们马上继续为您服务。",
            }
        ),
        "voice.sorry_end": MappingProxyType(
            {
                "en": "Sorry, we can't go on with this call just now. Please call again in a few minutes. Goodbye.",
                "zh": "非常抱歉，现在无法继续这次通话。请过几分钟再打来。再见。",
            }
        ),
        "voice.late": MappingProxyType(
            {
                "en": "One moment, please; this takes a little longer. For a colleague, press 0.",
                "zh": "请稍等，这次需要多一点时间。转人工请按0。",
            }
        ),
        "voice.late_still": MappingProxyType(
            {
                "en": "I'm sorry, our system is slow just now. I'm still on it. For a colleague, press 0.",
                "zh": "抱歉，我们的系统现在比较慢，我还在为您处理。转人工请按0。",
            }
        ),
        "voice.late_person": MappingProxyType(
            {
                "en": "All right, a colleague. I'll put you through as soon as our system answers; please stay on the line.",
                "zh": "好的，为您转人工。系统一恢复就为您转接，请不要挂机。",
            }
        ),
        "voice.lost": MappingProxyType(
            {
                "en": "Sorry, we lost track of your call. Let's start again.",
                "zh": "抱歉，刚才的通话中断了，我们重新开始。",
            }
        ),
        "voice.record_consent": MappingProxyType(
            {
                "en": "What you say after the tone is recorded, and kept until it is answered. Press hash when you are done.",
                "zh": "提示音后的留言会被录音，并保留到处理完为止。说完请按井号键。",
            }
        ),
        "voice.recorded": MappingProxyType({"en": "Voice message,", "zh": "语音留言，"}),
        "texts.no_media": MappingProxyType(
            {
                "en": "I can only read words here, no pictures, sounds or places on a map. Please write it.",
                "zh": "我在这里只能看文字，看不了图片和位置，也听不了语音。请用文字告诉我。",
            }
        ),
        "texts.sorry": MappingProxyType(
            {
                "en": "Sorry, something went wrong on our side. Please write again in a minute.",
                "zh": "抱歉，我们的系统出了点问题。请过一分钟再发一次。",
            }
        ),
        "voice.on_hold": MappingProxyType(
            {"en": "One moment, please. My colleague will be right back.", "zh": "请稍等，同事马上回来。"}
        ),
        "voice.callback_later": MappingProxyType(
            {
                "en": "All right. You keep your place, and I'll call you again in a little while. Goodbye.",
                "zh": "好的，您的排队位置会保留，我们过一会儿再打给您。再见。",
            }
        ),
        "voice.callback_dropped": MappingProxyType(
            {"en": "All right, we won't call you any more. Goodbye.", "zh": "好的，我们不再给您回电。再见。"}
        ),
        "voice.agent_brief": MappingProxyType(
            {"en": "A customer is waiting to talk to you.", "zh": "有一位客户正在等您接听。"}
        ),
        "voice.agent_press": MappingProxyType(
            {"en": "Press 1 to take the call, or 2 to decline.", "zh": "接听请按1，拒绝请按2。"}
        ),
        "voice.agent_declined": MappingProxyType(
            {"en": "All right. The call goes to a colleague. Goodbye.", "zh": "好的，电话将转给其他同事。再见。"}
        ),
        "voice.agent_gone": MappingProxyType(
            {"en": "The customer is no longer waiting for you. Goodbye.", "zh": "客户已不在等候了。再见。"}
        ),
        "voice.agent_sorry": MappingProxyType(
            {
                "en": "Sorry, this call can't be connected just now. Please look at your desk. Goodbye.",
                "zh": "抱歉，现在无法接通这个电话，请查看您的工作台。再见。",
            }
        ),
    }
)


def spoken(words: Words, key: str, lang: str) -> str:
    """The owner's words for this key, or the built-in ones; a language we have no words in hears English."""
    try:
        return words.phrase(key, lang).spoken
    except KeyError:
        known = BUILT_IN.get(key, {})
        return known.get(lang) or known.get("en", "")
