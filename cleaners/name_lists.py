"""Names as tables: Chinese surnames, English given names, bylines that name nobody, agencies."""

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦"
    "付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞"
    "左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦"
    "戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕"
    "楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌"
    "禤張劉陳楊黃趙吳孫馬鄭謝韓馮鄧許蕭蔣盧鍾陸葉蘇呂羅賈韋鄒閻龍賀顧錢嚴湯萬"
)
"""First characters of Chinese names, simplified and traditional: with them a run of two or three characters may be a name."""

COMPOUND = ("欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "慕容", "夏侯", "尉迟", "令狐", "端木", "歐陽", "司馬")
"""Surnames of two characters."""

GIVEN = frozenset(
    "aaron abby adam adrian alan albert alex alexander alexandra alice alison amanda amber amy ana andrea andrew andy"
    " angela anita ann anna anne"
    " annie anthony antonio april ashley barbara becky ben benjamin beth betty bill bob bobby brad bradley brandon"
    " brenda brian bruce bryan caitlin"
    " carl carlos carol caroline carolyn catherine cathy charles charlie charlotte cheryl chloe chris christian"
    " christina christine christopher cindy"
    " claire colin connor cory craig cynthia damien dan dana daniel danielle dave david dean deborah debra dennis"
    " derek diana diane dominic don donald"
    " donna dorothy doug douglas dylan ed eddie edward elaine eleanor elena elizabeth ella ellen emily emma eric"
    " erica erik erin ethan eva evan evelyn"
    " fiona frances frank fred gabriel gareth gary geoff george gina glenn gloria grace graham greg gregory guillaume"
    " hannah harold harry heather helen"
    " henry holly howard hugh ian irene isabella jack jackie jacob jake james jamie jane janet janice jason jay jean"
    " jeff jeffrey jen jennifer jenny"
    " jeremy jerry jess jesse jessica jill jim jimmy joan joanna joe joel john jon jonathan jordan jose joseph josh"
    " joshua joy juan judith judy julia"
    " julian julie justin karen karl kate katherine kathleen kathryn katie keith kelly ken kenneth kevin kim kimberly"
    " kristen kristian kyle larry laura"
    " lauren leah lee leo leon leslie liam linda lisa liz logan lori louis louise lucas lucy luis luke lynn marc"
    " marcus margaret maria marie marilyn mark"
    " martha martin mary matt matthew megan melanie melissa mia michael michelle miguel mike molly monica myles nancy"
    " natalie nathan neil nicholas nick"
    " nicole noah nora oliver olivia oscar owen paige pam pamela patricia patrick paul paula penny pete peter phil"
    " philip phillip polly rachel ralph ray"
    " raymond rebecca rich richard rick rob robert robin rodney roger ron ronald rose ross roy ruby russell ruth ryan"
    " sally sam samantha samuel sandra"
    " sara sarah scott sean seth shane shannon sharon shawn sheila shirley simon sofia sophia sophie stacy stan"
    " stephanie stephen steve steven stuart sue"
    " susan suzanne sylvia tara ted teresa terry theresa thomas tiffany tim timothy tina todd tom toby tony tracy"
    " travis tyler vanessa vera victor victoria"
    " vincent virginia walter wayne wendy will william zach zoe".split()
)
"""Common given names: a site that bears a name beginning so may bear its owner's."""

NOBODY = frozenset(
    "admin administrator editor editors staff staffwriter staffreporter staffwriters webmaster guest guestauthor"
    " guestpost anonymous unknown author"
    " editorial editorialteam editorialstaff editorialboard newsdesk newsroom webdesk onlinedesk webeditor newsstaff"
    " contributor contributors user root wpadmin"
    " january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday"
    " staffreports staffreport wirereports wirereport newsservices newsservice"
    " siteadmin superuser oureditors theeditors theeditor name authorname byline team webteam none null undefined"
    " agencies agency wire wireservices press"
    " 佚名 未知 网络 网络整理 本站 本站原创 管理员 系统管理员 编辑部 小编 匿名 原创 综合 整理 记者 编辑 本报 本报讯"
    " 本网 关注 關注 全文 时间 時間 文章 简介 高清 专题 专栏 平台 相关 时评 单页"
    " 宣传 方式 万象 简讯 明星 花絮 都市 安全 金句 文化 文娱 文艺"
    " 通讯员".split()
)
"""What stands in authors' fields and is nobody: roles, placeholders, days; letters and figures alone, lower case."""

AGENCIES = frozenset(
    "reuters ap associatedpress theassociatedpress afp agencefrancepresse bloomberg bloombergnews xinhua"
    " xinhuanewsagency upi pamedia pressassociation"
    " dpa ians pti ani efe tass interfax kyodo yonhap prnewswire businesswire globenewswire accesswire gettyimages"
    " cna cnn bbc bbcnews chinadaily"
    " chinanewsservice 新华社 新华网 中新社 中新网 中国新闻网 中国新闻社 路透社 法新社 美联社 人民网 人民日报 央视"
    " 央视新闻 环球网 澎湃新闻 新京报 中国日报".split()
)
"""Agencies and desks that sign what they supply, written as the ones above."""
