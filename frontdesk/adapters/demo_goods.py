"""What the demo shop sells, who sends it and who buys it. Names only; all of them are made up."""

from actions import Name

# sku, English (as it stands within a sentence), Chinese, price in cents
GOODS: tuple[tuple[str, str, str, int], ...] = (
    ("AU-101", "wireless headphones", "无线耳机", 7900),
    ("KI-204", "an electric kettle", "电热水壶", 3900),
    ("SH-310", "running shoes", "跑步鞋", 8900),
    ("HO-115", "a desk lamp", "台灯", 4500),
    ("BA-422", "a travel backpack", "旅行背包", 6900),
    ("KI-230", "a coffee grinder", "咖啡磨豆机", 5400),
    ("CL-501", "a rain jacket", "雨衣外套", 9900),
    ("AU-118", "a portable speaker", "便携音箱", 5900),
    ("BK-702", "a picture book", "图画书", 1800),
    ("HO-140", "a wool blanket", "羊毛毯", 7400),
    ("EL-808", "a phone charger", "手机充电器", 2500),
    ("KI-251", "a rice cooker", "电饭煲", 8800),
    ("TO-601", "a wooden train set", "木制小火车", 4200),
    ("CL-533", "cotton socks", "纯棉袜子", 1200),
    ("EL-820", "a mechanical keyboard", "机械键盘", 11900),
    ("HO-166", "an air purifier", "空气净化器", 15900),
    ("SP-903", "a yoga mat", "瑜伽垫", 3200),
    ("EL-845", "a smart watch", "智能手表", 19900),
    ("KI-277", "a tea set", "茶具", 6600),
    ("SP-917", "a bicycle helmet", "自行车头盔", 5800),
    ("GA-130", "garden gloves", "园艺手套", 1500),
    ("EL-861", "a reading tablet", "电子阅读器", 12900),
    ("BA-448", "a leather wallet", "皮夹", 4900),
)

# prefix of its tracking numbers, name
CARRIERS: tuple[tuple[str, Name], ...] = (
    ("HB", Name("Harbor Parcel", "海湾快递")),
    ("MS", Name("Morning Star Express", "晨星速运")),
    ("CF", Name("Cedar Freight", "雪松物流")),
)

ENGLISH_NAMES: tuple[str, ...] = (
    "Nora Fields", "Theo Marsh", "Ivy Calder", "Owen Pratt", "Lena Brooks", "Miles Harper", "Avery Lane", "Rosa Quinn",
    "Felix Dunn", "Clara Webb", "Jonah Reed", "Maya Stone", "Hugo Bell", "Elsie Ward", "Caleb Frost", "Tessa Moore",
    "Simon Hale", "Greta Voss", "Dylan Park", "Ruth Amari", "Noel Garner", "Paula Wick", "Ezra Holt", "Wendy Shaw",
    "Marco Silva", "Priya Nair", "Kofi Mensah", "Lucia Ortega", "Anders Lund", "Fatima Zaki", "Bruno Keller", "June Parker",
)  # fmt: skip
CHINESE_NAMES: tuple[str, ...] = (
    "陈思远", "李静怡", "王子涵", "张雅文", "刘浩然", "赵晓彤", "孙立群", "周美琪", "吴俊杰", "林小雨", "徐佳宁",
    "马文博", "朱雨晴", "胡安然", "郭晨曦", "何欣悦", "高天宇", "罗婉清", "郑凯文", "梁诗涵", "谢一鸣", "宋嘉怡",
    "唐子墨", "许若琳", "韩知夏", "冯雪莹", "邓宇航", "曹梦洁", "彭建国", "曾慧敏", "萧亦凡", "田心怡",
)  # fmt: skip
ENGLISH_STREETS: tuple[str, ...] = (
    "Willow Lane, Fairhaven", "Quay Street, Northport", "Orchard Road, Millbrook", "Beacon Hill, Eastwick",
    "Saddler's Row, Ashford Green",
)  # fmt: skip
CHINESE_STREETS: tuple[str, ...] = ("云湖市松林路", "海棠市长桥街", "青石市东门大道", "白鹭市滨河路", "云湖市书院巷")
