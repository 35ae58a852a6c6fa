"""Numbers that are none of a customer's: dates, times, postcodes, ends of cards, measures. Taken out first. Pure."""

import re

from actions.reading.number_words import ENGLISH, HAN
from frontdesk.rasa_worker.reading.found import GAP

_MONTH, _DAY, _YEAR = r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12][0-9]|3[01])", r"(?:19|20)[0-9]{2}"
_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)
_UNITS = (
    r"km|cm|mm|kg|kgs|mg|ml|mah|hz|khz|ghz|gb|tb|mb|rpm|lm|lux|kwh|wh|lbs?|oz|inch(?:es)?|feet|ft|pixels?|px|"
    r"k?w(?:atts?)?(?!的(?:订单|单子|货|款|东西))|v(?:olts?)?|公里|千米|厘米|毫米|公斤|千克|毫升|毫安|毫安时|瓦|伏|斤|克|米|寸|码|岁|分钟|小时|天|次|条|积分|步|个人|多人|万人"
)
_STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
)
_STREETS = r"street|st|road|rd|avenue|ave|boulevard|blvd|lane|ln|drive|dr|terrace|crescent|highway|hwy|square"
_NO_STREET = r"(?:is|on|in|to|at|by|for|from|and|or|my|the|its?|still|was|not|with|of|please|pls) "
_CODES = r"error|verification|security|discount|promo|voucher|coupon|otp|login|access|gift ?card|sku|part|digit"
_SAID = "|".join(sorted(ENGLISH, key=len, reverse=True))
_ASIDE = re.compile(
    rf"(?<![0-9]){_YEAR}([-/.]){_MONTH}\1{_DAY}(?![0-9])(?!\1)"
    rf"|(?<![0-9.\-/]){_DAY}([-/.]){_DAY}\2(?:{_YEAR}|[0-9]{{2}})(?![0-9])(?![-/.][0-9])"
    rf"|(?<![0-9])(?:{_YEAR})?年?{_MONTH}月{_DAY}[日号]?"
    rf"|(?<![a-z])(?:{_MONTHS})\.? {_DAY}(?:st|nd|rd|th)?(?:,? {_YEAR})?(?![0-9])"
    rf"|(?<![0-9]){_DAY}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})(?![a-z])\.?(?:,? {_YEAR}(?![0-9]))?"
    rf"|(?<![0-9])(?:19|20)[0-9]{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"
    r"|(?<![0-9:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?![0-9])"
    r"|(?:zip(?: ?code)?|post ?code|postal(?: code)?|plz:?|邮编|邮政编码)[ :]*"
    r"(?:is |was |to |from |should be |应该是|[改换写]?[成为错]?了?是?)?"
    r"[0-9]{5,6}(?![0-9])(?:[, ]*(?:not|instead of|rather than|or|to|不是|而不是|还是|改成|换成) ?[0-9]{5,6}(?![0-9]))?"
    rf"|(?-i:[A-Z][a-z]+,? |, ?)(?-i:{_STATES}),? [0-9]{{5}}(?![0-9])"
    rf"|(?<![0-9#\-])(?<!order )(?<!number )(?<!no )(?<!no\. )"
    rf"[0-9]{{1,6}}[a-z]? (?:(?!{_NO_STREET})[a-z]+ ){{1,3}}(?:{_STREETS})(?![a-z])"
    rf"|(?<![a-z])(?:at|to|address is) (?:(?:{_SAID}) ){{2,6}}(?!{_NO_STREET})(?:[a-z]+ ){{1,3}}(?:{_STREETS})(?![a-z])"
    r"|(?<![0-9])[0-9]{1,6}(?:号楼|室|栋|幢|弄|单元|楼|层)"
    rf"|(?:(?:{_CODES})(?: ?(?:code|number|no\.?))?|(?<!order )(?<!confirmation )(?<!booking )(?<!reference )(?<!purchase )"
    r"(?<!tracking )(?<!area )(?<!country )(?<![a-z])code(?: (?:you|they|i|we)(?: [a-z]+){1,3}(?= (?:is|was|says) ))?)[ :]*"
    r"(?:is |was |says )?(?:(?=[a-z\-]*[0-9])[0-9a-z\-]{3,12}(?![0-9a-z])|"
    rf"(?:(?:{_SAID})[ \-]){{2,12}}(?:{_SAID})(?![a-z]))"
    r"|(?:验证码|校验码|动态码|密码|代码|错误码?|报错|优惠码|邀请码|取件码|提货码|"
    r"口令|货号|款号|商品编?号)[ :]*(?:是|为|了)?(?:[0-9](?:-?[0-9]){2,11}(?![0-9])"
    rf"(?:(?:、|和|跟|与|或|还是)[0-9]{{3,12}}(?![0-9]))?|[{''.join(HAN)}]{{3,12}})"
    r"|(?<![a-z])[a-z]{2} [0-9]{5}-[0-9]{4}(?![0-9])"
    r"|(?:(?:card|visa|mastercard|amex|debit|credit)(?: \w+)?(?: ending(?: in| with)?)?|ending(?: in| with)?|"
    r"ends (?:in|with)|尾号|后四位)"
    r"[ :：是为]*[0-9]{4}(?![0-9])"
    rf"|(?<![0-9.,a-z])[0-9]+(?:[.,][0-9]+)? ?(?:{_UNITS})(?![a-z元块])"
    r"|(?<![0-9])[0-9]{3,4}p(?![a-z0-9])"
    r"|(?:\bsizes?|尺码|尺寸|码数) ?[0-9]{1,3}(?![0-9])"
    r"|(?:\b(?:bank |card |account |iban |policy |vat |tax |serial |model )(?:number|no\.?|id)|银行卡号?|卡号|税号|身份证号?|"
    r"账号|"
    r""
    r"序列号|型号|纳税人识别号)"
    r"[ :：#]*(?:is |是|为)?[0-9a-z][0-9a-z \-]{3,28}[0-9a-z]",
    re.I,
)
_PRONOUN = re.compile(
    r"(?<=[0-9]) ones?\b(?! (?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)\b| [0-9])", re.I
)


def without(text: str) -> str:
    """The text with gaps where such numbers were."""
    return _PRONOUN.sub(GAP, _ASIDE.sub(GAP, text))
