"""Every piece of an address can be put right, left out or added without touching the others."""

import pytest

from actions.reading.address_slips import corrected, keeps_old, says_wrong
from actions.reading.addresses import completed


@pytest.mark.parametrize(
    ("known", "said", "address"),
    [
        ("220 W 5th Ave Unit 12, Anchorage AK 99501", "no, unit 21", "220 W 5th Ave Unit 21, Anchorage AK 99501"),
        (
            "14 Oak Street, Springfield, IL 62704",
            "and it's Oak Avenue not Street",
            "14 Oak Avenue, Springfield, IL 62704",
        ),
        ("77 Pine St Apt 2, Salem, OR 97301", "it's apt 3 not 2", "77 Pine St Apt 3, Salem, OR 97301"),
        ("77 Pine St Apt 2, Salem, OR 97301", "sorry, 79 not 77", "79 Pine St Apt 2, Salem, OR 97301"),
        ("14 Oak Street, Portland, OR 97202", "Apt 5 sorry", "14 Oak Street, Apt 5, Portland, OR 97202"),
        ("1600 Broadway, Denver, CO 80202", "suite 9 please", "1600 Broadway, suite 9, Denver, CO 80202"),
        ("14 NW Oak Street, Portland, OR 97202", "NW is wrong, it's SE", "14 SE Oak Street, Portland, OR 97202"),
        ("14 NW Oak Street, Portland, OR 97202", "no, SE", "14 SE Oak Street, Portland, OR 97202"),
        ("14 Oak Street, Floor 3, Portland, OR 97202", "no wait floor 5", "14 Oak Street, Floor 5, Portland, OR 97202"),
        ("14 Oak Street, Portland, OR 97202", "no wait floor 5", "14 Oak Street, floor 5, Portland, OR 97202"),
        ("14 Oak Street, Portland, OR 97202", "no 97201", "14 Oak Street, Portland, OR 97201"),
        ("14 Oak Street, Portland, OR 97202", "97201", "14 Oak Street, Portland, OR 97201"),
        ("14 Oak Street, Portland, OR 97202", "Salem OR 97301, I mean", "14 Oak Street, Salem OR 97301"),
        ("14 Oak Street Apt 2, Portland, OR 97202", "it's Salem, OR 97301", "14 Oak Street Apt 2, Salem, OR 97301"),
        (
            "14 Oak Street, Portland, OR 97201",
            "Is 97201 right? I think it's 97202",
            "14 Oak Street, Portland, OR 97202",
        ),
        ("14 Oak Street, Portland, OR 97202", "the zip is oh one nine seven one", "14 Oak Street, Portland, OR 01971"),
        ("14 Oak Street, Portland, OR 97202", "no, 15 Main Street", "15 Main Street, Portland, OR 97202"),
        ("14 Oak Street, Portland, OR 97202", "15 Oak Street, Portland", "15 Oak Street, Portland, OR 97202"),
        ("14 Oak Street, Portland, OR 97202", "recipient is Anna Lee", "14 Oak Street, Portland, OR 97202, Anna Lee"),
        (
            "14 Oak Street, Portland, OR 97202, phone 415-555-0100",
            "my phone is 415-555-0101",
            "14 Oak Street, Portland, OR 97202, phone 415-555-0101",
        ),
        (
            "14 Oak Street, Portland, OR 97202, phone 415-555-0100",
            "no, 97201",
            "14 Oak Street, Portland, OR 97201, phone 415-555-0100",
        ),
        (
            "14 Oak Street, Portland, OR 97202, phone 415-555-0100",
            "the number is 16",
            "16 Oak Street, Portland, OR 97202, phone 415-555-0100",
        ),
        (
            "twelve oak street springfield illinois six two seven oh three",
            "no six two seven oh four",
            "twelve oak street springfield illinois 62704",
        ),
        (
            "twelve oak street springfield illinois six two seven oh three",
            "illinois six two seven oh four",
            "twelve oak street springfield illinois 62704",
        ),
        (
            "twelve oak street springfield illinois six two seven oh three",
            "the house number is fourteen",
            "fourteen oak street springfield illinois six two seven oh three",
        ),
        (
            "twelve oak street springfield illinois",
            "and the name on the door is baker",
            "twelve oak street springfield illinois, baker",
        ),
        (
            "ten oak street springfield illinois six two seven oh three",
            "no no twelve oak street",
            "twelve oak street springfield illinois six two seven oh three",
        ),
        (
            "ten oak street springfield illinois six two seven oh three",
            "um no twelve oak street springfield",
            "twelve oak street springfield illinois six two seven oh three",
        ),
        ("18 Elm St, Bangor ME 04401", "18B", "18B Elm St, Bangor ME 04401"),
        ("220 W 5th Ave, Reno, NV 89501", "it's 6th Ave not 5th Ave", "220 W 6th Ave, Reno, NV 89501"),
        ("220 W 5th Ave, Reno, NV 89501", "W is wrong, it's E", "220 E 5th Ave, Reno, NV 89501"),
        (
            "1 Market St, Oakland, CA 94105",
            "Market Street should be Mission Street",
            "1 Mission Street, Oakland, CA 94105",
        ),
        ("1 Market St, Oakland, CA 94105", "wrong city, it's Fresno", "1 Market St, Fresno, CA 94105"),
        ("1 Market St, Oakland, CA 94105", "it's in Fresno not Oakland", "1 Market St, Fresno, CA 94105"),
        ("1 Market St, apt 4, Oakland, CA 94105", "no apartment", "1 Market St, Oakland, CA 94105"),
        ("1 Market St, Oakland, CA 94105", "remove the apartment", None),
        (
            "1 Market St, Oakland",
            "the recipient is Ann Lee, phone 415-555-0100",
            "1 Market St, Oakland, Ann Lee, phone 415-555-0100",
        ),
        ("Anna Lee, 1 Market St, Oakland", "the recipient is Anna Leigh", "Anna Leigh, 1 Market St, Oakland"),
        ("fourteen oak street springfield", "the street is elm street", "fourteen elm street springfield"),
        ("成都市锦江区春熙路8号", "8号改18号", "成都市锦江区春熙路18号"),
        ("成都市锦江区春熙路8号", "区错了，是武侯区", "成都市武侯区春熙路8号"),
        ("成都市锦江区春熙路8号3栋", "去掉3栋", "成都市锦江区春熙路8号"),
        ("四川省成都市锦江区春熙路8号", "四川省不用写", "成都市锦江区春熙路8号"),
        (
            "成都市锦江区春熙路8号",
            "收件人写张伟，电话13800001111",
            "成都市锦江区春熙路8号，收件人张伟，电话13800001111",
        ),
        ("台北市信義路三段10號5樓", "5樓改成6樓", "台北市信義路三段10號6樓"),
        ("成都市锦江区春熙路8号", "还有三单元五零二", "成都市锦江区春熙路8号三单元五零二"),
        (
            "杭州市西湖区文三路90号，收件人王芳，电话13912345678",
            "门牌号写错了，是92号",
            "杭州市西湖区文三路92号，收件人王芳，电话13912345678",
        ),
        (
            "杭州市西湖区文三路90号，收件人王芳，电话13912345678",
            "电话错了，是13912345679",
            "杭州市西湖区文三路90号，收件人王芳，电话13912345679",
        ),
        (
            "杭州市西湖区文三路90号，收件人王芳，电话13912345678",
            "收件人改成王方",
            "杭州市西湖区文三路90号，收件人王方，电话13912345678",
        ),
        (
            "杭州市西湖区文三路90号，收件人王芳，电话13912345678",
            "还有楼层，32楼",
            "杭州市西湖区文三路90号32楼，收件人王芳，电话13912345678",
        ),
        ("杭州市西湖区文三路90号", "加个电话13800138000", "杭州市西湖区文三路90号，电话13800138000"),
        ("杭州市西湖区文三路90号", "收件人李明", "杭州市西湖区文三路90号，收件人李明"),
        ("杭州市西湖区文三路90号", "收件人改成王方吧", "杭州市西湖区文三路90号，收件人王方"),
        ("王芳 13912345678 杭州市西湖区文三路90号", "收件人改成王方", "王方 13912345678 杭州市西湖区文三路90号"),
        ("成都市武侯区人民南路一号", "还有那个十二楼幺二零三室", "成都市武侯区人民南路一号十二楼幺二零三室"),
        ("成都市武侯区人民南路1号2栋", "不对，是3栋", "成都市武侯区人民南路1号3栋"),
        ("杭州市西湖区文三路90号2单元501室", "应该是3单元", "杭州市西湖区文三路90号3单元501室"),
        ("杭州市西湖区文三路90号", "不对，应该是文二路", "杭州市西湖区文二路90号"),
        ("杭州市西湖区文三路90号", "文三路改成文二路", "杭州市西湖区文二路90号"),
        ("杭州市西湖区文三路90号", "不是西湖区是上城区", "杭州市上城区文三路90号"),
        ("新北市板橋區文化路10號", "不對，是12號", "新北市板橋區文化路12號"),
    ],
)
def test_a_correction_changes_its_piece_and_nothing_else(known: str, said: str, address: str | None) -> None:
    """A unit, a house, a street, a side, a postcode, a town, a recipient, a phone."""
    assert corrected(known, said) == address


@pytest.mark.parametrize(
    ("known", "said", "address"),
    [
        ("PO Box 12, Austin TX 78701", "ok 15 Main Street, Austin TX 78701", "15 Main Street, Austin TX 78701"),
        ("1 Market St, San Francisco", "CA 94105", "1 Market St, San Francisco, CA 94105"),
        ("fourteen oak street, apartment four b", "springfield", "fourteen oak street, apartment four b, springfield"),
        ("1 Market St, Oakland, CA 94105", "remove the apartment", None),
        ("15 Main Street", "Austin TX 78701", "15 Main Street, Austin TX 78701"),
        ("杭州市西湖区文三路90号，收件人王芳", "3栋502", "杭州市西湖区文三路90号3栋502，收件人王芳"),
    ],
)
def test_what_follows_is_added_in_its_place(known: str, said: str, address: str | None) -> None:
    """A street takes the place of a box; a room stands behind its house."""
    assert completed(known, said) == address


def test_the_old_address_is_kept() -> None:
    """That is a no to the new one."""
    assert all(map(keeps_old, ("wait actually keep the old one", "leave my address", "算了，地址不改了")))
    assert not any(map(keeps_old, ("it's the old mill road", "unit 21", "地址改一下")))


def test_the_address_is_wrong() -> None:
    """And it isn't said what of it."""
    assert all(map(says_wrong, ("no that's wrong", "wrong address", "写错了", "地址不对")))
    assert not any(map(says_wrong, ("no", "the street is wrong", "8号错了", "that's the wrong order")))
