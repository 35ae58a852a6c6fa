"""What is told of one of ours who was spoken with before: "the chat agent kept calling me names". It asks for nobody. Pure."""

import re

LONGEST = 600  # characters in which it is looked for
_KIND = (
    r"(?:live|chat|phone|customer|support|service|care|human|real|sales|night|first|second|third|last|previous|other)"
)
_ONE = (
    rf"(?:(?:the|an?|your|that|this|some|one of your|my|(?:last )?(?:nights|weeks)|yesterdays|todays) )?(?:{_KIND} )*+"
    r"(?:agents?|reps?|representatives?|operators?|advis[eo]rs?|persons?|people|colleagues?|employees?|staff|supervisors?"
    r"|managers?|humans?|specialists?|team)"
)
_WHEN = (
    r"(?: (?:last (?:night|time|week)|yesterday|earlier|before|today|tonight|(?:this|on|in the|at) \w+"
    r"|(?:who |that )?i (?:spoke|talked|chatted|dealt|was (?:speaking|talking|chatting)) (?:to|with)"
    r"|(?:who|that|i got|i had)\b)){0,3}"
)
_BESIDE = (
    r"(?:(?:ha[sd]|have|just|then|also|even|kept?|keeps|keep on|started|began|only|literally|simply|straight|never|always|was"
    r"|were|is|are|been|so|very|really|rudely|suddenly|once|actually|basically|repeatedly|and|did|didnt) )*"
)
_WRONGED = (
    r"(?:call(?:ed|ing) (?:me|us)|call me (?:\w+ )?(?:names|stupid|an? \w+)|call(?:ed|ing) my \w+"
    r"|(?:laugh|insult|shout|yell|swear|curs|mock|ignor|threaten|blam|argu|disconnect|hang|mut|patroni[sz]|belittl"
    r"|bully|harass|tricked|scamm)(?:e?d|t?ing)\b"
    r"|swore|hung up|cut me off|left|closed|ended|lied|refused|disappeared|vanished|walked off|made fun|talked down|snapped)"
)
_TALKED = (  # a talk that was had already
    r"(?:i|we)(?:ve| have)? (?:already |just |only )*(?:had|did) (?:a |to )?(?:chat|call|talk|word|speak)"
    rf" (?:to|with) {_ONE}"
    rf"|\b(?:my|the|our|last nights|yesterdays) (?:chat|call|talk|conversation) (?:to|with) {_ONE}{_WHEN} "
    r"(?:was|ended|got|just|went|dropped)\b"
)
_OFF_THE_LINE = (
    rf"\b(?:did|does|why would) {_ONE}{_WHEN} (?:just )?(?:hang up|cut me off|call me \w+|laugh|close|leave|ignore)\b"
)
_TOLD = re.compile(rf"\b{_ONE}{_WHEN} {_BESIDE}{_WRONGED}|\b(?:{_TALKED})|{_OFF_THE_LINE}")
_TOLD_ZH = re.compile(
    r"(?:(?:昨[天晚]|上次|刚才|刚刚|前天|今天|之前|那个|这个|你们)的?)*"
    r"(?:(?:转|找|接通?|打)?(?:了|过|到|完)?(?:人工|真人|活人|接线员|客服|坐席|经理|主管|专员|店长|老板|员工|工作人员)++)"
    r"(?:[,，]?(?:客服|对方|那个?人|结果))?[^\s,，.。!！?？;；你别不要]{0,10}?"
    r"(?:骂(?:了|过)?(?:我|人|脏话)|骂骂咧咧|叫我(?:傻|笨|蠢|大[妈爷叔]|阿姨|老|白痴|智障|绰号|外号|滚)"
    r"|(?:笑|嘲|耻)笑?(?:了|过)?我|嘲讽|吼(?:了|过)?我|凶(?:了|过)?我|怼(?:了|过)?我|挂(?:了|断)?(?:了)?我|把我.{0,3}挂|挂断"
    r"|敷衍我|侮辱|羞辱|阴阳怪气|爆粗|说脏话|歧视我|讽刺我|威胁我|忽悠我|让我滚|翻白眼)"
)


def without_grievance(said: str) -> str:
    """The words (in the plain form) without what somebody of ours is said to have done: what is left may still ask for a
    person ("your rep hung up on me, put me through to a supervisor")."""
    return _TOLD_ZH.sub(" ", _TOLD.sub(" ", said[:LONGEST])) + said[LONGEST:]
