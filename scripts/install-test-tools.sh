#!/bin/sh
# Installs, from Debian's packages, the real programs the end-to-end tests drive; only what is missing, and no daemon is left running.
# Exit 0: all there, but perhaps Firefox, whose tests then count as not run. Exit 3: something every end-to-end test needs is
# missing and cannot be installed here. One line per missing tool says so.
set -u

PACKAGES='chromium firefox-esr roundcube-core roundcube-sqlite3 php-cli php-sqlite3 php-mbstring php-xml php-intl php-zip dovecot-imapd prosody fonts-wqy-microhei'

# What each package is for, told to the person whose test is then not run.
purpose() {
  case "$1" in
    chromium) echo 'the browser of every end-to-end test' ;;
    firefox-esr) echo 'Firefox, for the tests that run in both browsers' ;;
    roundcube-*|php-*) echo 'Roundcube, the live webmail' ;;
    dovecot-imapd) echo 'Dovecot, the mail server behind Roundcube' ;;
    prosody) echo 'Prosody, the chat server behind Converse.js' ;;
    fonts-*) echo 'Chinese text in screenshots' ;;
    *) echo 'the end-to-end tests' ;;
  esac
}

missing_packages() {
  # One dpkg-query for all keeps the usual run well under a second.
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $PACKAGES 2>/dev/null | sed -n 's/ installed$//p')
  for package in $PACKAGES; do
    printf '%s\n' "$installed" | grep -qx "$package" || printf '%s ' "$package"
  done
}

report_missing() {
  for package in $1; do
    echo "missing: $package ($(purpose "$package")): $2"
  done
  [ "$(echo $1)" = firefox-esr ] && exit 0
  exit 3
}

if ! command -v dpkg-query >/dev/null 2>&1; then
  report_missing "$PACKAGES" 'this is not a Debian system'
fi

missing=$(missing_packages)
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=''
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root='sudo -n'
else
  report_missing "$missing" 'needs root or passwordless sudo; install it with apt-get'
fi

# A package's own start-up must not leave a mail or chat server running: the tests start their own on loopback.
# policy-rc.d is Debian's switch for that; one that was there before stays.
POLICY=/usr/sbin/policy-rc.d
made_policy=''
cleanup() { [ -n "$made_policy" ] && $as_root rm -f "$POLICY"; made_policy=''; }
trap cleanup EXIT
trap 'cleanup; exit 130' INT TERM
if [ ! -e "$POLICY" ]; then
  printf '#!/bin/sh\nexit 101\n' | $as_root tee "$POLICY" >/dev/null && made_policy=yes && $as_root chmod 755 "$POLICY"
fi

log=$(mktemp)
apt_get() {
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -q -y "$@" >>"$log" 2>&1
}

echo "installing: $missing"
# Package lists are fetched only when they do not know what is wanted yet, or when the first try fails.
# shellcheck disable=SC2086
apt_get install --no-install-recommends $missing || { apt_get update; apt_get install --no-install-recommends $missing; }

still=$(missing_packages)
if [ -n "$still" ]; then
  reason=$(grep -m1 '^E:' "$log" || echo 'apt-get could not install it')
  report_missing "$still" "$reason (log: $log)"
fi
rm -f "$log"
