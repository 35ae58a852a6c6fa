"""Whether somebody asks for a person, beyond doubt: the one request that must never be missed. Pure; knows no Rasa."""

import re

from actions.reading.characters import simplified
from frontdesk.rasa_worker.grievance import without_grievance
from frontdesk.rasa_worker.plain import half_width, plain

_WHO = (
    r"(?:humans?|humna|persons?|people|agents?|agnt|agnet|operator|operatr|representative|reps?|advisor|adviser|manager|"
    r"supervisor|boss|somebody|someone|some1|sum1|sm1|staff|employees?|colleagues?|human being|living being|"
    r"customer service|customer care|customer support|support team|real one|specialist|executive|hooman|humanoid)"
)
_VERB = (
    r"(?:speak|speek|talk|tlk|chat(?! (?:agents?|reps?|operators?|staff)\b)|connect|transfer|transferred|put me|pass me|hand me"
    r"|get me|give me|gimme|let me have|fetch me|discuss this with|call for|switch)"
)
_WANT = r"(?:want|need|wanna|prefer|demand)(?: (?:a|an|to|the|with|real|live|actual|have|speak))*"
_FILLER = (
    r"hi |hello |hey |ok |no |pls |please |just |i said |get |a |an |"
    r"the |your |need |want |i |give |ask for |for |zero |yes |free "
)
_FILLER_END = r"again|pls|plz|please|now|asap|sir|today|thanks|thank you|required|needed|available|on call|or what|here"
_SORT = r"(?:real|live|actual|human|support|chat|service|free|customer|breathing|living)"
_TO_TALK = (  # speaking with somebody
    re.compile(rf"\b{_VERB}\b(?: \w+){{0,5}} {_WHO}\b"),
    re.compile(
        r"\b(?:can|could|may|let me|want to|like to|need to|wanna) (?:i )?(?:please )?(?:speak|talk)(?: directly)? (?:to|with)"
        r" (?!(?:you|u|yall|this|that|it|the (?:ro)?bot|an? (?:ro)?bot)\b)[a-z]+(?: (?:please|pls|again|now|[a-z]+))?\W*$"
    ),
    re.compile(
        r"\b(?:speak|talk|chat|word|deal|discuss|explain)\b(?: \w+){0,4} "
        r"(?:one of (?:you|your)|your (?:team|manager|boss)|anyone|anybody)\b"
    ),
    re.compile(
        r"\bis (?:there )?(?:anyone|anybody|somebody|someone|a colleague|a human|a person)\b"
        r"(?: \w+){0,3} (?:real|human|person|talk|speak)\b"
    ),
    re.compile(
        r"\b(?:anyone|anybody|someone|somebody) i (?:can|could) (?:talk|speak|ring|call|chat)\b|\bring (?:someone|somebody)\b"
    ),
    re.compile(
        r"\b(?:speak|talk|chat|deal|word|discuss this)(?: \w+){0,3} (?:with|to) (?:an? |your |the |"
        r"whoever )?(?:\w+ )?(?:sales|support|employee|associate|whoever|superior|is in charge)\b"
    ),
    re.compile(
        r"\b(?:anyone|anybody|someone|somebody) (?:human|real)\b|\b(?:someone|somebody|a person) (?:to )?take over\b"
    ),
    re.compile(r"\bis (?:she|he) (?:on|in|working|about|there|free|available)(?: today| now| tonight| this \w+)?\W*$"),
)
_SOMEBODY = (  # a person by what they are, nearly alone
    re.compile(rf"\b{_WANT} (?:human|person|agent|operator|representative|rep|real person|live agent)s?\b(?! name)"),
    re.compile(r"\b(?:real|live|actual|breathing) (?:human|person|people|agent|rep|ppl|being|body)\b"),
    re.compile(rf"^(?:{_FILLER})*(?:(?:{_SORT} )*{_WHO}|live chat|service desk)(?: (?:{_WHO}|{_FILLER_END}))*\W*$"),
    re.compile(
        r"^(?:no |but |i said |just |please |pls |yes |then )*(?:an? )?(?:human|"
        r"agent|representative|operator|rep|person) (?:please|pls|now|asap)\b"
    ),
    re.compile(
        r"\b(?:any|are there|is there an?|have an?|can an?|let an?|give me an?|give|"
        r"get an?|need an?|i said|want an?) (?:real |live )?(?:humans?|hooman)\b"
    ),
    re.compile(
        r"\b(?:fetch|get|find) (?:me )?(?:someone|somebody|a person|your (?:manager|supervisor|boss))\b(?! else)"
    ),
    re.compile(
        r"\b(?:humans?|human being|person with a pulse|human (?:help|support|voice|one|intervention))\W*$"
        r"|\ba human (?:please|pls|now|one)\b"
    ),
    re.compile(
        r"\b(?:can|could|may) i (?:get|have) (?:an? )(?:human|person|agent|associate|"
        r"rep|representative|operator|advis[eo]r|staff member|team member)\b|\bput (?:your|the) (?:manager|boss|supervisor) on\b"
    ),
    re.compile(
        r"^(?:i need |i want |get me )?(?:real|live) (?:help|support|assistance|one)(?: (?:please|pls|now))?\W*$"
    ),
    re.compile(
        r"(?:^|[.,!?;] ?)(?:an? )?(?:human|person|agent|operator|representative|advisor)(?: please| now| pls)?(?:[.!?;]|$)"
    ),
    re.compile(r"^(?:human|person|agent|operator|representative|rep) (?:about|for|re|regarding|to do with)\b"),
    re.compile(r"\btime for an? (?:real|human|live|actual) (?:one|person|human|being|agent)\b"),
)
_THROUGH = (  # being connected, handed on, or waiting for one
    re.compile(
        r"\b(?:(?:pass|hand|forward|refer) (?:me|us) (?:on|over|through|thru|to)|put (?:me|us) (?:through|thru|on to|over to))\b"
    ),
    re.compile(
        rf"^(?:{_FILLER})*(?:transfer|connect|escalate|put me through|call ?back|"
        rf"request(?:ing)? (?:a )?call ?back|(?:press )?(?:0|zero)(?: for operator)?|"
        r"(?:give|ring|call|phone) me(?: a (?:call|ring))?(?: back)?|"
        r"(?:can|could|will) (?:you|u) (?:call|ring|phone) me(?: back)?|"
        r"(?:some(?:one|body)|sm1) (?:call|ring|phone|contact) me|connect me|"
        r"transfer me)(?: (?:please|pls|now|asap|this|back|today))*\W*$"
    ),
    re.compile(
        rf"\b(?:i require|request|requesting|hold of|in touch with|route me to|patch me(?: through)? to|redirect me to|"
        rf"skip to|connected (?:to|with)|back to) (?:an? |the |your |some )?(?:real |live |human )*{_WHO}\b"
    ),
    re.compile(
        r"(?:^|[.,!?;] ?|\b(?:so|then|now|please|just) )(?:can|could|will) (?:you|u) (?:please |pls |just )?connect me\W*$"
    ),
    re.compile(r"\bput (?:someone|somebody|an? (?:human|person|agent)) on\b|\bpatch me through\b"),
    re.compile(
        r"\b(?:(?:help|assistance|support|answers?) from|reach) (?:an? )?(?:real |live |actual )*"
        r"(?:humans?|person|someone|somebody|agent)\b"
    ),
    re.compile(
        rf"\b(?:wait|hold|hang on|holding|waiting)\b.{{0,30}} for (?:an? |your |the )(?:real |live |human |next )?{_WHO}\b"
    ),
    re.compile(
        rf"\b(?:loop|rope|bring|pull) in (?:an? |your |some |another )*(?:teammate|senior|{_WHO})\b|"
        rf"\b(?:hand|pass|switch|escalate)(?: this| it| me| us)?(?: over| on| up)? to "
        rf"(?:an? |the |your |some |real |live )*{_WHO}\b|"
        r"\b(?:someone|somebody|anyone|anybody) (?:with|who has) (?:eyes|ears|a brain|a pulse|authority|sense)\b|"
        r"\b(?:2nd|second) line (?:support|please|pls|now)\b|\bhelp ?desk (?:guy|human|person|agent|please|pls)\b|"
        r"\bi prefer (?:people|humans?|persons?)\b|"
        r"^tra?ns?fe?r me\b|\b(?:agent|human|person) first\b"
    ),
)
_CALLED = (  # being called
    re.compile(
        r"\b(?:can|could|may|have|let) (?:some(?:one|body)|some1|sum1|"
        r"a person|one of your \w+)(?: please)? (?:call|ring|phone)\b"
    ),
    re.compile(
        r"\b(?:can|could|let|have|may) (?:an? )?(?:real )?(?:person|agent|colleague|"
        r"one of you) (?:help|look|call|take over|contact|phone|ring|check|handle)\b"
    ),
    re.compile(
        r"\b(?:one of )?your (?:staff|team|people|colleagues?|girls|lads|ladies|office)"
        r" (?:to )?(?:ring|call|phone|contact)s? (?:me|us)\b"
    ),
    re.compile(
        r"\b(?:schedule|book|arrange|request|organi[sz]e|set up|need|want|like) (?:me )?(?:an? |the |to have a )?"
        r"(?:call ?back|phone call)\b"
        r"(?! (?:number|was|from))"
    ),
    re.compile(
        r"^(?:please |pls |plz |just )*(?:ring|call|phone) me (?:back|asap|now|today|right away)\b"
        r"|^call ?back\b(?! (?:number|was|from))"
    ),
    re.compile(
        r"(?:(?<=thank you )|(?<!\bto )(?<!will )(?<!ll )(?<!nt )(?<!not )(?<!never )(?<!they )(?<!you )(?<!he ))"
        r"(?<!driver )(?<!courier )"
        r"\b(?:call|ring|phone|fone) (?:me|us)(?: back)?"
        r"(?: (?:after|at|around|tomorrow|tonight|later|now|asap|please|pls|plz|on my|in the)\b|\W*$)|"
        r"(?<!nt )(?<!not )\bgive (?:me|us) a (?:bell|ring|buzz|call|shout)\b"
    ),
    re.compile(
        r"\b(?:can|could|will|would) (?:you|u|one of (?:you|your \w+)|your (?!courier|driver|delivery)\w+(?: \w+)?|"
        r"any ?(?:one|body)|some ?(?:one|body))(?: please| pls| kindly)? "
        r"(?:call|ring|phone|fone|message|contact|dm|video ?call) (?:me|us)\b(?! (?:the|your|an?|my)\b)"
    ),
)
_SOON = (
    r"(?:please|pls|plz|asap|now|today|tomorrow|urgent(?:ly)?|immediately|thanks|thank you|sir|madam|kindly|just|ok)"
)
_RING = r"(?:call(?: ?back)?(?: me| us)?(?: back)?|(?:ring|phone|contact|whats ?app) (?:me|us)(?: back)?)"
_LINE = r"(?:(?: (?:mobile|cell|phone|contact))?(?: (?:number|nr|no|num|nmbr))?(?: is)?)"
_TO_NUMBER = re.compile(  # "call 98…", "pls call back on my mobile no 98…": who gives a number wants to be rung
    rf"^(?:{_SOON}[ ,.]*|(?:can|could) (?:you|u) )*(?:give (?:me |us )?(?:a )?)?{_RING}"
    rf"(?:(?: (?:at|on|to|in))?(?: (?:my|this|the same))?{_LINE}[ .:,\-]+\+?[0-9][0-9 \-]{{6,18}}|"
    rf" (?:at|on|to) (?:my|this|the same){_LINE})"
    rf"[ ,.!]*(?:{_SOON}[ ,.!]*)*$"
)
_NO_BOT = (  # no bot any more
    re.compile(r"\b(?:no|not an?|hate) (?:chat ?)?(?:bots?|robots?|machines|computers)\b"),
    re.compile(
        r"\b(?:dont|do not|not|never|rather not|wont|cant|stop|refuse to)(?: \w+){0,4} (?:to |"
        r"with |want (?:an? )?)(?:this |your |an? )?(?:bots?|robots?|machines?|computers?)\b"
    ),
    re.compile(
        r"\b(?:skip|bypass|(?:get )?past|enough (?:of|with)|done with|stop|no more) (?:to |of |an? |the |this |these |your )*"
        r"(?:chat ?)?(?:bots?|robots?|machines?|humans?|agents?)\W*$"
    ),
    re.compile(
        r"\b(?:dont|do not|not) (?:want|like|trust|do) (?:this |the |an? |your |these )?(?:automated|automatic|robot|recorded)\b"
    ),
    re.compile(
        r"\bor (?:is it |is this |am i )?(?:just |only )(?:talking to )?(?:this |a )(?:thing|machine|bot|robot|computer)\b"
    ),
    re.compile(r"\bbots?\b.{0,30}\b(?:human|a person|real person|someone real|an? agent)\b(?! is| was)"),
)
_ASKED = (*_TO_TALK, *_SOMEBODY, *_THROUGH, *_CALLED, *_NO_BOT)
_NOT_ASKED = re.compile(
    r"\b(?:was|were|is|are|be|been|being) (?:so |very |really )?(?:rude|unfriendly|useless|awful|horrible)|"
    r"\b(?:somebody|someone) else|\b(?:told|said|promised|hung up|lied)\b|"
    r"^(?:someone|somebody|people|persons|colleagues?|staff|boss|manager)\W*$|"
    r"talk(?:ed)? to (?:me|us) like|\bsigned\b|\bstole\b|another person|price for|"
    r"^(?:(?!need|want|get|give|fetch).)*\b(?:are (?:you|u)|is this|is it|am i|was that|r u) .{0,24}(?:real|human|"
    r"person|robot|bot)\b(?!.*(?:need|want|get|give|fetch))|\bhuman hair\b|real people|mailing list|"
    r"\bnumber\b|(?:care|service|support|line) no\b|"
    r"\b(?:must|should|do) i (?:have to |need to )?(?:find|get|hire)\b|"
    r"\b(?:by|sounds?|looks?|feels?|seems?|made|sewn|thrown|knitted) (?:like |by )?(?:an? )?(?:actual|real|live) "
    r"(?:people|humans?|person)\b|\b(?:person|people|humans?) (?:in|on) (?:the|this|your|mars|earth)\b|"
    r"\bhuman (?:hands?|body|skin)\b|"
    r"as feedback|\bchat agent was|(?:operator|advis[eo]r|agent) put me|"
    r"\b(?:become|became|hire|hiring|job|jobs|vacanc\w+)\b|"
    r"\b(?:robot|machine) (?:vacuum|hoover|cleaner|wash\w*)|\b(?:about|of|like|than|are|were) (?:the )?humans?\W*$|"
    r"\b(?:superior to|harm|kill|hurt|replace) humans?\b|\b(?:am|are|youre|is) not an? (?:ro)?bot\b|\bprove\b|"
    r"\btransfers? (?:reach|take|arrive)|\breal here or\b|"
    r"\b(?:dont|do not|not|no need to|without) (?:want to |have to |need to |having to )?(?:talk|speak|chat)(?:ing)? (?:to|with)"
    r" (?:any|some) ?(?:one|body)\b(?! (?:else|but|other))|"
    r"\bhow (?:long|many|much|far|fast|old|tall) (?:can|could|do|does|would|is|are) (?:an? |the )?(?:humans?|people|persons?)\b"
)
_ASKED_ZH = re.compile(
    r"人工(?!费|智|湖|草|呼吸|泪|授|耳|关节|流产|降雨|皮|合成|审|降解|增稠|色素|繁育|养殖|革)|转客服|转接|真人|活人|转人|接线员|"
    r"(?:找|叫|换|来|派|给|接|整)个?人(?:来(?!把|.{0,3}[修装教拆搬取拿送])|跟|和|说|工|接|聊|处理|帮我|行不|吧)|"
    r"(?:找|叫|让|喊).{0,3}(?:客服|经理|主管|领导|老板|负责人|掌柜)(?:$|"
    r"来|听|接|出来|跟|和|给|联系|说)|(?:老板|掌柜|领导|经理|主管).{0,2}出来|"
    r"[跟和与](?:人|同事|员工|工作人员|你们的人|贵司负责人|负责人)(?:说|讲|聊|沟通|交流|"
    r"通话)|(?:找|叫|安排|联系|让|转到?|需要).{0,3}(?:专员|工作人员|员工|同事|专人)|"
    r"有没有(?:人|活人|同事|客服)(?:在|$|[,，啊吗])|来人|(?:叫|让|派|安排).{0,4}人.{0,5}(?:打(?:个)?电话|回(?:个)?电|联系我)|"
    r"(?:不要|不想|别|不跟|不和|不用).{0,4}机器人?|"
    r"^(?:请|麻烦|能不能|可以|能|让客服|叫客服|你们|快点?)*(?:给我(?:回|打)个?电话?|(?:回|"
    r"打)个?电话给我)|^(?:请)?(?:电话联系我|打给我|回电|回个?电话|call我一?下?)[!?。]*$|"
    r"^(?![个個]人[!?。]*$)(?:请|麻烦|帮我|给我|我要|我想|要|快|能不能|可以)*(?:转到?|接|找|换个?|叫|要|呼叫|联系|在线|连线|幫)*个?"
    r"(?:客服|售后人工|售后客服|售前|人|专员|技术人员|投诉部门|领导|经理|主管|人呢|人工)(?:人工|"
    r"客服|经理|专员|主管|服务|在吗|呢|处理|吧|谢谢|好吗|行吗|可以吗)*(?:客服)*[!?。]*$|"
    r"(?:请|让|叫|喊|安排)个?(?:客服|售后|售前|专人|主管|经理|领导|值班的?|负责的?)人?.{0,2}"
    r"(?:来|回我|回电|联系|跟进|打电话|给我打|找我|介入|出来|处理)|"
    r"^客服(?:人呢|出来|接(?:一下|电话)|介入|到底有人没)|(?:申请|需要|要求)(?:平台|客服)介入|"
    r"转(?:到)?(?:售后|售前|专席)|^(?:亲|给我|帮我|请|麻烦| )*转(?:一下|下|过去|接)吧?[!。]?$|"
    r"(?:来|叫|找|换)个(?:真的?|活的?|懂的?|能做主的?|管事的?)?(?:人|客服)(?:$|[ ,，。!！]|[说问聊讲谈]|给我|帮我)|"
    r"(?:不要|别|不想要?)再?(?:智能客服|自动回复)|需要人(?:工|帮|处理|看)|"
    r"^(?:给我来个|来个|回我|打个)电话(?:吧|给我|跟我说)?$|^(?:你们)?打给我吧?$|^电话联系我吧?$|"
    r"客服(?:还)?有(?:没有)?(?:真?人|活人)(?:在|吗|么|嘛|没)|^(?:人呢)+$|"
    r"^(?:怎么|为什么|都|还是|你们)*(?:没有?|冇)(?:个)?人(?:吗|在吗|理我?|回我?|回复我?|接待|管)+(?:的|了|啊|呀|吗)?[!?。！？]*$|"
    r"^rengong|^zhuan ?rengong|^zrg$|^转$|"
    r"(?:给我|帮我|快)接个?(?:人|客服|能)|接个客服|把.{2,10}[叫喊找]来$|"
    r"^(?!.*(?:快递|配送|送货|骑手|派件)).*(?:谁|哪位|哪个|点|以后|之后|后)(?:来|再)?(?:能|可以|可不可以)?"
    r"(?:打个?电话|回个?电话|打给我|打我(?:手机|电话)|给我(?:打|回)|call我)|^打我(?:手机|电话)|"
    r"不要(?:ai|自动回)|(?:撤掉|关掉|别用|信不过|不信)(?:这个|你们的?)?(?:自动|机器|ai|智能)|"
    r"(?:拉|喊|叫|请|安排|接|连线|换)一?(?:个|位|下)?(?:同事|专家|药师|懂行的|二线|姑娘|店长|小二|真客服)|"
    r"(?:值班|当班|主管|店长|负责人|管事的|能做主的)的?(?:在吗|在不在|在不|呢[?!？！]*$)|谁(?:值班|当班)|"
    r"(?:有没有|有木有|有冇|木有)(?:在线的?)?(?:真人|真银|人类|活人|小二|药师)|客服.{0,4}(?:现身|死哪|跑哪)|"
    r"(?:可以|能|能不能)语音(?:通话|聊|吗|不|么)|人呢[?!？！]|"
    r"^(?:你好|您好|请问|在吗|亲|[ ,，?？!！])*(?:有没有人|有人|(?:老板|掌柜|店家|商家|店长|客服)(?:还|都)?(?=在))"
    r"(?:还在|在线|在)?(?:吗|么|嘛|不|没有?|啊|呀|呢|在|[ ,，?？!！。~])*$|"
    r"(?:客服|人工|同事|那个人).{0,4}[转叫找换接]回|(?:刚才|刚刚|之前|上一[个位])(?:的|那[个位])客服呢|"
    r"(?:帮我|给我|麻烦|请|能不能|可以|我要|我想)[^,，。]{0,3}(?:接通?|叫|派|安排|找|换|联系)(?:一下)?(?:一|个|位|名){1,2}(?:在线|人工)?"
    r"(?:客服|工作人员)(?!.{0,3}(?:上门|取|的))|^(?:派|安排|接通?|换)(?:一|个|位|名){1,2}客服|有同事(?:没|吗|在)|有(?:没有)?(?:小姐姐|小哥哥|美女|帅哥)(?:在|接待|服务|客服)"
)
_NOT_ASKED_ZH = re.compile(
    r"人工(?:客服)?.{0,4}(?:几点|上班|下班|时间|电话|态度|值班|一个月|工资|一问三不知)|等人工.{0,3}等了|是真人(?!.{0,6}转)|"
    r"是人工吗?$|还是真人|还是人工$|是人工还是|真人有(?:啥|什么)|真人(?:秀|图|试|穿|上身|版|大小|cs|同款|发|手办|实拍|出镜|模特|照|拍|示范|演示|比例|娃娃|模型)|"
    r"别(?:再|老|总)?(?:给我|帮我|让我)?(?:转|找|叫|接)(?:接|到|去)?(?:人工|客服|真人)|不(?:想|愿意?).{0,3}(?:转|找)人工|"
    r"不(?:要|用|需要|找)(?:转)?人工|人工(?:客服)?.{0,4}休息|人工.{0,6}(?:多少钱|收费|怎么算|一平|费用)|"
    r"(?:刚|好不容易|已经|才)接通(?:了)?人工|人工.{0,2}(?:编|包|缝|挑|绣|摘|切|刻|织|采)的?(?:吗|还是|么)|"
    r"(?<![转找叫换要])人工(?:客服)?(?:已经|刚才|刚刚|昨天|前天|上次|上午|下午|说(?!句|话|吧)|告诉|答应|让我)|"
    r"转接(?:头|线|器|口)|投诉(?!.{0,6}转人工)|安装|师傅|"
    r"人工(?:受|牛黄|缝|甜|水晶|心肺|洗|另算|半天|客服还不如|就不用)|你们人工(?!呢|在|快|赶|来)|没说要人工|比(?:真人|人工)|支付宝|"
    r"[装修换拆搬取量教].{0,10}派个?人|派个?人.{0,5}(?:多少|收费|要钱|上门)|"
    r"(?:派|来|來)个?人?.{0,5}(?:取|收|拉走|拿走|搬|带走|調|调|看看|修)|"
    r"(?:刚才|上次|昨天|那个|你们)的?.{0,4}客服(?!呢).{0,4}(?:说话|态度|骂|"
    r"挂|太|不|没|敷衍)|招.{0,3}(?:人|客服)|找客服说(?:被|我[的们]|不|没|已|要|是|这|账)|转接了.{0,4}(?:客服|人)|人工(?:栽|种|制|做|钻|皮)"
)


_SUMMONED_ZH = re.compile(  # somebody who has a say is to come, whatever else is said: 叫你们经理来！我要投诉
    r"(?:叫|让|喊|把|换|请)(?:一?个)?(?:你们?|贵司|贵店)?的?(?:经理|主管|领导|负责人|老板|店长|组长|活的|管事的|说话算数的|能做主的)"
    r"(?:给我|跟我|和我)?(?:[出过]?来|接电话|滚出来|听电话)(?!了|过)"
)
LONGEST_ZH = 60  # characters; more of them tell a story
LONGEST_REFUSAL = 80  # characters in which it may stand
_NOBODY = rf"(?:an? |any |the |your )?(?:{_WHO}|anyone|anybody)\b"
_REFUSED = re.compile(  # at the start: "no thanks, I don't need an agent", 先不用转人工了
    r"^(?:no thanks|no|nah|nope|it'?s (?:ok|fine)|thanks)?[, ]*(?:i |we |no |please )*"
    rf"(?:(?:don'?t|do not|no) (?:need|want|wish) (?:for )?(?:to (?:talk|speak|chat) (?:to|with) )?{_NOBODY}"
    r"(?= (?:now|then|anymore|thanks|thank|but|just|i)\b|\W*(?:[,.;!]|$))"
    rf"|(?<=no )(?:an? |any )?{_WHO}(?=(?: please| thanks| thank you| needed)*[,.;!])"
    rf"|(?:don'?t|do not) (?:transfer|connect|put) me (?:through )?to {_NOBODY})"
    r"(?:[, ]+(?:thanks|thank you|now|then|anymore|just continue))*[\s,.;!]*(?:(?:just|but) )?"
    r"|^(?:那|好|我|没事|先|暂时|请|你|[,，。 ])*(?:不用|不要|不必|不需要|不想|不找|不转|别)(?:再|老|总)?(?:给我|帮我)?"
    r"(?:转|找|叫|接|联系)?(?:接|到)?(?:人工|客服|真人)(?:客服|服务)?(?=[了吧啊谢我]|就[想要]|\W|$)(?:[了吧啊]|谢谢[您你]?|[\s,，.。!！;；])*",
    re.I,
)


def _beside_refusal(text: str) -> str | None:
    """What a message says beside refusing a person, which it begins with; None where it refuses none."""
    said = simplified(half_width(text[:LONGEST_REFUSAL])).replace("\u2019", "'")
    refused = _REFUSED.match(said)
    return None if refused is None else said[refused.end() :] + text[LONGEST_REFUSAL:]


def without_refusal(text: str) -> str:
    """What is wanted beside "don't put me through": the rest of a message that begins by refusing a person."""
    beside = _beside_refusal(text)
    return text if beside is None else beside


def declines_person(text: str) -> bool:
    """Whether the message says only that no person is wanted (不用转人工了)."""
    return re.search(r"\w", without_refusal(text)) is None and _beside_refusal(text) is not None


def asks_for_person(text: str) -> bool:
    """True only when it is beyond doubt: the classifier decides the rest. What refuses one, or tells of one, asks for none."""
    said = without_grievance(plain(without_refusal(text)))
    if _SUMMONED_ZH.search(said):
        return len(said) <= LONGEST_ZH
    if _ASKED_ZH.search(said) and not _NOT_ASKED_ZH.search(said):
        return len(said) <= LONGEST_ZH
    return _TO_NUMBER.match(said) is not None or (any(p.search(said) for p in _ASKED) and not _NOT_ASKED.search(said))
