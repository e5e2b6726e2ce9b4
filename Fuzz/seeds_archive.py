"""Seeds of the fuzzer that are archives, compressed files and mails."""
import gzip
import io
import zipfile
import zlib

PAGE = b"<html><title>Talks</title><p>The ministers met in Vienna.</p></html>"
DATE = b"2026-03-12T10:00:00Z"
# A Zstandard frame of one raw block, and a Brotli stream of one uncompressed meta-block.
ZSTD = b"\x28\xb5\x2f\xfd\x20\x05\x29\x00\x00hello"
BROTLI = b"\x8b\x02\x80hello\x03"


def record(kind, block, address=b"http://example.org/", type_=b"application/http; msgtype=response", more=b"", version=b"1.0"):
    return (b"WARC/" + version + b"\r\nWARC-Type: " + kind + b"\r\nWARC-Target-URI: " + address + b"\r\nWARC-Date: " + DATE
            + b"\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000" + str(len(kind)).encode() + b">\r\nContent-Type: " + type_
            + b"\r\n" + more + b"Content-Length: " + str(len(block)).encode() + b"\r\n\r\n" + block + b"\r\n\r\n")


def answer(body, head=b"", status=b"200 OK"):
    return b"HTTP/1.1 " + status + b"\r\nContent-Type: text/html; charset=utf-8\r\n" + head + b"\r\n" + body


def packed(files, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 12, 10, 0, 0)), data, method)
        archive.comment = b"c"
    return out.getvalue()


def own():
    response = record(b"response", answer(PAGE))
    info = record(b"warcinfo", b"software: x\r\n", type_=b"application/warc-fields")
    chunked = b"5\r\nhello\r\n0\r\n\r\n"
    revisit = record(b"revisit", answer(b""), more=b"WARC-Refers-To-Target-URI: http://example.org/\r\nWARC-Refers-To-Date: " + DATE
                     + b"\r\nWARC-Payload-Digest: sha1:A\r\nWARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n")
    yield response
    yield info + response + record(b"request", b"GET / HTTP/1.1\r\n\r\n") + revisit
    yield gzip.compress(info, mtime=0) + gzip.compress(response, mtime=0)
    yield record(b"resource", PAGE, type_=b"text/html") + record(b"conversion", b"text", type_=b"text/plain", version=b"1.1")
    yield record(b"response", answer(chunked, b"Transfer-Encoding: chunked\r\n"))
    yield record(b"response", answer(b"5;x=y\r\nhello\r\n0\r\nA: b\r\n\r\n", b"Transfer-Encoding: chunked\r\n"))
    yield record(b"response", answer(gzip.compress(PAGE, mtime=0), b"Content-Encoding: gzip\r\n"))
    yield record(b"response", answer(zlib.compress(PAGE), b"Content-Encoding: deflate\r\n"))
    yield record(b"response", answer(zlib.compress(PAGE)[2:-4], b"Content-Encoding: deflate\r\n"))
    yield record(b"response", answer(BROTLI, b"Content-Encoding: br\r\n"))
    yield record(b"response", answer(ZSTD, b"Content-Encoding: zstd, identity\r\n"))
    yield record(b"response", answer(PAGE, b"X: a\r\n b\r\nContent-Length: 3\r\n", b"404"))
    yield record(b"response", answer(packed({"a.html": PAGE}), b"Content-Type: application/zip\r\n"), address=b"http://a/b.zip?x#y")
    yield record(b"metadata", b"a: b\r\n", type_=b"application/warc-fields") + b"junk\r\n" + response + b"\r\n\r\n\r\n"
    yield record(b"response", b"") + response.replace(b"\r\n", b"\n") + response[:-20]
    yield response.replace(b"Content-Length: ", b"Content-Length: 9") + response
    yield response.replace(b"Content-Length: ", b"Content-Length: -") + response
    yield record(b"continuation", b"x", more=b"WARC-Segment-Number: 2\r\nWARC-Truncated: length\r\n")
    yield (b"filedesc://a.arc 0.0.0.0 20260312100000 text/plain 75\n1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n"
           b"\n\nhttp://example.org/ 1.2.3.4 20260312100000 text/html " + str(len(answer(PAGE))).encode() + b"\n" + answer(PAGE) + b"\n")
    yield gzip.compress(b"plain text", mtime=0) + b"junk" + gzip.compress(b"more", mtime=0)
    yield gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"deep", mtime=0), mtime=0), mtime=0), mtime=0)
    yield gzip.compress(b"a" * 20_000, mtime=0)
    yield gzip.compress(PAGE, mtime=0)[:-6]
    yield b"\x1f\x8b\x08\x1c\0\0\0\0\0\xff\x02\0ABname\0comment\0" + zlib.compress(b"x")[2:-4] + zlib.crc32(b"x").to_bytes(4, "little") + b"\1\0\0\0"
    yield ZSTD + ZSTD
    yield b"\x50\x2a\x4d\x18\x04\0\0\0skip" + ZSTD
    yield b"\x5d\x2a\x4d\x18\x04\0\0\0dict" + ZSTD
    yield packed({"a.txt": b"hello", "b/c.html": PAGE, "d.gz": gzip.compress(b"x", mtime=0)})
    yield packed({"a.txt": b"hello", "é.txt": "ü".encode(), "d/": b""}, zipfile.ZIP_STORED)
    yield packed({"in.zip": packed({"in.zip": packed({"a": b"b"})})})
    yield packed({"m.eml": b"Subject: a\r\nFrom: b@c\r\n\r\nd"})[:-5]
    yield packed({})
    yield from mails()
    yield from [b"", b"plain text\n", b"\0\1\2", b"WARC/1.0\r\n", b"WARC/1.0\r\n\r\n", b"PK\5\6" + bytes(18), b"\x1f\x8b", b"From \n\n", PAGE]
    yield b"long " * 5000


def mails():
    head = (b"From: =?utf-8?q?Press_Office?= <press@example.org>\r\nTo: b@example.org\r\nSubject: =?koi8-r?B?8NLJ18XU?=\r\n =?utf-8?Q?=C3=A9?=\r\n"
            b"Date: Thu, 12 Mar 2026 10:00:00 +0100\r\nMessage-ID: <1@example.org>\r\nList-Id: News <news.example.org>\r\nMIME-Version: 1.0\r\n")
    plain = b"Content-Type: text/plain; charset=utf-8\r\n\r\nThe ministers met.\r\n"
    coded = b"Content-Type: text/html; charset=\"iso-8859-1\"\r\nContent-Transfer-Encoding: "
    yield head + plain
    yield head + coded + b"quoted-printable\r\n\r\n<p>caf=E9 =\r\nb=3D</p>=\r\n"
    yield head + coded + b"base64\r\n\r\nPHA+aGVsbG88L3A+\r\n"
    mixed = (b"Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\npre\r\n--x\r\n" + plain + b"--x\r\nContent-Type: application/zip; name=a.zip\r\n"
             b"Content-Disposition: attachment; filename*=utf-8''a%C3%A9.txt\r\nContent-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n--x--\r\nepi\r\n")
    yield head + mixed
    yield head + (b"Content-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\n" + plain + b"--y\r\n" + coded + b"8bit\r\n\r\n<p>a</p>\r\n--y--\r\n")
    yield head + b"Content-Type: multipart/mixed; boundary=z\r\n\r\n--z\r\n" + mixed + b"--z\r\nContent-Type: message/rfc822\r\n\r\n" + head + plain
    yield b"From a@b Thu Mar 12 10:00:00 2026\n" + (head + plain).replace(b"\r\n", b"\n") + b"\n>From x\n\nFrom c@d Thu Mar 12 10:00:00 2026\nSubject: b\n\nc\n"
    yield head + b"Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n\r\n----\r\n"
    yield head + b"Content-Type: text/plain; charset*0=ut; charset*1=f-8\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\n#86%A\n`\nend\n"
