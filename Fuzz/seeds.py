"""Seeds of the fuzzer: some dozen short inputs a target of our own, and what of the shared data fits."""
import gzip
import json
import shutil

import seeds_archive

SENTENCE = "The foreign minister received his counterpart in Vienna on Thursday, and the two discussed the border."
MORE = "They agreed to meet again before the summit; no statement was signed, the ministry said in its readout."


def write(folder, target, data, longest):
    """Writes the seeds of a target into an empty folder: how many are our own, how many of the shared data."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    own = list(OWN[target]())
    for number, seed in enumerate(own):
        (folder / f"own-{number:04}").write_bytes(seed if isinstance(seed, bytes) else seed.encode())
    added = 0
    for added, seed in enumerate((seed for seed in SHARED[target](data) if 0 < len(seed) <= longest), 1):
        (folder / f"shared-{added:05}").write_bytes(seed)
    return len(own), added


# Our own


def page():
    body = f"<article><h1>Talks in Vienna</h1><p>{SENTENCE}</p><p>{MORE}</p></article>"
    heads = [
        "", "<title>Talks in Vienna | Ministry</title>", "<meta charset=koi8-r>", "<base href=/x/>",
        "<meta property=og:title content='Talks'><meta property='article:published_time' content='2026-03-12T10:00:00+01:00'>",
        '<link rel=canonical href="/news/1"><meta name=author content="A. Writer"><meta name=keywords content="a, b">',
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks","datePublished":"2026-03-12",'
        '"author":[{"name":"A"}],"publisher":{"name":"P"},"articleBody":"' + SENTENCE + '"}</script>',
        '<script type="application/ld+json">{"@graph":[{"@type":["Article"],"headline":"T\\u00e4lks \\ud83d"}]}</script>',
    ]
    for head in heads:
        yield f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>"
    yield from [
        SENTENCE, "<p>" + SENTENCE, "<", "<!", "<!--", "<!-- a --!> b --><p>c", "</", "</p></p>", "<a b='c", "<![CDATA[x]]>",
        "&amp;&#x41;&#65;&#xD800;&#99999999999;&notin;&notit;&", "<table><tr><td>a<table><td>b</table>c", "<svg><p>a</svg>b",
        "<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>", "<b><i>a</b>b</i><a href=x>c<a href=y>d", "<pre>\n a\n\n b</pre>",
        "<script>if (a < b) '</script>'</script><style>p{}</style><noscript><p>x</noscript>", "<textarea>a</p></textarea>",
        "<select><option>a<option>b</select><form><button>c</form>", "<plaintext>a</p>", "<template><p>a</template>b",
        "<p>12 March 2026</p><h1>A</h1><time datetime=2026-03-12T10:00Z>12.3.2026</time>" + body,
        "<div class=date>12 марта 2026 года, 14:30</div><h1>Встреча</h1><p>Министр принял посла. Стороны обсудили границу.",
        "<h1>会谈</h1><p>3月12日，外交部长会见了大使。双方就边界问题交换了意见。</p><p>会后没有发表声明。",
        "<nav><a href=1>One</a><a href=2>Two</a></nav>" + body + "<footer>© 2026 <a href=/>Home</a></footer>",
        "<div class='cookie consent'>We use cookies.</div><aside>" + MORE + "</aside>" + body,
        "<body onload=x><iframe srcdoc='<p>a'></iframe><img alt='b'><br/><hr>" + body, "<p hidden>a<p style='display:none'>b",
        "<a b=c b=d B=e  f = 'g' h=\"i\" j/k l>m</a>", "\x00<p>a\x00b</p>", "<html><frameset><frame src=a></frameset>",
        "<div>" * 30 + SENTENCE + "</div>" * 10, "VIENNA, March 12 (Agency) -- " + SENTENCE,
        "<div itemscope itemtype='https://schema.org/NewsArticle'><span itemprop=headline>A</span>"
        "<span itemprop=datePublished content=2026-03-12></span><div itemprop=articleBody><p>" + SENTENCE + "</div></div>",
    ]
    yield "<meta charset=windows-1251><p>Встреча в Москве прошла в четверг.".encode("cp1251")
    yield "\ufeff<p>会谈</p>".encode("utf-16-le")


def feed():
    item = ("<item><title>Talks &amp; more</title><link>/1</link><guid isPermaLink='false'>g1</guid><description>&lt;p&gt;" + SENTENCE
            + "&lt;/p&gt;</description><pubDate>Thu, 12 Mar 2026 10:00:00 +0100</pubDate><author>a@example.org (A)</author>"
            "<category domain='d'>c</category><enclosure url='/a.mp3' length='12' type='audio/mpeg'/></item>")
    for version in ["0.91", "0.92", "2.0", "x"]:
        yield f"<?xml version='1.0'?><rss version='{version}'><channel><title>F</title><link>http://a/</link>{item}</channel></rss>"
    entry = ("<entry><id>urn:1</id><title type='html'>&lt;b&gt;T</title><link href='1' rel='alternate' hreflang='en'/>"
             "<updated>2026-03-12T10:00:00Z</updated><published>2026-03-12</published><author><name>A</name><uri>u</uri></author>"
             "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a<br/>b</p></div></content>"
             "<summary>s</summary><source><id>s</id><title>S</title></source></entry>")
    for name in ["http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"]:
        yield f"<feed xmlns='{name}' xml:lang='en' xml:base='http://a/b/'><title>F</title><link rel='next' href='?2'/>{entry}</feed>"
    yield ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
           "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='a'><title>F</title></channel>"
           "<item rdf:about='b'><title>T</title><dc:date>2026-03-12</dc:date><dc:creator>A</dc:creator></item></rdf:RDF>")
    news = "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'"
    yield (f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' {news}><url><loc>http://a/1</loc><lastmod>2026-03-12"
           "</lastmod><n:news><n:publication><n:name>N</n:name><n:language>en</n:language></n:publication>"
           "<n:publication_date>2026-03-12</n:publication_date><n:title>T</n:title></n:news></url></urlset>")
    yield "<sitemapindex><sitemap><loc>http://a/s.xml</loc><lastmod>2026</lastmod></sitemap></sitemapindex>"
    yield ("<opml version='2.0'><head><title>L</title></head><body><outline text='Folder'><outline type='rss' text='A' "
           "xmlUrl='http://a/f' htmlUrl='http://a/'/></outline></body></opml>")
    yield "<CHANNEL HREF='http://a/'><TITLE>C</TITLE><ITEM HREF='1' LASTMOD='2026-03-12T10:00'><ABSTRACT>a</ABSTRACT></ITEM></CHANNEL>"
    yield json.dumps({
        "version": "https://jsonfeed.org/version/1.1", "title": "F", "home_page_url": "http://a/", "next_url": "?2",
        "authors": [{"name": "A", "url": "u", "avatar": "v"}], "hubs": [{"type": "WebSub", "url": "http://h/"}],
        "items": [{"id": 1, "url": "1", "title": "T", "content_html": "<p>a", "content_text": "a", "date_published": "2026-03-12T10:00:00Z",
                   "tags": ["t"], "attachments": [{"url": "m", "mime_type": "audio/x", "size_in_bytes": 12}], "external_url": "http://b/"}]})
    yield '{"version":"https://jsonfeed.org/version/1","items":[{"id":null},{"id":[]},3]}'
    yield from [
        "<!DOCTYPE rss [<!ENTITY a 'b'><!ENTITY c '&a;&a;'><!ENTITY % p 'q'>]><rss><channel><title>&c;&d;</title></channel></rss>",
        "<rss><channel><item><title><![CDATA[a ]] > b]]></title><description>&nbsp;&#0;&#xFFFF;</description></item>",
        "<rss><channel><item><title>a</item><item>b", "<rss", "<rss><channel><", "<?xml version='1.0' encoding='utf-16'?><rss/>",
        "<?xml version='1.0' encoding='koi8-r'?><feed xmlns='http://www.w3.org/2005/Atom'/>", "<rss a='1' a=\"2\" b=3 c><channel/></rss>",
        "<a:rss xmlns:a='x' xmlns:a='y' xmlns=''><b:c/></a:rss>", "<!-- - -- --><rss></rss><rss/>", "{", "{}", " \n<?x ?><rss/>",
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='a'><entry xml:base='../b'><link href='c'/></entry></feed>",
        "<rss><channel xmlns:media='http://search.yahoo.com/mrss/'><item><media:group><media:content url='a' fileSize='1'/>"
        "</media:group></item></channel></rss>",
        "<rss><channel xmlns:i='http://www.itunes.com/dtds/podcast-1.0.dtd'><item><i:author>A</i:author></item></channel></rss>",
        "<rss><channel xmlns:c='http://purl.org/rss/1.0/modules/content/'><item><c:encoded><![CDATA[<p>a]]></c:encoded></item></rss>",
    ]
    yield "<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>Встреча</title></channel></rss>".encode("cp1251")
    yield "\ufeff<rss><channel><title>会谈</title></channel></rss>".encode("utf-16-be")


def date():
    yield from [
        "2026-03-12", "2026-03", "2026", "20260312", "2026-W11-4", "2026-071", "2026071", "2026-03-12T10:00:00Z",
        "2026-03-12T10:00:00.123456789+01:00", "2026-03-12 10:00", "20260312T100000-0500", "2026-03-12T24:00:00Z", "2026-12-31T23:59:60Z",
        "Thu, 12 Mar 2026 10:00:00 GMT", "Thursday, 12-Mar-26 10:00:00 EST", "Thu Mar 12 10:00:00 2026", "12 Mar 26 10:00 +0100",
        "1773309600", "1773309600000", "-1", "12 March 2026", "March 12, 2026, 10:00 a.m. EDT", "12/03/2026", "13/03/2026", "03/12/2026",
        "12.3.2026 um 14.30 Uhr", "12. März 2026", "12 mars 2026 à 14h30", "le 1er mars 2026", "12 de marzo de 2026", "12 марта 2026 года, 14:30",
        "12 березня 2026 р.", "12 marca 2026", "2026年3月12日 14時30分", "2026년 3월 12일 오후 2:30", "民國115年3月12日", "12 مارس 2026", "١٢ مارس ٢٠٢٦",
        "29 Feb 2025", "2026-02-30", "9999-12-31T23:59:59-15:59", "0001-01-01T00:00:00+15:59", "12th of March, 2026 at 12 noon",
        "12:00 AM 3/13/2026", "Published: 12 March 2026", "10 Mar 2026 at 10:00 PM UTC+3", "令和8年3月12日", "१२ मार्च २०२६",
    ]


def document():
    whole = {"id": "d", "title": "Talks", "text": SENTENCE, "published": "2026-03-12T10:00:00Z", "language": "en",
             "source": {"name": "M", "kind": "government", "country": "AUT"}, "url": "http://a/", "place": "VIENNA",
             "actors": [{"role": "x", "start": 0, "end": 3}], "more": [1, -2.5e3, None, True, {"a": {}}]}
    yield json.dumps(whole)
    for key in whole:
        for value in [None, "", 1, [], {}]:
            yield json.dumps({"text": "t", key: value})
    yield from [
        "", "{", "{}", "[]", "null", '"a"', '{"text":"a"} ', '{"text":"a"}x', '{"text":"a",}', '{"text":"\\ud83d"}', '{"text":"\\ud83d\\ude00"}',
        '{"text":"\\u0000\\n\\/\\q"}', '{"text":"a","text":"b"}', '{"text":"a","x":1e999}', '{"text":"a","x":-0}', '{"text":"a","x":01}',
        '{"text":"a","x":9223372036854775808}', '{"text":"a","x":-9223372036854775808}', '{"text":"a","x":1E+2}', '{"text":"a","x":.5}',
        '\ufeff{"text":"a"}', '{"text":"a","x":' + "[" * 140, '{"text":"\x01"}', "Talks in Vienna\r\n\r\n" + SENTENCE, "\ufeffA\rB",
    ]
    yield b'{"text":"\xff\xc0\x80\xed\xa0\x80"}'
    yield "\ufeffTalks\n\nIn Vienna.".encode("utf-16-le")


def address():
    bases = ["", "http://example.org/a/b?c#d", "file:///C:/a/b", "x://h/a/b", "m:o"]
    for number, text in enumerate([
            "http://user:pass@example.org:8080/a/../b?c=d#e", "file:///C|/x/..", "//xn--bcher-kva.example/%2e%2e", "x://[::1]:0/", "?q", "#f", "",
            "http://0x7f.0.1/?'\"", "mailto:a b?c", "https://[1:2::7.8.9.10]:99/", "\\\\h\\..\\p", "http://bücher。example/", "..//.", "a:///./b//..",
            "http://a/?utm_source=x&b=%7e&fbclid=1", "file://host/..", "ws:x", "http://a:65536/", "http://a:0/", "http://%41/%zz", "http://1.2.3/",
            "http://[::ffff:1.2.3.4]/", "http://4294967295/", "http://0300.0.0.01/", "http://xn--a/", "http://a..b/", "http://ß.de/", "x:/..//a",
            "  http://a\t/\nb ", "http:a", "http:/a", "http:///a", "x:a//b", "http://@/", "http://a@b@c/", "javascript:x", "data:,a b#c", "HTTP://A./"]):
        for base in (bases[0], bases[number % len(bases)]):
            yield f"{text}\n{base}"


def encoding():
    texts = {
        "windows-1251": "Встреча в Москве", "koi8-r": "Встреча", "gbk": "外交部长会见了大使", "big5": "外交部長會見了大使", "shift_jis": "外相は大使と会談した",
        "euc-jp": "外相は大使と会談した", "iso-2022-jp": "外相は大使", "euc-kr": "외교부 장관이 대사를", "windows-1252": "“Gespräche” – café €", "utf-8": "会谈 – ü",
        "iso-8859-2": "Spotkanie ministrów łąka", "windows-1256": "وزير الخارجية", "iso-8859-7": "Υπουργός", "gb18030": "会谈𠀀", "utf-16-le": "Talks 会谈",
        "utf-16-be": "Talks", "utf-32-le": "Talks", "utf-32-be": "Talks", "windows-1255": "שר החוץ", "tis-620": "รัฐมนตรี", "cp500": "<?xml version='1.0'?>",
    }
    for name, text in texts.items():
        raw = text.encode(name)
        yield b"text/html; charset=" + name.encode() + b"\n" + raw
        yield b"\n<meta charset='" + name.encode() + b"'>" + raw
        yield b"\n<?xml version='1.0' encoding=\"" + name.encode() + b"\"?>" + raw
    for mark in [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0\0\xfe\xff"]:
        yield mark + b"a\0b\0"
    yield b"\n\xc3\xa9\xc3\xff\xe2\x82\xf0\x9f\x98\xed\xa0\x80\xf4\x90\x80\x80\x7f\x00"
    yield b"\n\x1b$B0!\x1b(B\x1b$)C\x0eA\x0f~{VPND~}"


def robots():
    rules = ["", "User-agent: *\nDisallow: /", "User-agent: Rapporteur\nAllow: /a\nDisallow: /\n\nUser-agent: *\nAllow: /",
             "user-agent:*\ndisallow:/*.pdf$\nCrawl-delay: 2.5", "User-agent: a\nUser-agent: *\nDisallow: /%7Ea*b*c # x", "Disallow: /",
             "User-agent: *\nSitemap: http://a/s\nDisallow: /é", "User-agent: *\r\nDisallow:\rAllow: /$", "User-agent: *\nDisallow: *a*a*a*a*a$",
             "\ufeffUser-agent: *\nCrawl-delay: 1e9\nCrawl-delay: nan\nDisallow /x", "User-agent: rapporteur/2\nDisallow: /?q=*&r"]
    for rule in rules:
        for path in ["/", "/a/b.pdf?q=1&r", "/aaaaaaaaaaaaaaaaab"]:
            yield f"{path}\n{rule}"


def publication():
    """Of each kind, under names that agree with it and names that do not: the name hangs on the length."""
    kinds = [*list(page())[:8], *list(feed())[:12], *list(document())[:4], SENTENCE, "Talks\n\n" + SENTENCE + "\n" + MORE, "%PDF-1.7\n",
             b"\x89PNG\r\n", b"\0\1\2\3", '{"text":"a"}\n\n{"text":1}\n{\n{"text":"b","id":"c"}', SENTENCE.encode("utf-16-le"),
             b"\xff\xfe" + SENTENCE.encode("utf-16-le"), b"caf\xe9 \x93talks\x94", "", "\n", "Встреча".encode("cp1251")]
    for kind in kinds:
        raw = kind if isinstance(kind, bytes) else kind.encode()
        yield raw
        yield raw + b"\n"


# Of the shared data


def files(folder, *suffixes):
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name.endswith(suffixes):
            yield path


def shared_pages(data):
    for path in files(data / "web", ".html", ".html.gz"):
        raw = path.read_bytes()
        plain = gzip.decompress(raw) if path.name.endswith(".gz") else raw
        if len(plain) <= 60_000:
            yield plain


def shared_dates(data):
    """What the resolution of dates is tested with: whole sentences, and the dates in them."""
    texts = set()
    for path in files(data / "dates", ".json"):
        for case in json.loads(path.read_text(encoding="utf-8-sig")):
            texts.add(case.get("Input") or "")
            texts.update(result.get("Text") or "" for result in case.get("Results") or [] if isinstance(result, dict))
    for text in sorted(texts):
        yield text.encode()


def shared_addresses(data):
    path = data / "hostile" / "urltestdata.json"
    if not path.is_file():
        return
    for case in json.loads(path.read_text()):
        if isinstance(case, dict):
            yield f"{case['input']}\n{case.get('base') or ''}".encode("utf-8", "surrogatepass")


def of_files(*folders, suffixes=("",)):
    def read(data):
        for folder in folders:
            for path in files(data / folder, *suffixes):
                yield path.read_bytes()
    return read


OWN = {"page": page, "feed": feed, "archive": seeds_archive.own, "date": date, "document": document, "address": address,
       "encoding": encoding, "robots": robots, "publication": publication}
SHARED = {
    "page": shared_pages, "feed": of_files("feeds", suffixes=(".xml", ".json")), "archive": of_files("warc"), "date": shared_dates,
    "document": of_files("hostile/json-parsing", suffixes=(".json",)), "address": shared_addresses,
    "encoding": of_files("hostile/utf8tests", "feeds/feedparser/encoding"), "robots": of_files("robots"),
    "publication": of_files("articles", "hostile/xml-recurse", suffixes=(".txt", ".xml")),
}
