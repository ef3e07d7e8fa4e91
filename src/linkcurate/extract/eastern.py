"""Whom Chinese, Japanese and Korean pages name: without blanks, with roles on either side of a name."""

import re
from pathlib import Path

from linkcurate.patterns import regex

# A letter of an eastern script: a class with their range in it takes a millisecond to compile, wherever it stands.
_SIGN = r"[^\W\d_A-Za-z]"
_HANGUL = r"[\uac00-\ud7af]"
# surnames.txt: names separated by blanks, in parts that begin with a comment.
_PARTS = Path(__file__).with_name("surnames.txt").read_text(encoding="utf-8").split("\n# ")
_CHINESE, _JAPANESE, _KOREAN = (frozenset(part.partition("\n")[2].split()) for part in _PARTS[1:])
_WORDS_LIKE_NAMES = regex(
    r"马拉松|馬拉松|高尔夫|高爾夫|任天堂|.*[省市区區县縣镇鎮村路街图圖奖獎界论論书書号號]"
)

# Media, companies, offices and desks, by how their names end; sections only behind the name of one.
_MEDIUM = regex(
    r".*(?:网|網|报|報|社|[日晚早晨周週月季期]刊|杂志|雜誌|新闻|新聞|在线|在線|频道|頻道|电视台?|電視台?|电台|電台|广播|廣播"
    r"|卫视|衛視|客户端|公众号|.{2}号|消息|订阅|訂閱|官方|官微|平台|媒体|媒體|传媒|傳媒|通信|通讯|通訊|中心|编辑|編輯|編集|组|組|团队|團隊"
    r"|工作室|研究[院所室]|学院|學院|大学|大學|[学學协協委员員金]会|[学學协協委员員金]會|公司|集团|集團|出版|[总総支本事務]局|厅|廳"
    r"|[总総支本]社|本部|取材班|制作班|観察|观察|觀察|报道|報道|報導|オンライン|ニュース|デジタル|チーム|スタッフ"
    r"|(?:政治|社会|経済|国際|科学|文化|運動|報道|写真|編集|事業|.{3,})部"
    r"|.{2}(?:深度|科技|财经|財經|体育|體育|娱乐|娛樂|汽车|汽車|健康|教育|军事|軍事|时尚|時尚|国际|國際|视频|視頻|图片|圖片)"
    r"|팀|뉴스|신문|일보|방송|통신|데스크|편집국|보도국|기자단|매거진|닷컴|.{2}경제|연구소|협회|센터)"
)
# Buttons, notes and sections that stand beside a day as names do.
_FURNITURE = regex(
    r"微博|微信|有话说|评论(?!员)|評論(?!員|家)|收藏|分享|打印|列印|字号|字號|字体|举报|舉報|投稿|登录|登錄|登入|註冊|注册|首页|首頁"
    r"|来源|來源|出处|出處|订阅|訂閱|阅读|閱讀|浏览|瀏覽|点击|點擊|下载|下載|回复|回覆|人气|人氣|扫码|链接|連結|推荐|推薦|相关|相關|更多|留言"
    r"|参与|參與|发布|發布|發佈|发表|發表|互动|互動|关注|關注|版权|版權|转载|轉載|未知|佚名|匿名|不详|不詳|网友|網友|读者|讀者|本站|本刊|本[报報][讯訊]|[译譯訳]$|原创|原創|管理员|管理員"
    r"|免责|免責|声明|聲明|星期|コメント|シェア|ツイート|共有|印刷|保存|記事|会員|限定|有料|無料|続き|ログイン|登録|ページ|公開"
    r"|修改|删除|刪除|转贴|轉貼|更新|配信|掲載|著作権|転載|運営|ランキング|댓글|공유|구독|스크랩|인쇄|조회|추천|좋아요|프린트|페이지|바로가기|로그인|회원|검색"
    r"|관리자|운영자|작성자|글쓴이"
)
_SECTION = regex(
    r"国内|國內|国际|國際|社会|社會|政治|经济|經濟|経済|财经|財經|娱乐|娛樂|体育|體育|文化|生活|科技|地方|要闻|要聞|時事|时事|时政|時政"
    r"|港聞|两岸|兩岸|中国|中國|日本|韓国|台湾|台灣|香港|北京|上海|東京|大阪|全国|全國|热门|熱門|焦点|焦點|头条|頭條|专题|專題|专栏"
    r"|專欄|特集|連載|解説|社説|共同|ロイター|正文|本文|原文|综合|綜合|整理|コラム|エンタメ|スポーツ|ビジネス|トップ|ホーム|등록|입력|수정|승인|기사"
    r"|정치|경제|사회|문화|국제|전국|지역|스포츠|연예|오피니언|칼럼|사설|이슈|전체|한국|서울|부산|날씨|인터뷰|종합|속보|단독|포토|만평"
)

# Who worked on a text and wrote none of it, as a label before a name.
EDITED = regex(
    rf"{_SIGN}{{0,4}}(?:编辑|編輯|责编|責編|校对|校對|校阅|校閱|审核|審核|审校|審校|监制|監製|核稿|排版|编校|策划|策劃|統籌|统筹|翻译|翻譯|翻訳|監修"
    rf"|デスク|편집|교열|번역|그래픽)(?:者|人)?"
    rf"(?:\s*[:：／/|丨｜=＝]|\s(?={_SIGN}{{2,4}}(?:\s|$)))"
    r"|(?:カテゴリー?|タグ|テーマ|分类|分類|标签|標籤|关键[词字]|關鍵[詞字]|카테고리|태그|출처|자료|专业|専門・関心分野)\s*(?:[:：|]|\s)"
    r"|(?:来源|來源)[于自]?\s*[:：]?",
)

_NAME = rf"(?:{_SIGN}{{3}}|{_SIGN}{{2}}|{_SIGN}{{4}})"
_FILING = r"(?:报道|報道|报导|報導|专访|專訪|综合|綜合|整理|整合|编译|編譯|摄影|攝影|摄|攝)"
# What follows a reporter's name: "台北報導", "北京5月3日电", "整理".
_FILED = rf"(?:{_SIGN}{{2,6}}?(?:\d{{1,2}}月)?\d{{1,2}}日[电電讯訊]|{_SIGN}{{0,8}}?{_FILING})"
_ONE = rf"(?!{_SIGN}{{0,2}}{_FILING}){_NAME}(?={_FILED}|(?!{_SIGN})|$)"
_REPORTER = (
    r"(?:实习生|實習生"
    r"|(?:实习|實習|见习|見習|特约|特約|首席|资深|資深)?(?:记者|記者|通讯员|通訊員|评论员|評論員|撰稿人?))"
)
_NEXT = (
    rf"(?:\s?[、，,&＆]\s?(?:{_REPORTER}[\s:：]*)?"
    rf"|(?:\s?[/／]\s?|\s+)(?:{_REPORTER}[\s:：]*)?(?!{_SIGN}{{0,8}}{_FILING}))"
)
_LIST = rf"{_ONE}(?:{_NEXT}{_ONE}){{0,7}}"
# "海港报记者 王小明 实习生 李青"; 記者 follows a name in Japanese, so that only a medium's may stand before it.
_LED = (
    rf"(?:{_SIGN}{{0,10}}?\s?(?:记者|通讯员|评论员)"
    rf"|(?:{_SIGN}{{0,8}}(?:报|報|网|網|社|台|臺|刊|聞|視|本|電|中心|实习|實習|特約|特约))?{_REPORTER}"
    r"|执笔|執筆|撰文)[\s:：／/|丨]*"
)
_SIGNED = regex(  # … or "海港经济报道 王小明 北京报道", "王小明/李青（综合报道）", "石小佳/海港青年报"
    rf"[【〔（(\[]?\s*(?:(?:[^\s／/|（(]{{2,10}}\s?[／/]\s?)?(?P<led>{_LED})|(?P<before>[^\s／/]{{3,12}})\s)?(?P<names>{_LIST})"
    rf"[\s／/|，,]*(?P<filed>[（(]?{_FILED}[）)]?)?(?:(?<=[／/\s])(?P<behind>[^\s／/]{{3,12}}))?\s*[】〕）)\]]?"
)
_DISPATCHED = regex(
    rf"(?:^|[〔（(【\[])[^〔（(【\[〕）)】\]]{{0,14}}?{_REPORTER}[\s:：]*(?P<names>{_LIST})[\s，,]?(?:{_FILED})?\s?(?:[／/）)〕】\]]|$)"
    rf"|^{_SIGN}{{2,6}}(?:中心|組)[／/](?P<desk>{_ONE})[／/]?{_FILED}"
    rf"|^[【（(\[][^【】（）()\[\]＝=]{{2,12}}[＝=](?P<abroad>{_SIGN}{{2}}[^\W\d_A-Za-z]{{1,4}})[】）)\]]"
)
_KOREAN_DISPATCH = regex(
    rf"(?:^|[\s\])】=])({_HANGUL}{{2,4}}(?:(?:\s?[·,]\s?|\s){_HANGUL}{{2,4}}){{0,4}}) "
    r"(?:(?:인턴|수습|선임|객원|전문)\s?)?기자\s*(?:=|[\])】]|\S+@|$)"
)
_KOREAN_REPORTER = regex(rf"\s({_HANGUL}{{2,4}})\s?(?:인턴|수습|선임|객원|전문)?기자$")
_CLOSED = regex(
    rf"(?:^|[。！？…?!][”」』\"]?\s*)[（(【](?P<role>[^（）()【】]{{0,10}}(?:{_REPORTER}|執筆|执笔|撰文)[\s:：／/＝=]*)?"
    rf"(?P<names>{_SIGN}{{2}}[^\W\d_A-Za-z]{{0,4}}(?:[、・，,\s]{_SIGN}{{2}}[^\W\d_A-Za-z]{{0,4}}){{0,4}})[）)】]$"
)
_ASIDE = regex(  # in such brackets too
    r"略|参照|関連|取材|続|续|当時|同上|現在|以下|提供|撮影|写真|図|图|圖|供|摄|攝|化名|文中|全文|完|出典|引用|こちら|から|まで|です|ます"
    r"|[都区市県町版面号年日円話氏談編訳期页頁]$"
)
_BETWEEN = regex(r"[、・，,／/&＆\s]+")
_WORDS = regex(rf"{_SIGN}{{2,4}}(?:\s{_SIGN}{{2,4}})+")


def is_nobody(name: str) -> bool:
    """Say whether a name in an eastern script is that of a medium, a desk, a section or a button."""
    return bool(_MEDIUM.fullmatch(name) or _FURNITURE.search(name) or _SECTION.fullmatch(name))


def is_medium(name: str) -> bool:
    """Say whether a name in an eastern script is that of a medium, a company or a desk."""
    return bool(_MEDIUM.fullmatch(name)) and not _FURNITURE.search(name)


def is_korean_word(name: str) -> bool:
    """Say whether a word in Hangul is no person's name: it begins with no surname."""
    return "\uac00" <= name[0] <= "\ud7af" and name[0] not in _KOREAN


def is_eastern_person(name: str) -> bool:
    """Say whether a Chinese or Japanese name begins with a surname that many people bear."""
    whole = name.replace(" ", "") if len(name) < 8 else ""
    if not 3 <= len(whole) <= 6 or not _is_han(whole) or is_nobody(name):
        return False
    if whole[:2] in _JAPANESE and " " not in name[:2]:
        return True
    return _is_chinese(name) and not _WORDS_LIKE_NAMES.fullmatch(name)


def _is_han(word: str) -> bool:
    """Say whether a word begins with two Chinese characters, and has none but those and kana."""
    return all(sign >= "\u3400" or sign == "々" for sign in word[:2]) and all(
        "々" <= sign <= "\u9fff" for sign in word
    )


def _is_chinese(name: str) -> bool:
    return (len(name) in (2, 3) and name[0] in _CHINESE) or (len(name) in (3, 4) and name[:2] in _CHINESE)


def names_in(part: str) -> list[str]:
    """Return the Chinese names that stand side by side in a part of a byline; or the part, where it is one name."""
    if not _WORDS.fullmatch(part.strip()):
        return [part]
    words = part.split()
    several = len(words) > 2 or (
        all(map(_is_chinese, words)) and max(map(len, words)) > 2 and words[0][:2] not in _JAPANESE
    )
    return words if several and not any(map(is_nobody, words)) else [part]


def signed(line: str) -> str:
    """Return the names in a line that says that they report, or in which a medium stands beside them; or ""."""
    found = _SIGNED.fullmatch(line.strip())
    if not found:
        return ""
    names, medium, filed = _joined(found["names"]), found["before"] or found["behind"], found["filed"] or ""
    if found["before"] and not all(map(_is_chinese, names.split("、"))):  # what media do stands there too
        return ""
    return names if (is_medium(medium) if medium else found["led"] or filed.endswith(("）", ")"))) else ""


def reporter(text: str) -> str:
    """Return the Korean name before the word for a reporter, behind whatever its newspaper writes before it."""
    found = _KOREAN_REPORTER.search(text) if text.endswith("기자") else None
    return found[1] if found and found[1][0] in _KOREAN and not is_nobody(found[1]) else ""


def may_sign(text: str) -> bool:
    """Say whether an eastern text begins as those do that name authors: a test that costs little."""
    return any(
        word in text for word in ("记者", "記者", "評論員", "评论员", "报道", "報導", "기자", "/", "／")
    ) or (len(text) <= _LONGEST and all(map(is_eastern_person, re.split(r"[、，,・／/]", text))))


_LONGEST = 30  # characters of names alone


def named_by_dispatch(start: str) -> str:
    """Return the reporters whom a dispatch names where it begins; "" if there are none."""
    if found := _DISPATCHED.search(start):
        names = _joined(found["names"] or found["desk"] or found["abroad"])
        if names:
            return names
    if found := _KOREAN_DISPATCH.search(start):
        words = re.split(r"[·,\s]+", found[1])
        return "、".join(word for word in words if word[0] in _KOREAN and not is_nobody(word))
    return ""


def named_at_end(text: str) -> tuple[str, ...]:
    """Return the names that stand in brackets behind the last sentence of an eastern text."""
    found = _CLOSED.search(text)
    if not found or _ASIDE.search(found["names"]):
        return ()
    names = tuple(filter(None, re.split(r"[、・，,\s]+", found["names"])))
    if any(is_nobody(name) or not _is_han(name) for name in names):
        return ()
    return names if found["role"] or all(len(name) > 2 or _is_chinese(name) for name in names) else ()


def _joined(names: str) -> str:
    """Return names as a list with commas, without the roles between them."""
    words = filter(None, _BETWEEN.split(re.sub(_REPORTER, " ", names)))
    return "、".join(word for word in words if _is_han(word) and not is_nobody(word))
