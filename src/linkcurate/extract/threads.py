"""Threads of forums: lists of posts, of which the first is the page's own."""

import re

from lxml import etree

from linkcurate.extract.page import Clues
from linkcurate.patterns import regex

# How forums name the page of a thread: phpBB, vBulletin, SMF, MyBB, Invision, XenForo, WoltLab, Discuz, Discourse …
_ADDRESS = regex(
    r"view-?topic|view-?thread|show-?(?:thread|topic)|[?&;](?:topic|tid|threadid|thread)=\d"
    r"|[?/](?:threads?|topics?|discussions?|d)/(?:[^/]*\.)?\d"
    r"|/t/[^/?#]+/\d|/threads?-\d|/read\.php\?\d+,\d|/YaBB\.\w+\?num=",
    re.IGNORECASE,
)
# How their templates name posts, where addresses are rewritten.
_POSTS = etree.XPath(
    "boolean(//*[starts-with(@id, 'post_message_') or starts-with(@id, 'postmenu_') or starts-with(@id, 'postmessage_')"
    " or starts-with(@id, 'elComment_')]"
    " | //@class[contains(., 'postbody') or contains(., 'postbit') or contains(., 'wbbPost')"
    " or contains(., 'b-post__') or contains(., 'bbp-reply') or contains(., 'crawler-post')])"
)


def is_thread(clues: Clues) -> bool:
    """Say whether a page is a thread of a forum: its address says so, or the classes of its posts do."""
    return bool(_ADDRESS.search(clues.url) or _POSTS(clues.tree))
