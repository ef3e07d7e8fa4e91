"""Threads of forums: the first post's author and day are the page's, in the mark-up of forum systems."""

import datetime as dt

import pytest

from linkcurate.extract import Metadata, extract

FORUM = "https://forum.oarsmen.example/"
FIRST = "I have wooden oars from an old boat, and one has split near the blade. Has anyone here mended such a split with resin, or is it better to buy a new pair? Thanks for every hint."
REPLY = "Resin works well, I did so twice and it held for years on the river near us, even in winter when the ice presses on all wood that lies outside."
USERS = ("orlavint", "bertram99", "zedq")
TITLE = "Split oar, what now?"


def posts(template: str) -> str:
    """Return three posts, {u} being whose, {i} their numbers, {d} and {j} the days of posting and of joining."""
    return "".join(
        template.replace("{u}", user)
        .replace("{i}", f"{11 + number}")
        .replace("{d}", f"0{3 + 2 * number}")
        .replace("{j}", f"{12 + number}")
        .replace("{text}", REPLY if number else FIRST)
        for number, user in enumerate(USERS)
    )


def thread(address: str, body: str, title: str = TITLE) -> Metadata:
    """Extract the metadata of a thread without meta elements."""
    page = f"<!doctype html><html lang=en><head><title>{title}</title></head><body>{body}</body></html>"
    return extract(page.encode(), FORUM + address, content_type="text/html", today=dt.date(2024, 3, 1))


# System → address, what stands above the posts, a post, <title>.
SYSTEMS = {
    "phpbb2": ("viewtopic.php?t=8", '<a class="maintitle" href="viewtopic.php?t=8">Split oar, what now?</a><table class="forumline"><tr><th>Author</th><th>Message</th></tr>', '<tr><td class="row1"><span class="name"><a name="{i}"></a><b>{u}</b></span><br><span class="postdetails">Rower<br>Joined: {j} Jan 2010<br>Posts: 31</span></td><td class="row1"><table><tr><td><span class="postdetails">Posted: Sun May {d}, 2015 10:07 am &nbsp; Post subject: Split oar, what now?</span></td></tr><tr><td><span class="postbody">{text}</span></td></tr></table></td></tr>', "Oarsmen :: View topic - Split oar, what now?"),
    "phpbb3 without links": ("viewtopic.php?f=4&t=8", '<h2><a href="./viewtopic.php?f=4&amp;t=8">Split oar, what now?</a></h2>', '<div id="p{i}" class="post"><div class="postbody"><h3><a href="#p{i}">Split oar, what now?</a></h3><p class="author">by <strong><span class="username-coloured">{u}</span></strong> » Sun May {d}, 2015 10:07 am</p><div class="content">{text}</div></div><dl class="postprofile"><dt><span class="username-coloured">{u}</span></dt><dd><strong>Joined:</strong> Tue Jan {j}, 2010 8:00 pm</dd></dl></div>', "Oarsmen • View topic - Split oar, what now?"),
    "phpbb3 subsilver": ("viewtopic.php?f=4&t=8", '<h2><a class="titles" href="./viewtopic.php?f=4&amp;t=8">Split oar, what now?</a></h2><table class="tablebg"><tr><th>Author</th><th>Message</th></tr>', '<tr class="row1"><td><b class="postauthor">{u}</b></td><td><div><b>Posted:</b> Sun May {d}, 2015 10:07 am</div></td></tr><tr class="row1"><td class="profile"><span class="postdetails"><b>Joined:</b> Tue Jan {j}, 2010 8:00 pm</span></td><td><div class="postbody">{text}</div></td></tr>', "Oarsmen • View topic - Split oar, what now?"),
    "vbulletin3, rewritten": ("4-workshop/8-split-oar.html", "<strong>Split oar, what now?</strong>", '<table id="post{i}"><tr><td class="thead">05-{d}-2015, 10:07 AM</td></tr><tr><td class="alt2"><div id="postmenu_{i}"><a class="bigusername" href="/{i}-{u}.html">{u}</a></div><div class="smallfont">Join Date: Jan 2010</div></td></tr><tr><td class="alt1"><div id="post_message_{i}">{text}</div></td></tr></table>', "Split oar, what now? - Oarsmen"),
    "vbulletin3, guests": ("showthread.php?t=8", "<strong>Split oar, what now?</strong>", '<table id="post{i}"><tr><td class="thead">05-{d}-2015, 10:07 AM</td></tr><tr><td class="alt2"><div id="postmenu_{i}">{u}</div></td></tr><tr><td class="alt1"><div id="post_message_{i}">{text}</div></td></tr></table>', "Split oar, what now? - Oarsmen"),
    "vbulletin4": ("showthread.php?8-Split-oar", '<h1>Thread: <span class="threadtitle"><a href="#">Split oar, what now?</a></span></h1>', '<li class="postbitlegacy" id="post_{i}"><div class="posthead"><span class="date">05-{d}-2015,&nbsp;<span class="time">10:07 AM</span></span></div><div class="username_container"><a class="username offline" href="member.php?{i}-{u}" title="{u} is offline"><strong>{u}</strong></a></div><dl><dt>Join Date</dt><dd>Jan 2010</dd></dl><div class="postbody"><h2 class="title">Split oar, what now?</h2><blockquote class="postcontent restore">{text}</blockquote></div></li>', TITLE),
    "smf": ("index.php?topic=8.0", '<div><h3 class="catbg"><span id="author">Author</span> Topic: Split oar, what now? &nbsp;(Read 1207 times)</h3></div>', '<div class="post_wrapper"><div class="poster"><h4><a href="index.php?action=profile;u={i}">{u}</a></h4></div><div class="postarea"><h5><a href="#msg{i}">Split oar, what now?</a></h5><div class="smalltext">« <strong> on:</strong> May {d}, 2015, 10:07:24 am »</div><div class="inner">{text}</div></div></div>', TITLE),
    "mybb": ("showthread.php?tid=8", '<div><strong>Split oar, what now?</strong></div>', '<div class="post classic"><div class="post_author"><strong><a href="member.php?action=profile&amp;uid={i}">{u}</a></strong><div class="author_statistics">Posts: 31<br>Joined: Jan 2010<br>Reputation: 0</div></div><div class="post_head"><span class="post_date">05-{d}-2015, 10:07 AM</span></div><div class="post_body">{text}</div></div>', TITLE),
    "invision2": ("index.php?showtopic=8", "<p><b>Split oar, what now?</b></p>", '<table class="ipbtable"><tr><td class="row2"><span class="normalname"><a href="?showuser={i}">{u}</a></span></td><td class="row2"><span class="postdetails"> May {d} 2015, 10:07 AM</span></td></tr><tr><td class="post2"><span class="postdetails">Joined: {j}-January 10</span></td><td class="post2"><div class="postcolor">{text}</div></td></tr></table>', "Split oar, what now? - Oarsmen"),
    "burning board": ("thread.php?threadid=8", '<b>Split oar, what now?</b><table><tr class="tabletitle"><td><b>Autor</b></td><td><b>Beitrag</b></td></tr></table>', '<table class="tableinborder"><tr><td><b><a href="profile.php?userid={i}">{u}</a></b><span class="smallfont"><br>Dabei seit: {j}.01.2010</span></td><td><span class="normalfont">{text}</span></td></tr><tr><td><span class="smallfont"> {d}. Mai 2015 10:07</span></td></tr></table>', "Oarsmen | Split oar, what now?"),
    "burning board 3": ("index.php?page=Thread&threadID=8", '<div class="mainHeadline"><h2><a href="?page=Thread&amp;threadID=8">Split oar, what now?</a></h2></div>', '<div class="message"><div class="messageSidebar"><div class="messageAuthor"><p class="userName"><a href="index.php?page=User&amp;userID={i}"><span>{u}</span></a></p><p class="userTitle">Anfänger</p></div></div><div class="messageContent"><p class="smallFont light">Sonntag, {d}. Mai 2015, 10:07</p><h3 class="messageTitle"><span>Split oar, what now?</span></h3><div class="messageBody"><div>{text}</div></div></div></div>', "Split oar, what now? - Werkstatt - Oarsmen"),
    "smf1, below a clock": ("index.php?topic=8.0", '<table><tr><td>Welcome, <b>Guest</b>. May 30, 2016, 10:00:00 am</td></tr></table><table><tr class="catbg3"><td> Author</td><td id="top_subject">Topic: Split oar, what now? &nbsp;(Read 1207 times)</td></tr></table>', '<table><tr><td class="windowbg"><b><a href="?action=profile;u={i}">{u}</a></b><div class="smalltext">Newbie<br>Posts: 31</div></td><td><div><a href="#msg{i}">Split oar, what now?</a></div><div class="smalltext">« <b> on:</b> May {d}, 2015, 10:07:24 am »</div><div class="post">{text}</div></td></tr></table>', TITLE),
    "xmb": ("viewthread.php?tid=8", '<table><tr class="header"><td>Author:</td><td>Subject: Split oar, what now?</td></tr>', '<tr><td class="tablerow"><font class="mediumtxt"><b><a href="member.php?action=viewpro&amp;member={u}">{u}</a></b></font><br><div class="smalltxt">Registered: 1-{j}-2010<br>Member Is Offline</div></td><td class="smalltxt">posted on 5-{d}-2015 at 10:07</td></tr><tr><td class="tablerow"><font class="subject"><strong>Split oar, what now?</strong></font><br><font class="mediumtxt">{text}</font></td></tr>', "Split oar, what now? - Oarsmen - Powered by XMB"),
    "discuz": ("thread-8-1-1.html", '<h1 class="ts"><span id="thread_subject">Split oar, what now?</span></h1>', '<div id="post_{i}"><div class="authi"><a href="space-uid-{i}.html" class="xw1">{u}</a></div><div class="authi"><em id="authorposton{i}">Posted on 2015-5-{d} 10:07:24</em></div><table><tr><td class="t_f" id="postmessage_{i}">{text}</td></tr></table></div>', "Split oar, what now? - Oarsmen - Powered by Discuz!"),
    "fluxbb": ("viewtopic.php?id=8", '<h1><a href="index.php">Oarsmen</a></h1>', '<div id="p{i}" class="blockpost"><h2><span><span class="conr">#1</span> <a href="#p{i}">2015-05-{d} 10:07:24</a></span></h2><dl><dt><strong><a href="profile.php?id={i}">{u}</a></strong></dt><dd><span>Registered: 2010-01-{j}</span></dd></dl><h3>Split oar, what now?</h3><div class="postmsg"><p>{text}</p></div></div>', "Split oar, what now? (Page 1) / Workshop / Oarsmen"),
    "proboards": ("thread/8/split-oar", "<h1>Split oar, what now?</h1>", '<div class="mini-profile"><a href="/user/{i}" class="user-link" title="@{u}"><span itemprop="name">{u}</span></a></div><article><span class="date"><abbr title="May {d}, 2015 10:07:24 GMT">May {d}, 2015 10:07:24 GMT</abbr></span><div class="message">{text}</div></article>', "Split oar, what now? | Oarsmen"),
    "bbpress": ("topic/split-oar/", '<h1>Split oar, what now?</h1><ul><li class="bbp-topic-description">This topic has 2 replies and was last updated 8 years ago by <span class="bbp-author-name">zedq</span>.</li></ul>', '<div class="bbp-reply-header"><span class="bbp-reply-post-date">May {d}, 2015 at 10:07 am</span></div><div class="topic"><div class="bbp-reply-author"><a href="/users/{u}/" class="bbp-author-link"><span class="bbp-author-name">{u}</span></a></div><div class="bbp-reply-content"><p>{text}</p></div></div>', "Topic: Split oar, what now? | Oarsmen"),
}  # fmt: skip


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_first_post_of_a_thread(system: str) -> None:
    address, above, post, title = SYSTEMS[system]
    found = thread(address, above + posts(post), title)
    assert (found.title.value, found.authors.value, found.date.value) == (
        TITLE,
        ("orlavint",),
        dt.date(2015, 5, 3),
    )


COMMENT = '<div class="entry"><p>{u} wrote on May {d}, 2015: {text}</p><span class="when">May {d}, 2015</span></div>'


def test_days_of_a_list_are_no_article_s_elsewhere() -> None:
    found = thread("topics/boats", "<h1>Split oar, what now?</h1>" + posts(COMMENT))
    assert found.date.value is None


def test_who_reads_a_thread_now_wrote_nothing() -> None:
    online = '<div class="online-list"><p>Users browsing this forum: <a class="username" href="memberlist.php?mode=viewprofile&amp;u=9">keelhaul</a></p></div>'
    found = thread("viewtopic.php?t=8", f"<h2>Split oar, what now?</h2><p>{FIRST}</p>{online}")
    assert found.authors.value == ()


def test_a_table_of_books_names_no_author_of_the_page() -> None:
    table = "<table><tr><th>Author</th><th>Title</th></tr><tr><td><b>seasidepress</b></td><td>Boats</td></tr></table>"
    assert thread("books", f"<h1>Books on oars that we like</h1>{table}<p>{FIRST}</p>").authors.value == ()


def test_the_first_page_of_a_forum_leads_home() -> None:
    logo = '<a href="forum.php"><img src="logo.png" alt="Hull Rowing Board - Powered by vBulletin"></a>'
    assert (
        thread("showthread.php?8", f"{logo}<h1>{TITLE}</h1><p>{FIRST}</p>").outlet.value
        == "Hull Rowing Board"
    )


def test_a_visitor_is_no_author_beside_the_first_post_s() -> None:
    address, above, post, title = SYSTEMS["phpbb3 subsilver"]
    visitor = '<p class="gensmall">Users browsing this forum: <span class="username-coloured">Google [Bot]</span></p>'
    found = thread(address, f"{above}{posts(post)}</table>{visitor}", title)
    assert found.authors.value == ("orlavint",)
