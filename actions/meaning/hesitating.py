"""Whether the customer wants time: a moment to look something up, or to think before anything is done. Pure; knows no bot."""

import re

LONGEST, LONGEST_THOUGHT = 40, 24  # characters; a longer message says more
LONGEST_PUT_OFF = 70  # of one that puts off what was asked
_WAIT = r"(?:稍等|等等|等一?下|等一会)"
_HOLD = r"(?:hold|hang) on"
_LOOK = r"(?:让|容)?我(?:先|去)?(?:找找?|看看?|查查?|翻翻?)(?:一?下)?(?:[税单订]?[单号]号?|订单|短信)?"
_CHECK = r"(?:let me|i'?ll|i will|i need to|i have to) (?:look|check|see|find it|ask)(?:(?: with)? my \w+)?"
_TELLS_LATER = re.compile(  # what was asked for will come: "I'll send it in a minute", 先等一下，我找找地址, 我明天再告诉你
    r"^(?:(?>(?:ok|okay|sure|wait|sorry|please|well|hm+|um+)[,. ]+))*(?:i'?ll|i will|let me) (?:just |have to )?(?:send|tell|give"
    r"|get|find|look|check|see)(?: you| it| that| them| the \w+| up| for)*"
    r"(?: (?:in a|a) (?:minute|moment|second|sec|bit)|soon|shortly|later|tomorrow|first|right away| now)*[ .!]*$"
    r"|^(?>(?:好的?|嗯|哦|那|先|请|你|您|稍|[,，。 ])*)(?:等[等一]?[下会]?儿?[,，。 ]*)?(?:我|让我)(?:先|再|去|得)*"
    r"(?:找[找一]?下?|查[查一]?下?|看[看一]?下?|翻[翻一]?下?|问[问一]?下?)(?:我的?)?"
    r"(?:新?地址|税号|抬头|公司名称?|发票信息|名称|邮箱|同事|公司)?[吧哈啊。.! ]*$"
    r"|^(?:我)?(?:等下|等会儿?|一会儿?|待会儿?|回头|明天|晚点|稍后|过会儿?)(?:我)?(?:再)?"
    r"(?:告诉|发给?|给|联系|回复)[你您]?们?[吧哈啊。.! ]*$",
    re.I,
)
_PAUSES = re.compile(
    rf"^(?:好的?|嗯|哦|那|诶|欸|哎|啊|[,，。 ])*(?:(?:请|你|您)?(?:{_WAIT}|等)(?:一?下|一?会儿?|儿|我)?|{_LOOK})[\s,，.。~]*"
    rf"(?:{_LOOK}|(?:去|先)?(?:找|查|翻)(?:一?下)?(?:[税单订]?[单号]号?|订单|短信)?)?[啊哈呢吧\s.。!！]*$"
    r"|^(?:(?:ok|okay|sure|wait|sorry|please|oh|actually|um+)[,. ]+)*"
    rf"(?:wait|{_HOLD}|(?:one|just a) (?:moment|sec(?:ond)?|minute)|{_CHECK}|(?:i'm |i am )?(?:looking|checking))"
    rf"(?:[, ]+(?:please|{_CHECK}|for it|it up))*[ .!]*$",
    re.I,
)
_THINKS = re.compile(  # or asks somebody first: "let me think", 我问下我老公
    r"^(?:[税号我那嗯,，。 ]|等等)*(?:要|得|去|先|帮你)*(?:去)?问一?[下问]?(?:公司|单位)?(?:财务"
    r"|会计|出纳|老板|同事|老婆|老公|家里人?|家人)?(?:[,，。 ]*等我?一?[下会]儿?)?[啊吧哈。.! ]*$"
    r"|^税号(?:等|稍)[等我一下会儿]*[啊吧哈。.! ]*$|^(?:[那嗯呃额诶欸哎啊你您我先得要让,，。 ]"
    r"|稍等|等[等一]?[下会]儿?)*(?:想[想一]?[想下]|考虑(?:考虑|一?下)?"
    r"|问问?(?:一?下)?我?(?:老公|老婆|妈妈?|爸爸?|家人|家里人?|朋友|同事|孩子|女儿|儿子|先生|太太|他|她))(?:再说)?[吧哈啊。.! ]*$"
    r"|^(?>(?:ok|oh|wait|sorry|hold on|hang on|one (?:sec|second|moment|minute)|[,. ])*)"
    r"(?:let me|i'll|i will|i have to|i need to) (?:think|ask)(?: (?:about it|my \w+))?[ .!]*$",
    re.I,
)
_POLITE_ZH = r"(?:好的?|嗯|哦|诶|哎|欸|啊|那|不好意思|抱歉|你|您|请|先|稍|麻烦|[,，。 ])*"
_NEEDED_ZH = (
    r"(?:我(?:这|家)?|家里|这边|门口|外面|[先得要去])*(?:有(?:个|点)?(?:人|电话|急?事)|来(?:了个?)?(?:电话|人)"
    r"|接(?:个|一?下)?(?:电话|孩子|人)|开(?:个|一?下)?门|孩子|宝宝|娃|电话|门铃|上个?厕所|锅)"
)
_CALLS_ZH = r"(?:在|敲门|按门铃|找我?|叫我?|[来进打]|响|哭|闹|醒|要?处理|一下|开|[了啊哈呢])"
_CALLED_AWAY = re.compile(  # by somebody or something: "sorry hold on the baby's crying", 等一下有人敲门, "my phone is ringing"
    r"^(?!.*\b(?:brok\w+|orders?|parcel|package|late|wrong|missing|damag\w+|arriv\w+"
    r"|return\w*|cancel\w*|refund|crack\w*|work\w*|receiv\w+|got|lost|has (?:it|them)|took|found|picked)\b)"
    r"(?:(?:ok|okay|oh|oops|sorry|no|please|just)\b[,. ]*)*(?:(?:wait|hold on|hang on)\b[,. ]*"
    r"|(?:(?:one|1|a|just a|half a) ?)?(?:sec(?:ond)?|moment|minute|min)\b[,. ]*|bear with me[,. ]*)+"
    r"(?:please[,. ]*)?(?:sorry[,. ]*)?"
    r"(?:(?:someone|somebody|there)(?:'?s| is)?|(?:the|my)) (?:someone|somebody|at the|door\w*|bell|phone|other|baby|kids?"
    r"|child\w*|son|daughter|dog|boss|wife|husband|mum|mom|dad|kettle|bus|train)\b[^0-9?]{0,25}$"
    r"|^(?:(?:ok|okay|oh|sorry|please|wait|just)\b[,. ]*)*(?:brb|(?:i'?ll |i will )?be right back|bear with me"
    r"|(?:give me )?(?:one |1 |a |just a |half a )?(?:sec|second|moment|minute|min)(?: please)?"
    r"|(?:the|my) (?:phone|doorbell|door)(?:'s| is) ringing|(?:someone|somebody)(?:'s| is) (?:at the door|calling)"
    r"|there'?s (?:someone|somebody) at the door)(?:[, ]+(?:please|sorry))?[ .!]*$"
    rf"|^{_POLITE_ZH}等(?:一?下|一?会儿?|等|我一?下)(?:啊|哈|哦)?[,，。 ]*{_NEEDED_ZH}{_CALLS_ZH}*[。.!！ ]*$"
    rf"|^{_POLITE_ZH}{_NEEDED_ZH}{_CALLS_ZH}+[。.!！ ]*$",
    re.I,
)
_FOR_A_REASON = re.compile(  # 等一下我拿个东西, 先别改，我确认下门牌
    r"^(?:好的?|嗯|哦|诶|哎|那|不好意思|你|您|请|[,，。 ])*(?:稍等|稍候|等[等一]?[下会]儿?|等我一?[下会]?儿?"
    r"|先别[^，,。]{0,2})(?:啊|哈|哦)?[,，。 ]*"
    r"我?(?:先|去|再|得|要)*(?:拿|确认|看|找|查|核对|核实|对一?下|量|翻|瞅|瞧|打开|数|记一?下)"
    r"(?!.*(?:退|换|取消|不要|人工|投诉|改成|多少|吗|怎么|什么时候))[^，。?？0-9]{0,12}[。.!！… ]*$"
    r"|^税号(?:我)?(?:去|先)?(?:找|查|翻)(?:一?下)?[,， ]*(?:稍等|等一?[下会]儿?|等我)*[啊哈吧。.! ]*$"
)
_COMES_BACK = re.compile(
    r"^(?:(?:ok|okay|right|sorry|so|hi|hello|and|yes)\b[,. ]*)*(?:(?:i'?m|i am|im) )?"
    r"(?:back(?: now| again| here)?|ready(?: now| when you are)?)(?:[, ]+sorry)?[ .!]*$"
    r"|^[嗯哦行,，。 ]*(?:好了|可以了|行了)[,，。 ]*(?:你|您)(?:可以)?(?:继续)?(?:说|讲|问)?吧?[。.!！ ]*$"
    r"|^[嗯哦行,，。 ]*(?:好了|可以了|行了)(?:继续吧?)?[啊。.!！ ]*$"
    r"|^(?:好了?|我|现在|不好意思|抱歉|[,，。 ])*(?:我好了|回来了|接完了|弄好了|忙完了|在了)[啊哈。.!！ ]*$",
    re.I,
)
_WAVERS = re.compile(
    rf"再(?:想想|想一想|考虑|看看)|考虑(?:一下|考虑|下)|想一?想再|先(?:不|别)|{_WAIT}|暂时不|还没想好|犹豫"
    rf"|\b(?:{_HOLD}|let me think|(?:i'?ll|i will|gonna) think|need to think|not sure yet|not yet|not now)\b",
    re.I,
)


_BEGINS = re.compile(
    r"^(?:(?:no|oh|ok|okay|hm+|um+|so|and|but|well|wait|hey|hang on|sorry|actually|one (?:more|other|last) thing|also|anyway|btw"
    r"|by the way|before (?:i|you) (?:go|leave)|there'?s (?:more|one more thing)|not (?:done|finished) yet)\b[\s,.!…]*)+$"
    r"|^(?:嗯|哦|啊|等等|等一?下|其实|其實|但是|不过|不過|对了|對了|还有|還有|那个|那個|另外|然后|然後|还没完|還沒完"
    r"|[\s,，.。…!！])+$",
    re.I,
)
_NO_MORE = re.compile(r"^(?:no|ok|okay)(?:[\s,.!…]+(?:no|ok|okay))*[\s.!…]*$", re.I)
_TELLS_LACK = re.compile(
    r"^(?:but )?(?:i (?:have|got) |i've (?:got )?|there(?:'?s| is| was) |got |still )?no (?:order )?"
    r"(?:number|confirmation|e-?mails?|invoice|receipt|refund|money|tracking|reply|answer|response|delivery|parcel|package"
    r"|news)\b"
    r"|^(?:可是|但是?|我|还是|還是|都|也)*(?:没有?|沒有?)(?:订单号|訂單號|单号|邮件|郵件|发票|發票|退款|物流|消息|回复|短信"
    r"|包裹)",
    re.I,
)


_DECLINES = re.compile(
    r"^(?:\W|(?:ok|okay|oh|well|um+|hm+|so|yes|yeah|but|and)\b)*(?:no|nope|nah|na|non|not|none|nothing|never ?mind"
    r"|don'?t|do not|stop"
    r"|enough|leave|forget|skip|that'?s|that is|that was|that'?ll|it'?s|i'?m|i am|we'?re|all|i (?:don'?t|do not|think"
    r"|guess|got|have)"
    r"|done|finished|fine|good|thanks?|thank|cancel|bye|later|maybe|nvm|n)\b"
    r"|[\u4e00-\u9fff]",
    re.I,
)
LONGEST_NO = 3  # words that need not look like a no


def is_plain_no(text: str) -> bool:
    """Whether a "no" is one to what was asked, not to something of one's own: "no thanks", but not "don't tell him i asked"."""
    said = text.strip().replace("\u2019", "'")
    told = re.search(r"[0-9]|\b(?:him|her|them|he|she|they)\b", said, re.I)
    return told is None and (len(said.split()) <= LONGEST_NO or _DECLINES.match(said) is not None)


def begins_to_say(text: str) -> bool:
    """Whether the words only open what is not said yet: "actually", "oh wait", 对了. It is no answer."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _BEGINS.match(said) is not None and not _NO_MORE.match(said)


def tells_lack(text: str) -> bool:
    """Whether a "no" says what is not there, not that nothing is wanted: "no number", "still no refund"."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _TELLS_LACK.match(said) is not None


_AS_IT_WAS = re.compile(
    r"(?:(?:ok|okay|no|please|wait|then)\b[,. ]*)*(?:change|put|set|switch) (?:it|that) back\b"
    r"|(?:那|还是|算了|[,，。 ])*[改换]回(?!寄)",
    re.I,
)


def puts_back(text: str) -> bool:
    """Whether what was read back is to be as it was: nothing is done, and nothing else is wanted."""
    return _AS_IT_WAS.match(text.strip()) is not None


def pauses(text: str) -> bool:
    """Whether only a moment is wanted, or is over: "hang on, let me check", 等一下 我找找, 等一下有人敲门, "back"."""
    said = text.strip().replace("\u2019", "'")
    waits = (_PAUSES, _TELLS_LATER, _THINKS, _CALLED_AWAY, _FOR_A_REASON, _COMES_BACK)
    return len(text) <= LONGEST and any(pattern.match(said) for pattern in waits)


_BACK = re.compile(  # "ok", 好的: to a wait it says no more than that it is over
    r"^(?:(?:ok(?:ay)?|oki|okey|k|alright|all right|right|fine|good|great|so|well|now|done|there|then|ready|sorry|hi|hello|hey"
    r"|and|thanks?(?: you)?(?: for waiting)?|(?:i'?m|i am|im) (?:back|ready|here|done|listening)|back|here|go (?:ahead|on)"
    r"|carry on|continue|you can (?:go on|continue)|that'?s (?:done|it)|found it|where were we)\b[\s,.!…]*)+$"
    r"|^(?:好[的了啦吧滴嘞]?|嗯|哦|行[了啦]?|可以了?|ok|那|继续吧?|你?(?:继续)?说吧?|在的|我?(?:回来|来|在|弄好|忙完|接完|找到|看完)了"
    r"|(?:让[你您])?久等了|不好意思|抱歉|谢谢|[\s,，.。!！~…])++$",
    re.I,
)


def waits(text: str) -> bool:
    """Whether only a moment is wanted, which is not over yet: "hold on", 等一下."""
    return pauses(text) and _COMES_BACK.match(text.strip().replace("\u2019", "'")) is None


def only_back(text: str) -> bool:
    """Whether nothing is said but that a wait is over: "ok", "ok I'm back", 好的. Not asked to wait it may be a yes; "yes" and
    是的 are one in any case."""
    return len(text) <= LONGEST and _BACK.match(text.strip().replace("\u2019", "'")) is not None


def called_away(text: str) -> bool:
    """Whether the customer needs a moment, for somebody or something else or to think: "hold on, someone's at the door",
    等下有电话, "let me think"."""
    said = text.strip().replace("\u2019", "'")
    return len(text) <= LONGEST and (_CALLED_AWAY.match(said) or _THINKS.match(said)) is not None


_OPENS_EN = (
    r"(?:(?:no|oh|ok|okay|yes|yeah|sure|right|so|but|and|well|wait|sorry|actually|please|hm+|um+|uh+|hold on|hang on|maybe"
    r"|perhaps"
    r"|probably|one moment|never ?mind|i think|i guess)\b[,.… ]*)*"
)
_AFTER_EN = (
    r"(?:[,. ]+(?:first|please|maybe|perhaps|though|thanks?|thank you|ok|okay|then|now|again|yet|really|later|tomorrow|tonight"
    r"|today|some more|a (?:bit|little) more|for (?:a|one|some) (?:bit|moment|minute|second|while|time|day|night)|a (?:bit"
    r"|little)(?: more)?|sorry|to be honest"
    r"|about (?:it|that|this)|before (?:that|i decide)"
    r"|(?:if|whether) i (?:should|want (?:it|to|that|this))))*[ .!?…]*$"
)
_SOMEONE_EN = (
    r"(?:(?:my|the|our) (?:wife|husband|partner|boyfriend|girlfriend|mum|mom|mother|dad|father|son|daughter|sister|brother|kids?"
    r"|family|parents|friend|boss|colleague|neighbou?rs?|roommate|flatmate|doorman|caretaker|reception|concierge|office)"
    r"|him|her|them|somebody|someone|around|next door)"
)
_PUTS_OFF = re.compile(  # it is not decided, or something else comes first: "I'll think about it", "maybe later"
    rf"^{_OPENS_EN}(?:(?:let me|i'?ll|i will|i(?:'?m| am) going to|i have to|i need to|i must|i want to|i'?d (?:like"
    rf"|rather)(?: to)?"
    r"|i would (?:like|rather)(?: to)?|gonna|i'?d better|we'?ll|let us|let'?s) (?:just |first |still |rather |better )*"
    rf"(?:think|think (?:about|on|over) (?:it|this|that)|think it over|sleep on it|decide(?: (?:later|first))?|wait"
    rf"|do (?:it|that|this) (?:later|tomorrow|another time)|(?:ask|call|ring) {_SOMEONE_EN}"
    rf"|(?:check|talk|speak|ask|look) (?:with|to|at|by) {_SOMEONE_EN}"
    r"|(?:check|look (?:in|at|on|around|behind)) (?:the|my|our|in the|at the|on the|by the) (?:porch|door\w*"
    r"|mail ?box|letter ?box|mail ?room"
    r"|lobby|reception|shed|garage|garden|hall\w*|yard|gate|back(?: door)?|front(?: door)?|concierge|neighbou?rs?"
    r"|locker|post ?office)"
    r"|(?:look|check|search|go and look|have a look) (?:outside|around|again|downstairs|upstairs|at the door|in the (?:garden"
    r"|shed"
    r"|garage|hall|mailbox|letterbox|house))|get back to you|come back(?: to (?:it|this|that|you))?|leave it for now)"
    r"|(?:i )?(?:really |still )?(?:do ?n[o']?t|do not) (?:really )?know|(?:i'?m |i am |we'?re )?(?:still "
    r"|just )?(?:not (?:so |quite "
    r"|really |entirely |100% )?(?:sure|ready|decided)|unsure|undecided|thinking(?: about it)?)|(?:i |we )?(?:have ?n[o']?t"
    r"|have not) decided"
    r"|(?:maybe |perhaps )?(?:later|tomorrow|next (?:week|month|time|year)|(?:another|some other) (?:day|time)"
    r"|in a (?:few days|week"
    r"|while|bit)|not (?:now|yet|today|tonight|right now|just yet|at the moment|for now))"
    r"|(?:can|could|may) (?:i|we) (?:do|decide) (?:(?:it|this|that) )?(?:later|tomorrow|another time)"
    rf"|(?:ask|remind) me (?:later|tomorrow|again)|(?:give me|i need) (?:some|a bit of|a little|more|some more) time){_AFTER_EN}",
    re.I,
)
_PUTS_OFF_ZH = re.compile(
    r"^(?:[那嗯呃额诶欸哎啊哦好行先再你您我还是得要让,，。… ]|算了|等[等一]?[下会]儿?)*"
    r"(?:想[想一]?[想下](?:看|再说)?|再说吧?|考虑(?:考虑|一?下)?(?:再说)?|(?:再|过)?(?:回头|改天|晚点|以后|过两天|过几天|明天"
    r"|下周|下次|到时候?)(?:再)?"
    r"(?:说|办|弄|看|决定)|(?:先)?(?:问|打)(?:问|一?下|个电话问)?(?:一?下)?我?(?:老公|老婆|妈妈?|爸爸?|家人|家里人?|朋友|同事"
    r"|孩子|女儿|儿子|先生"
    r"|太太|邻居|室友|门卫|保安|物业|前台|他|她)(?:再说|看看)?|(?:去|到)?(?:门口|楼下|外面|驿站|快递柜|信箱)(?:去)?(?:看"
    r"|找)(?:看|找|一?下)?"
    r"|等.{1,8}再(?:说|决定)|(?:也|还)?(?:不知道|没想好|没决定|不确定|不太确定|没考虑好|犹豫)(?:呢)?)[了吧哈啊呢。.!！… ]*$"
)


def puts_off(text: str) -> bool:
    """Whether it is not decided yet what was asked, or something else comes first: "I'll think about it", "maybe later",
    "let me ask my husband", 我再想想. It is no short wait: who says so has not agreed, and may not come back to it."""
    said = text.strip().replace("\u2019", "'")
    if _FOR_A_REASON.match(said):
        return False
    return len(said) <= LONGEST_PUT_OFF and (_PUTS_OFF.match(said) or _PUTS_OFF_ZH.match(said)) is not None


def wavers(text: str) -> bool:
    """Whether the words put off what was asked or offered: "hold on, let me think", 我再想想. A short wait does, too."""
    return len(text) <= LONGEST_THOUGHT and _WAVERS.search(text) is not None
