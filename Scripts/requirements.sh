#!/bin/sh
# Checks for what building and testing need. As root on Debian, installs the packages that are missing, and says so;
# else prints the one line that installs them, and ends with 1.
# usage: requirements.sh [browser|speed|spark]    also what the tests of the site need in a browser, or to measure its speed, or
# what the job for Apache Spark needs
set -eu

missing=""
why=""
need() { # PACKAGE REASON
    case " $missing " in *" $1 "*) return ;; esac
    missing="${missing:+$missing }$1"
    why="$why  $1: $2
"
}
has() { command -v "$1" >/dev/null 2>&1; }

if ! has swift; then
    echo "expected the Swift 6.3 toolchain on the PATH, found no \`swift\`" >&2
    echo "Install it from https://www.swift.org/install/linux/ and put its usr/bin on the PATH." >&2
    exit 1
fi

. /etc/os-release 2>/dev/null || true
if [ "${ID:-}-${VERSION_ID:-}" = debian-12 ]; then cplusplus=libstdc++-12-dev; else cplusplus=g++; fi

has git || need git "fetches the Swift packages"
[ -e /etc/ssl/certs/ca-certificates.crt ] || need ca-certificates "fetches them over HTTPS"
has make || need make "runs this"
has python3 || need python3 "checks and measures"
has ld.gold || has ld || need binutils "links"
[ -e /usr/include/stdio.h ] || need libc6-dev "the C library's headers"
[ -e /usr/include/zlib.h ] || need zlib1g-dev "archives are compressed"
[ -e /usr/include/zstd.h ] || need libzstd-dev "some by Zstandard"
[ -e /usr/include/brotli/decode.h ] || need libbrotli-dev "and pages by Brotli"
[ -e /usr/include/sqlite3.h ] || need libsqlite3-dev "the register is an SQLite file"
ls -d /usr/include/c++/* >/dev/null 2>&1 || need "$cplusplus" "the C++ library's headers"

if [ "${1:-}" = browser ]; then
    has chromium || need chromium "the site is tested in a browser"
    has chromedriver || need chromium-driver "drives it"
    has java || need default-jre-headless "the validator of HTML runs on it"
    python3 -c 'import venv, ensurepip' 2>/dev/null || need python3-venv "holds the Python packages of these tests"
fi
if [ "${1:-}" = spark ]; then
    has java || need default-jre-headless "Apache Spark runs on it"
    python3 -c 'import venv, ensurepip' 2>/dev/null || need python3-venv "holds the Python packages of Spark"
fi
if [ "${1:-}" = speed ]; then has wrk || need wrk "asks the site for many pages at once"; fi

# Libraries that the toolchain itself was linked against.
tools=$(dirname "$(readlink -f "$(command -v swift)")")
for library in $(ldd "$tools/swift-build" "$tools/swift-frontend" "$tools/clang" 2>/dev/null | awk '/not found/ { print $1 }' | sort -u); do
    case $library in
        libcurl.so.4) need libcurl4 "the Swift toolchain uses it" ;;
        libxml2.so.2) need libxml2 "the Swift toolchain uses it" ;;
        libsqlite3.so.0) need libsqlite3-0 "the Swift toolchain uses it" ;;
        libncurses.so.6 | libtinfo.so.6) need libncurses6 "the Swift toolchain uses it" ;;
        libuuid.so.1) need libuuid1 "the Swift toolchain uses it" ;;
        libedit.so.2) need libedit2 "the Swift toolchain uses it" ;;
        libz.so.1) need zlib1g "the Swift toolchain uses it" ;;
        libstdc++.so.6) need libstdc++6 "the Swift toolchain uses it" ;;
        *) echo "note: the Swift toolchain misses $library" >&2 ;;
    esac
done

if [ -n "$missing" ]; then
    line="apt-get install -y --no-install-recommends $missing"
    if [ "$(id -u)" = 0 ] && has apt-get; then
        echo "Installing Debian packages:"
        printf '%s' "$why"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        # shellcheck disable=SC2086
        apt-get install -y -qq --no-install-recommends $missing >/dev/null
    else
        echo "Some Debian packages are missing:" >&2
        printf '%s' "$why" >&2
        if has apt-get; then echo "Install them as root and run this again:" >&2; else echo "On Debian they are installed by:" >&2; fi
        echo "    $line" >&2
        exit 1
    fi
fi

version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
set -- $version
if [ "${1:-0}" -lt 6 ] || { [ "${1:-0}" -eq 6 ] && [ "${2:-0}" -lt 3 ]; }; then
    echo "expected Swift 6.3 or later, found ${version:-none}; see https://www.swift.org/install/linux/" >&2
    exit 1
fi
