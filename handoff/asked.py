"""What a customer who waits writes to us: how long it takes, or one of the ways on in their own words. Pure."""

import re

from handoff.keeping import LEAVE

LONGEST = 60  # characters; a longer message is for the colleague
_HOW_LONG = re.compile(
    r"\bhow (?:long|much longer|many (?:people|are)|soon)\b|\bwhen (?:will|is|can) (?:someone|somebody|anyone|a colleague|it|i)\b"
    r"|\b(?:any idea|know) (?:how|when)\b|\bmy position\b|\bwhat (?:position|place|number)\b"
    r"|\b(?:place|number) in (?:the )?(?:line|queue)\b"
    r"|\beta\b|\bstill (?:waiting|there)\b"
    r"|多久|多长时间|多長時間|几分钟|幾分鐘|什么时候|什麼時候|还要等|還要等|[几幾]位|第几|第幾|排到|前面.{0,4}[几幾多]|人呢|有人吗|有人嗎",
    re.I,
)
# "how long does a refund take?" is for the colleague: an answer about the queue would be taken for one about the money
_OF_GOODS = re.compile(
    r"\b(?:orders?|refund\w*|money|cash|paid|deliver\w*|arriv\w*|ship\w*|sent|parcels?|packages?|courier|return\w*|replace\w*"
    r"|exchange\w*|repair\w*|warranty|stock|invoice|receipt)\b"
    r"|订单|訂單|退|钱|錢|款|到账|到賬|发货|發貨|到货|到貨|快递|快遞|物流|包裹|收到|出库|出庫|预售|預售|寄|送|补|補|修|发票|發票",
    re.I,
)
_OF_COURIERS = re.compile(
    r"\b(?:drivers?|carriers?|neighbou?rs?|door|porch|gate|post(?:man|woman)|before (?:you|they) come|the sellers?"
    r"|reviews?|gift)\b"
    r"|\b(?:note|message) (?:for|on|to|about|with) (?:it\b|(?:number )?(?:#?[0-9]{5,7}"
    r"|(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine) ){2}\w+)\b)"  # of an order: for its delivery
    r"|门口|門口|师傅|邻居|上门|小哥|[0-9]{5,7}[^，,。0-9]{0,6}留",
    re.I,
)
_NO_PERSON = re.compile(  # that, not "I don't want an agent who …" or "不要人工智能"
    r"\b(?:don'?t|do not) (?:want|need) (?:to (?:talk|speak) (?:to|with) )?(?:an? |your |the |any )?(?:real |live )?"
    r"(?:person|human|agent|colleague|any ?(?:one|body))"
    r"(?=(?: (?:any ?more|any longer|now|then|after all|please|thanks|thank you))*(?: *(?:[.!,;]|$)| i (?:want|need|just)\b))"
    r"|不(?:要|想要|想找|需要)(?:转)?(?:人工|真人)(?:客服)?(?=了|[ ,，。.!！]|$)",
    re.I,
)
LONGEST_AHEAD = 100
_SOMEBODY = (
    r"(?:(?:an? |the |your |any |one of your |some)?(?:real |live |actual |human |next |free )*"
    r"(?:person|human(?: being)?|agents?|operators?|representatives?|rep|colleagues?|advis[eo]rs?|somebody|someone|anyone"
    r"|anybody|people|customer service))"
)
_NOT_TO_TALK = r"(?! to (?!talk|speak|help|answer))"
_ONES_TURN = (  # that somebody is reached, or is free; not what they do once they are
    r"(?:(?:speak|talk|chat|connect\w*|transferr?ed|put through|reach|get|have|see)(?: me| us)?(?: through)?(?: to| with"
    rf"| hold of)? {_SOMEBODY}{_NOT_TO_TALK}"
    rf"|{_SOMEBODY}(?:'s| is| are| will be| to be| be| becomes?| gets?)? (?:free|available|there|here|ready|with me|on the line)"
    rf"{_NOT_TO_TALK}"
    rf"|{_SOMEBODY} (?:can |could |will |to )*(?:talk to|speak (?:to|with)|help|takes? (?:my|the) call|answers?(?! my)"
    r"|picks? up(?! (?:it|my|the)\b))"
    rf"|(?:for|until|till|to|before) {_SOMEBODY}(?=[ ?.!]*$))"
)
_WAIT_TIME = (  # to get through, not for goods
    r"(?:(?:wait(?:ing)?|hold) times?|the wait\b(?! time)|queue)"
    r"(?! (?:for|on|of) (?:an?|the|my|new) (?!queue|phone|person|human|agent|colleague))"
    r"(?! (?:at|in) (?!the moment|present|your|here))"
)
_AHEAD = re.compile(
    r"\b(?:how (?:long|soon|much longer|quick(?:ly)?)(?! (?:has|have|had|did|ago)\b)|when (?:can|could|will|would|may|is))\b"
    rf".{{0,40}}\b(?:in line|on hold|{_WAIT_TIME}|{_ONES_TURN}|get through)\b"
    rf"|\bwhen (?:are|is|will) {_SOMEBODY}(?: be)? (?:there|here|back|in|around|available|on duty|free|online)\b{_NOT_TO_TALK}"
    rf"|\b(?:how (?:long|big|full|many)|what(?:'?s| is)|is there)\b.{{0,30}}\b(?:{_WAIT_TIME}"
    r"|(?:people|callers|customers)(?: are| is)?(?: still)? (?:ahead|before|in front|waiting))\b"
    r"|(?:排队|排隊|人工|真人|客服|坐席|接线员|同事)[^，。,说說给給]{0,8}(?:要|得|需要|还要|大概|大约)?[^，。,说說给給]{0,4}"
    r"(?:多久|多长时间|多長時間|几分钟|幾分鐘|等多)(?!.{0,3}(?:解决|解決|办|辦|给|給|到|修))"
    r"|(?:多久|多长时间|多長時間|几分钟|什么时候|什麼時候).{0,6}(?:能|可以|才|会)*.{0,4}"
    r"(?:接通|转到?人工|轉人工|有人工|(?:轮到|輪到|排到)(?!我?[的发發出])|接到人工|找到人工)"
    r"|(?:人工|真人|客服|坐席|接线员|同事|你们的?人).{0,4}(?:什么时候|什麼時候|几点|幾點|啥时候).{0,3}(?:在|有空|有人|回来|回來|上线|上線)"
    r"|(?:什么时候|什麼時候|几点|幾點|啥时候).{0,3}(?:有|才有|会有)(?:人工|真人|客服|坐席|同事|人(?=[在接吗呢啊]|[ ?？。!！]*$))"
    r"|排队.{0,6}(?:人多|多少人|几个人|幾個人|长吗|長嗎)|前面.{0,4}(?:几个人|幾個人|多少人|几位|幾位)"
    r"|(?:多少|几个|幾個)人在?(?:排队|排隊|等人工)",
    re.I,
)
# of what a person does once they are there, or has done, the queue knows nothing
_OF_THE_PERSON = re.compile(
    r"\b(?:call|ring|write|get back|repl(?:y|ies)|answer my|contact|e-?mail|sign|open|work)\w*\b"
    r"|回复|回覆|答复|回电|回電|联系|聯繫|处理|處理|上班",
    re.I,
)
_WAYS = (
    (
        "callback",
        re.compile(
            r"\b(?:call|ring|phone) me(?: back)?(?=[ ,]*(?:[.!?,;]|$|(?:please|pls|then|instead|now|later|when|if|as|at|on|in"
            r"|asap|today|tonight|tomorrow|this|before|after|and|or|thanks?)\b))|\bcall ?back\b"
            r"|回电|回電|回[个個]?(?:电话|電話)|打[给給]我",
            re.I,
        ),
    ),
    (
        "message",
        re.compile(
            r"\bleave (?:a |you a |them a )?(?:message|note)\b(?! (?:with|at|on|in|by)\b)|留言|留[个個]?(?:消息|言)", re.I
        ),
    ),
    (
        "bot",
        re.compile(
            r"^(?:(?:ok|okay|then|i'?ll (?:take|try)|go (?:on )?with|give me|back to)[, ]+)*(?:the |your )?"
            r"(?:self[- ]?service|bot|assistant)(?:[, ]+(?:then|instead|please|meanwhile|while i wait))*[ .!]*$"
            r"|^(?:那|好|先|我|要|用|[,，])*(?:自助|机器人|機器人)(?:办理|辦理|服务|服務|吧)*[ 。！]*$",
            re.I,
        ),
    ),
    (
        LEAVE,
        re.compile(
            r"\b(?:never ?mind|forget (?:it|about it)|(?:don'?t|do not|won'?t) (?:want to )?wait"
            r"|no longer need(?:ed)?(?= (?:any |your )?(?:help|to (?:talk|speak|wait)|an? |some(?:body|one)|anyone)|[ .!]*$)"
            r"|go on without|cancel (?:that|the wait|this)(?=[ .!]*(?:please|pls|thanks?)?[ .!]*$|[.!;] ?[a-z]))\b"
            r"|^(?:no[, ]+)?(?:that'?s (?:all|it)|nothing else|(?:i'?m|all) (?:done|good|sorted)|good ?bye|bye)"
            r"(?:[, ]+(?:now|thanks|thank you|then))*[ .!]*$"
            r"|^(?:那|先|好|好的|嗯|[,，。 ])*(?:不(?:用|需要|必)再?[转轉找](?:人工|客服)了?|[没沒]事了"
            r"|(?:已经|已經)?解[决決]了)"
            r"[ ,，]*(?:谢谢|謝謝|再见|再見)?[ 。.!！]*$"
            rf"|{_NO_PERSON.pattern}"
            r"|不等了|算了(?![一下半好几幾])|(?:^|[,，。 ])(?:那|那就|好|好的|谢谢|謝謝|嗯)?不用了|不找人工了",
            re.I,
        ),
    ),
)  # fmt: skip
# "don't call me", "they said they would call me back", "I'll call back later", 我留言了没人回: no wish, but what went wrong,
# what is not wanted, what somebody else does, or what is asked about it.
_NO_WISH = re.compile(
    r"\b(?:don'?t|do not|didn'?t|did not|never|nobody|no ?one|says?|said|told|promised|supposed|already|tried|skip|cancel|missed"
    r"|wait(?:ed|ing)|no need|needn'?t|not (?:an?|necessary|need\w*|going)|do you want me|why (?:do|did|would|are)"
    r"|when (?:do|did|will|would|are|is)|(?:message|text|letter|e-?mail|asked) to)\b.{0,30}\b(?:call|ring|phone|leave)"
    r"|\b(?:i|we)(?:'?ll|'?d)?(?: (?:will|can|could|should|shall|must|may|have to|need to|want to|just|then))* call ?back\b"
    r"|\b(?:should|can|could|shall|may) (?:i|we) call ?back\b|\byour call ?back\b"
    r"|\b(?:he|she|they|who|will)(?:'?ll)?(?: (?:will|must|should|can|may|is to))? (?:call|ring|phone) me\b"
    r"|\bcall ?back (?:the|that|this|number|never)\b"
    r"|[别別没沒说說]|不(?:要|用|想|必|需要).{0,6}(?:电话|電話|回电|回電|打[给給]我|留)|已经|已經"
    r"|(?:什么时候|什麼時候|啥时候|怎么|怎麼|为什么|為什麼|谁|誰|昨天|刚[才刚]?|剛[才剛]?|之前|上次|答应|答應|等着?[他她人你]们?)"
    r"[^，,。 ]{0,8}(?:回电|回電|回[个個]|打[给給]我|留言)|(?:答应|答應|说好|約好|约好|接到|收到).{0,8}(?:回电|回電|回[个個])"
    r"|我(?:一会儿?|等下|待会儿?|晚点|明天|过会儿?)再?回[电電]|[价價金费費贴貼][^，,。 ]{0,8}打[给給]我|回[电電](?:号码|號碼)"
    r"|留言(?:板|区|區|本|功能|[忘写寫了过過在怎])|[的写寫]留言|[给給][你您他她].{0,3}回|(?:贺卡|賀卡|卡片|卖家|賣家|备注|備註|订单|訂單|有.{0,3}了).{0,3}留言",
    re.I,
)

_PERSON = re.compile(
    r"\b(?<!don't )(?<!dont )(?<!not )(?:(?:want|need|get me|give me|find me|talk to|speak to|speak with|talk with)"
    r" (?:to (?:talk|speak) (?:to|with) )?"
    r"(?:an? |the |some ?|any ?|your )?(?:real |live |actual )?"
    r"(?:human|person|agent|colleague|one|body|representative|operator|manager|supervisor))"
    r"|(?<!不)(?<!不用)(?<!不想)(?:找|转|轉|要|叫|换|換)(?:个|個)?(?:人工|真人|客服|经理|經理)",
    re.I,
)


def asks_how_long(text: str) -> bool:
    """Whether they want to know how long it still takes until somebody is there."""
    return len(text) <= LONGEST and _HOW_LONG.search(text) is not None and _OF_GOODS.search(text) is None


def asks_for_the_wait(text: str) -> bool:
    """Whether somebody who is not in the queue asks how long it would take to get a person."""
    if len(text) > LONGEST_AHEAD or _AHEAD.search(text) is None:
        return False
    return _OF_GOODS.search(text) is None and _OF_THE_PERSON.search(text) is None


def way_wished(text: str) -> str | None:
    """A `callback` or a `message`, asked for where nobody waits yet. Calls and notes of who delivers are none of ours."""
    way = way_named(text) if _OF_GOODS.search(text) is None and _OF_COURIERS.search(text) is None else None
    return way if way in ("callback", "message") else None


def way_named(text: str) -> str | None:
    """The way on the words name: `callback`, `message`, `bot` or LEAVE; whether it is open now is not known here.

    Nobody who asks for a person in the same breath ("forget it, get me a human") leaves.
    """
    said = text.strip().replace("\u2019", "'")
    way = next((way for way, pattern in _WAYS if pattern.search(said)), None) if len(said) <= LONGEST else None
    if way == LEAVE:
        return None if _PERSON.search(_NO_PERSON.sub("", said)) else way
    return None if way is not None and _NO_WISH.search(said) else way


def asks_for_person(text: str) -> bool:
    """Whether a person is asked for, whatever for."""
    return _PERSON.search(text.replace("\u2019", "'")) is not None


_LEADS = re.compile(
    r"^(?:(?:actually|oh|ok|okay|no|sorry|wait|then|and|but|please|thanks|i'?ll|just)\b|[\s,.;!?，。；！？]|那就?|吧|了|我还是|还是)+",
    re.I,
)
_WANTED = re.compile(
    r"\b(?:orders?|parcels?|packages?|return|refund|exchange|cancel|invoice|address|where|when|how|want|need|can|could|change)\b"
    r"|[0-9]{5}|[退换查改]|订单|快递|取消|发票|哪|怎么|想要|我[要想]",
    re.I,
)
_FEW, _FEW_ZH = 3, 4  # words, or Chinese characters, that may ask for something


def wanted_instead(text: str) -> str:
    """What is asked for by who leaves the queue in the same breath: "never mind, I want to return 10024"; empty where nothing
    is."""
    said = text.strip().replace("\u2019", "'")
    rest = _LEADS.sub(
        "", next(pattern for way, pattern in _WAYS if way == LEAVE).sub(" ", _LEADS.sub("", said), count=1)
    ).strip()
    enough = len(rest.split()) >= _FEW if rest.isascii() else len(rest) >= _FEW_ZH
    return rest if enough and _WANTED.search(rest) else ""
