"""Who wrote a page in Chinese, Japanese or Korean, as newspapers and portals there print it; who edited it wrote nothing."""

import datetime as dt

import pytest
from pages import meta

from linkcurate.extract import Metadata, extract
from linkcurate.extract.eastern import is_eastern_person, named_at_end, named_by_dispatch, names_in, signed

STORIES = {
    "zh-CN": ("台风过后港口恢复平静", "港口今天恢复了平静，渔船陆续驶出，码头上的工人开始装货，附近的居民也回到了自己的家中，市场重新开放。"),
    "zh-TW": ("颱風過後港口恢復平靜", "港口今天恢復了平靜，漁船陸續駛出，碼頭上的工人開始裝貨，附近的居民也回到了自己的家中，市場重新開放。"),
    "ja": ("台風の後、港は静けさを取り戻す", "港は今日、静けさを取り戻した。漁船は次々と出港し、埠頭では作業員が荷物の積み込みを始め、住民も家に戻った。"),
    "ko": ("태풍 지나간 항구, 평온 되찾아", "항구는 오늘 평온을 되찾았다. 어선들은 잇따라 출항했고 부두에서는 노동자들이 짐을 싣기 시작했다. "),
}  # fmt: skip
URL = "https://www.harbor.example/2021/0503/c1001"


def page(language: str, below: str = "", opening: str = "", end: str = "", head: str = "") -> Metadata:
    """Extract the metadata of an article with something below its headline, before its first words, and behind it."""
    headline, text = STORIES[language]
    paragraph = f"<p>{text * 3}</p>"
    body = f"<article><h1>{headline}</h1>{below}<div><p>{opening}{text * 3}</p>{paragraph * 2}{end}</div></article>"
    html = f"<!doctype html><html lang={language}><head>{head or f'<title>{headline}</title>'}</head><body>{body}</body></html>"
    return extract(html.encode(), URL, content_type="text/html", today=dt.date(2024, 3, 1))


CHINESE = {
    "a medium beside a name": ({"below": "<div><p>石小佳/海港青年报</p><p>2021-05-03 09:10</p></div>"}, ["石小佳"]),
    "a reporter and a trainee": ({"below": "<div><p>海港新闻记者 贺小萍 实习生 李青</p><p>2021-05-03</p></div>"}, ["贺小萍", "李青"]),
    "behind the newspaper, with the place": ({"below": "<div><p>海港经济报道 王小明 北京报道</p><p>2021-05-03</p></div>"}, ["王小明"]),
    "compiled, at the end": ({"end": "<p>王小明/李青（综合报道）</p>"}, ["王小明", "李青"]),
    "a sign without a colon": ({"below": "<p>文 王小明</p>"}, ["王小明"]),
    "names side by side": ({"below": '<div class="author">王小明 李建华</div>'}, ["王小明", "李建华"]),
    "pen names in a line with the day": ({"below": "<div><span>2021-05-03 20:35</span> <span><i>海小姐</i> <i>胡一丁</i> <i>李小港</i></span></div>"}, ["海小姐", "胡一丁", "李小港"]),
    "editor and reader of proofs in the byline": ({"below": '<p class="reporter">海港报记者 王小明 编辑 李青 校对 张小红</p>'}, ["王小明"]),
    "a professor": ({"below": "<p>作者：王小明（海港大学教授）</p>"}, ["王小明"]),
    "signs for labels": ({"below": "<p>文 | 王小明</p><p>编辑 | 李青</p>"}, ["王小明"]),
    "a dispatch": ({"opening": "海港社宁波5月3日电（记者王小明、李建华）"}, ["王小明", "李建华"]),
    "a dispatch in bold, compiled": ({"opening": "<strong>海港网5月3日讯（记者陈小智 整理）</strong>"}, ["陈小智"]),
    "behind a medium's name": ({"opening": "【海港网】（记者 王小明 李建华）"}, ["王小明", "李建华"]),
    "in brackets behind the last sentence": ({"end": "<p>他说：“我们需要更多的船。”(唐风)</p>"}, ["唐风"]),
    "in brackets, with their role": ({"end": "<p>海面恢复了平静。（评论员 罗小博 萧海川）</p>"}, ["罗小博", "萧海川"]),
    "a post of a bulletin board": ({"opening": "发信人: tide1999 (退潮), 信区: Harbor<br>标 题: 海港<br>"}, ["tide1999"]),
    "a button behind a post": ({"below": '<div><a href="/edit?author=tide1999">修改</a></div>'}, []),
    "unknown": ({"end": "<p>作者：未知　责任编辑：棒棒不是糖</p>"}, []),
    "who edited": ({"end": "<p>责任编辑：张小珺</p><p>校对：刘小威</p>"}, []),
    "who edited, in brackets": ({"end": "<p>【编辑:张小楷】</p>"}, []),
    "a portal's buttons": ({"below": "<div><span>2021-05-03</span> <span>海港科技 微博</span> <a>我有话说</a></div>"}, []),
    "where from": ({"below": "<div>2021年05月03日 <span>来源于</span> <a>海港网</a></div>"}, []),
    "a section and a day": ({"below": "<div><span>国际</span> <span>2021-05-03</span></div>"}, []),
    "what a company does": ({"end": "<p>海港唱片公司 发行</p>"}, []),
    "a note in brackets": ({"end": "<p>海面恢复了平静。（受访者供图）</p>"}, []),
    "a medium in metadata": ({"head": meta("article:author", "海港网")}, []),
}  # fmt: skip
OTHERS = {
    "Taiwan, before the place": ("zh-TW", {"opening": "〔記者王小明／台北報導〕"}, ["王小明"]),
    "Taiwan, an agency": ("zh-TW", {"opening": "（海港社記者王小明台北3日電）"}, ["王小明"]),
    "Taiwan, a desk before the name": ("zh-TW", {"opening": "生活中心／王小明報導</p><p>"}, ["王小明"]),
    "Taiwan, a newspaper before the reporter": ("zh-TW", {"below": '<p class="author">海港報 / <a href="/reporter/1">記者王小明</a>／台北即時報導</p>'}, ["王小明"]),
    "Hong Kong, one of two linked": ("zh-TW", {"below": '<div class="author"><span>撰文：</span><a href="/author/1">王小明</a> <a>李青</a></div>'}, ["王小明", "李青"]),
    "Hong Kong, a day of the week": ("zh-TW", {"below": '<div class="date">2021年5月3日星期一</div>'}, []),
    "Hong Kong, at the end": ("zh-TW", {"end": "<p>海港報記者 王小明</p>"}, ["王小明"]),
    "Taiwan, who edited": ("zh-TW", {"end": "<p>責任編輯/李青</p>"}, []),
    "Taiwan, an agency that a portal names": ("zh-TW", {"below": '<span class="byline">海港社</span>', "opening": "【記者王小明／台北報導】"}, ["王小明"]),
    "Japan, beside the day": ("ja", {"below": "<div><span>渡辺洋子、佐々木次郎</span> <time>2021年5月3日</time></div>"}, ["渡辺洋子", "佐々木次郎"]),
    "Japan, from abroad": ("ja", {"opening": "【ロンドン＝川村和樹】"}, ["川村和樹"]),
    "Japan, an agency from abroad": ("ja", {"opening": "【ロンドン＝共同】"}, []),
    "Japan, at the end": ("ja", {"end": "<p>（渡辺洋子、佐々木次郎）</p>"}, ["渡辺洋子", "佐々木次郎"]),
    "Japan, with a profession": ("ja", {"below": '<p class="author"><b>川村 花子</b> : <span>ジャーナリスト</span></p>'}, ["川村 花子"]),
    "Japan, what else a reporter writes of": ("ja", {"below": '<div class="byline"><p>川村花子 東京社会部</p><dl><dt>専門・関心分野</dt><dd>戦争、平和</dd></dl></div>'}, ["川村花子"]),
    "Japan, a desk": ("ja", {"below": '<p class="author">東京社会部</p>'}, []),
    "Japan, a button": ("ja", {"below": '<a href="/member/reg/">新規登録</a>'}, []),
    "Korea, two reporters": ("ko", {"opening": "(서울=하버뉴스) 김철수 이영희 기자 = "}, ["김철수", "이영희"]),
    "Korea, a senior reporter": ("ko", {"below": '<a class="author" href="/reporter/1">김철수 선임기자</a>'}, ["김철수"]),
    "Korea, a station before the name": ("ko", {"below": '<a href="/reporter/1">부산HBS 김철수 기자</a>'}, ["김철수"]),
    "Korea, an account and an editor": ("ko", {"below": "<p>글: 김철수(kim) 편집: 이영희(lee)</p>"}, ["김철수"]),
    "Korea, what the day is": ("ko", {"below": "<p><span>등록 2021.05.03 08:20</span></p>"}, []),
    "Korea, a desk": ("ko", {"below": "<p><span>디지털뉴스팀</span> <span>2021.05.03 08:20</span></p>"}, []),
}  # fmt: skip


@pytest.mark.parametrize("case", CHINESE)
def test_authors_on_pages_of_the_mainland(case: str) -> None:
    parts, names = CHINESE[case]
    assert list(page("zh-CN", **parts).authors.value) == names


@pytest.mark.parametrize("case", OTHERS)
def test_authors_on_pages_of_the_neighbours(case: str) -> None:
    language, parts, names = OTHERS[case]
    assert list(page(language, **parts).authors.value) == names


def test_a_name_may_hold_what_joins_names() -> None:
    assert signed("记者 王和平、李青 北京报道") == "王和平、李青"
    assert named_by_dispatch("（记者王和平）港口") == "王和平"


def test_what_is_no_list_of_chinese_names_stays_whole() -> None:
    assert names_in("王小明 李建华") == ["王小明", "李建华"]
    assert names_in("川村 花子") == ["川村 花子"]
    assert names_in("海港科技 微博 我有话说") == ["海港科技 微博 我有话说"]


@pytest.mark.parametrize("name", ["王小明", "欧阳小明", "佐藤花子", "佐々木 次郎"])
def test_persons_bear_surnames(name: str) -> None:
    assert is_eastern_person(name)


@pytest.mark.parametrize(
    "name", ["高尔夫", "江苏省", "马拉松", "海港网", "国际", "方法论", "石家庄市", "ニュース"]
)
def test_what_begins_as_a_surname_does_may_be_no_person(name: str) -> None:
    assert not is_eastern_person(name)


@pytest.mark.parametrize(
    "text",
    [
        "…静かだった。（敬称略）",
        "…恢复平静。(完)",
        "…恢复平静。（高考）",
        "…静かだった。（前編はこちら）",
        "王小明（左）",
    ],
)
def test_what_stands_in_brackets_at_the_end_may_name_nobody(text: str) -> None:
    assert named_at_end(text) == ()


def test_a_site_is_named_behind_a_wide_colon_or_as_an_official_one() -> None:
    headline = STORIES["ja"][0]
    assert page("ja", head=f"<title>{headline}：海港新聞デジタル</title>").outlet.value == "海港新聞デジタル"
    official = "<title>新闻动态--海港地理学会官网</title>"
    assert page("zh-CN", head=official).outlet.value == "海港地理学会"


def test_a_headline_at_the_start_of_the_title_is_no_site_s_name() -> None:
    head = f"<title>{STORIES['zh-TW'][0]} | 生活 | 海港社 CHA</title>"
    found = page("zh-TW", head=head)
    assert found.title.value == STORIES["zh-TW"][0]
    assert found.outlet.value != STORIES["zh-TW"][0]


STATED = {
    "记者 王小明": ["王小明"],
    "首席记者 王小明 通讯员 李青": ["王小明", "李青"],
    "特约撰稿 王小明": ["王小明"],
    "海港日報記者王小明專訪": ["王小明"],
    "海港新闻 王小明": ["王小明"],
    "李小明 译": [],
    "海港号": [],
    "本報訊": [],
    "マーク・ウィンドハウス": ["マーク・ウィンドハウス"],
    "ロイター": [],
    "김철수 기자 외 1명": ["김철수"],
}


@pytest.mark.parametrize("text", STATED)
def test_authors_in_metadata(text: str) -> None:
    assert list(page("zh-CN", head=meta("article:author", text)).authors.value) == STATED[text]
