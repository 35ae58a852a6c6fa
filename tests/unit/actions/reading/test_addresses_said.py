"""Addresses of many places, said with all that people say around them, come out as they are."""

import time

import pytest

from actions.meaning.places import address_told
from actions.reading.address_slips import corrected
from actions.reading.address_wishes import address_in
from actions.reading.addresses import completed

AMERICAN = (
    "14 Oak Street, Springfield, IL 62704",
    "220 W 5th Ave Unit 12, Anchorage, AK 99501",
    "1200 Harbor Blvd, Suite 300, Oakland, CA 94607",
    "Jordan Lane, 1600 Broadway, Denver, CO 80202",
    "PO Box 12, Austin, TX 78701",
    "500 Pine Avenue Apt 4B, Seattle, WA 98101",
    "9 Birch Lane, Salem, MA 01970",
    "77 NE Hill Road, Portland, OR 97202",
    "12 Oak Park Ave, Chicago, IL 60302",
    "3 Price Street, Newark, NJ 07102",
    "45 Return Road, Dover, DE 19901",
    "1 Infinite Loop, Cupertino, CA 95014",
    "350 5th Ave, New York, NY 10118",
    "Avery Lane, 8 Well Street, Tulsa, OK 74103",
    "17 Great Western Road, Boise, ID 83702",
    "6 Market Square, Floor 3, Erie, PA 16501",
    "2100 Highway 9 Apt 12, Reno, NV 89501",
    "c/o Anna Lee, 5 Quay Street, Bath, ME 04530",
    "Baker & Sons, 31 Mill Lane, Fargo, ND 58102",
    "16 Street Road, Bensalem, PA 19020",
    "4 Elm Court #7, Provo, UT 84601",
    "88 Colfax Way, Aurora, CO 80010-1234",
    "9 Hill Road, Fairhaven 94110",
    "flat 4b, 12 Orchard Road, Millbrook 2044",
    "7 Quay Street, 2010 Northport",
    "Rose Cottage, Church Lane, Bibury",
    "10 Downing Street, London SW1A 2AA",
    "221b Baker Street, London NW1 6XE",
    "Bahnhofstr. 12, 10115 Berlin",
    "12 St. Mary's Road, Northport",
    "twelve oak street springfield illinois six two seven oh three",
    "nine birch lane salem massachusetts oh one nine seven oh",
    "forty two hill road portland oregon",
)
CHINESE = (
    "成都市武侯区人民南路四段1号",
    "成华区建设路9号",
    "为民路8号3栋201",
    "往东路12号",
    "都江堰市幸福大道33号",
    "都匀市剑江中路5号",
    "达州市通川区朝阳路8号",
    "那曲市色尼区浙江路1号",
    "那坡县城厢镇人民街6号",
    "额尔古纳市中央街12号",
    "额济纳旗达来呼布镇土尔扈特路3号",
    "江西省南昌市东湖区八一大道1号",
    "武汉市洪山区珞喻路1号",
    "上海市徐汇区漕溪北路88号",
    "江苏省南京市鼓楼区中山路1号",
    "深圳市南山区科技园南路2号",
    "广州市天河区天河路1号",
    "北京市海淀区中关村大街1号",
    "北京市朝阳区建国路93号院8号楼1201室",
    "杭州市西湖区文三路90号，收件人王芳，电话13912345678",
    "云湖市南山区滨海路5号3栋1201",
    "重庆市渝中区解放碑步行街18号",
    "新疆乌鲁木齐市天山区解放北路2号",
    "内蒙古呼和浩特市新城区成吉思汗大街7号",
    "海南省三亚市吉阳区迎宾路100号",
    "天津市和平区南京路2号4单元502",
    "西安市雁塔区高新路25号",
    "青岛市市南区香港中路10号",
    "哈尔滨市道里区中央大街50号",
    "拉萨市城关区北京东路11号",
    "苏州市工业园区星湖街328号",
    "东莞市长安镇振安路9号",
    "至诚路5号6栋",
    "送仙桥路3号",
    "换新路8号2单元",
    "寄北路6号",
    "改革路77号",
    "要塞路10号",
    "好望角小区3栋502",
    "请贤街4号",
    "王芳 13912345678 苏州市姑苏区观前街1号",
)
HONG_KONG_AND_TAIWAN = (
    "香港九龙弥敦道100号5楼A室",
    "香港中环皇后大道中99号12楼",
    "九龍旺角彌敦道688號3樓B室",
    "新界沙田正街2号",
    "澳门氹仔官也街30号",
    "新北市板橋區文化路10號",
    "臺北市大安區信義路3段10號",
    "台中市西屯區臺灣大道三段99號",
    "高雄市前金區中正四路211號",
    "Flat 5A, 100 Nathan Road, Kowloon, Hong Kong",
)
LEADS = (
    "",
    "ok then ",
    "um ",
    "uh it's ",
    "yes please send it to ",
    "no wait, it's ",
    "please ship it to ",
    "my new address is ",
    "the address is ",
    "so, ",
    "well it is ",
    "is ",
    "then ",
    "sorry, ",
    "New address: ",
    "it should be ",
    "to ",
    "deliver to ",
    "actually, ",
    "send it to my office: ",
)
LEADS_ZH = (
    "",
    "嗯，",
    "嗯",
    "呃",
    "那个",
    "那就",
    "那个，",
    "地址是",
    "地址：",
    "改成",
    "改到",
    "寄到",
    "送到",
    "请寄到",
    "麻烦改成",
    "新地址是",
    "好的，",
    "就寄到",
    "收货地址：",
    "我的新地址是",
    "现在改到",
    "寄给我妈，",
    "额，",
    "帮我改成",
    "应该是",
)
TAILS = ("", " please", ", thanks", ". Thank you!", ".")
TAILS_ZH = ("", "，谢谢", "。", "吧", "吧，谢谢", "，麻烦了")


@pytest.mark.parametrize("address", AMERICAN)
def test_an_address_is_kept_whole_and_alone(address: str) -> None:
    """Whatever people say before and behind it."""
    wrong = {
        f"{lead}{address}{tail}": told
        for lead in LEADS
        for tail in TAILS
        if (told := address_told(f"{lead}{address}{tail}")) != address
    }
    assert wrong == {}


@pytest.mark.parametrize("address", [*CHINESE, *HONG_KONG_AND_TAIWAN])
def test_a_chinese_address_is_kept_whole_and_alone(address: str) -> None:
    """Fillers are dropped; first characters that look like them are not."""
    wrong = {
        f"{lead}{address}{tail}": told
        for lead in LEADS_ZH
        for tail in TAILS_ZH
        if (told := address_told(f"{lead}{address}{tail}")) != address
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "change 10025's address to 14 Oak St, Reno NV 89501. Name: Anna Lee. Phone: 415-555-0123. My last four are 0198",
            "14 Oak St, Reno NV 89501. Name: Anna Lee. Phone: 415-555-0123",
        ),
        ("10025 to 14 Oak St, Reno NV 89501, 0198", "14 Oak St, Reno NV 89501"),
        ("10033的地址帮我换成苏州市姑苏区观前街1号可以吗，6688", "苏州市姑苏区观前街1号"),
        (
            "can you ship 10025 to my work instead? it's 1200 Harbor Blvd, Suite 300, Oakland, CA 94607",
            "1200 Harbor Blvd, Suite 300, Oakland, CA 94607",
        ),
        ("my new address for 10025: 9 Birch Lane, Salem, MA 01970. phone 0198", "9 Birch Lane, Salem, MA 01970"),
        ("wrong address on 10025, should be 9 Birch Lane, Salem, MA 01970", "9 Birch Lane, Salem, MA 01970"),
        ("I gave my old address for 10025, new one is 9 Birch Lane, Salem, MA 01970", "9 Birch Lane, Salem, MA 01970"),
        (
            "Please update order 10025. New address: Jordan Lane, 1600 Broadway, Denver, CO 80202",
            "Jordan Lane, 1600 Broadway, Denver, CO 80202",
        ),
        (
            "i moved to 500 Pine Avenue Apt 4B, Seattle WA 98101, please update",
            "500 Pine Avenue Apt 4B, Seattle WA 98101",
        ),
        ("can you add our address 9 Mill Lane, Boston MA 02110", "9 Mill Lane, Boston MA 02110"),
        (
            "I placed order 10025 and gave my old address. Would you please send it to 12 Oak Street, Springfield, IL 62704?",
            "12 Oak Street, Springfield, IL 62704",
        ),
        (
            "change the address, number 0198, order 10025, to 9 Birch Lane, Salem, MA 01970",
            "9 Birch Lane, Salem, MA 01970",
        ),
        ("10011尾号2439，改地址：上海市徐汇区漕溪北路88号", "上海市徐汇区漕溪北路88号"),
        ("改地址10033 6688 江苏省南京市鼓楼区中山路1号", "江苏省南京市鼓楼区中山路1号"),
        ("帮我把10033 deliver to 深圳市南山区科技园南路2号", "深圳市南山区科技园南路2号"),
        ("10033改寄香港九龙弥敦道100号5楼A室", "香港九龙弥敦道100号5楼A室"),
        ("10033改地址，6688，改成江苏省南京市鼓楼区中山路1号", "江苏省南京市鼓楼区中山路1号"),
        ("10033地址改成都江堰市幸福大道33号，谢谢", "都江堰市幸福大道33号"),
        ("10033的地址错了，应该寄到为民路8号3栋201", "为民路8号3栋201"),
        ("where is my order 10025", None),
        ("order 10025 of 3 items should be at the door", None),
        ("我的订单10033寄到哪里了", None),
    ],
)
def test_an_address_is_heard_with_the_wish(text: str, address: str | None) -> None:
    """Wherever it stands, and nothing of what is said around it."""
    assert address_in(text) == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("I wrote 5 Main st but it's 15 Main Street, same town", "15 Main Street"),
        ("is Denver. 1600 Broadway, Denver CO 80202", "1600 Broadway, Denver CO 80202"),
        (
            "收件人王芳，电话13912345678，地址：杭州市西湖区文三路90号",
            "收件人王芳，电话13912345678，杭州市西湖区文三路90号",
        ),
    ],
)
def test_an_answer_with_more_than_the_address(text: str, address: str) -> None:
    """What was wrong, and what is told twice, is no part of it; whom it goes to is."""
    assert address_told(text) == address


def test_hostile_words_stay_quick() -> None:
    """However long and however they repeat."""
    started = time.thread_time()
    for piece in (
        "12 Oak ",
        "1 a, ",
        "unit 1 ",
        "ok then ",
        "寄到",
        "那个",
        "改成",
        "路1号",
        "地址：",
        "oh one ",
        "not a, ",
    ):
        address_told(piece * 5_000)
        address_in(piece * 5_000)
        for known in (AMERICAN[0], CHINESE[0]):
            corrected(known, (piece * 100)[:100])
            completed(known, (piece * 100)[:100])
    assert time.thread_time() - started < 1
