#!/usr/bin/env bash
# A browser for the tests of the page on machines that have none: prints BROWSER=<program>. One that is on the path is taken. Otherwise Debian's
# chromium-headless-shell is brought from the machine's own package sources with the libraries that the machine lacks, about 100 MB, unpacked into a folder of
# its own and kept there; nothing is installed, and apt's own lists stay as they are. Exit code 4 and a sentence where that cannot be done.
set -euo pipefail
umask 022

say() { printf 'browser: %s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 4
}

for name in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
  if found=$(type -P "$name"); then
    printf 'BROWSER=%s\n' "$found"
    exit 0
  fi
done

type -P apt-get > /dev/null && type -P dpkg > /dev/null || fail 'there is no browser, and no apt to bring one: install Chromium or Chrome'
cache=${DOCKERSLIM_BROWSER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/nuke-dockerslim/browser}
place=$cache/$(dpkg --print-architecture)-$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-unknown}")
program=$place/chromium

# Whoever was here before left all of it: the folder is renamed into its place when it is complete and was tried.
if [[ ! -x $program ]]; then
  mkdir -p "$cache"
  new=$(mktemp -d "$cache/.new.XXXXXX")
  trap 'rm -rf "$new"' EXIT
  mkdir -p "$new/lists/partial" "$new/debs/partial" "$new/root"
  # Signatures are checked as ever; of the machine's state only what is installed is read.
  options=(-q -o "Dir::State::lists=$new/lists" -o "Dir::Cache::archives=$new/debs" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=
    -o Debug::NoLocking=1 -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update > "$new/log" 2>&1 || fail "the package lists cannot be had: $(tail -n 1 "$new/log")"
  apt-get "${options[@]}" install -y --download-only --no-install-recommends chromium-headless-shell fontconfig-config fonts-dejavu-core \
    >> "$new/log" 2>&1 || fail "no browser can be had from this machine's package sources: $(tail -n 1 "$new/log")"
  for package in "$new"/debs/*.deb; do
    dpkg -x "$package" "$new/root" || fail "the packages cannot be unpacked into $cache: check the space on that disk"
  done
  # What a browser without a window and a graphics card has no use for is most of what it depends on.
  rm -rf "$new/debs" "$new/lists" "$new"/root/usr/share/{doc,man,locale,icons,lintian,bash-completion} "$new"/root/usr/lib/*/{dri,libLLVM*}
  shell=$(find "$new/root/usr/lib" -type f -name 'headless_shell' -o -type f -name 'chromium-headless-shell' | head -n 1)
  [[ -n $shell ]] || fail 'the package chromium-headless-shell holds no program of that name any more'
  cat > "$new/fonts.conf" << FONTS
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$place/root/usr/share/fonts</dir><dir>/usr/share/fonts</dir><cachedir>$place/fonts</cachedir>
<alias binding="strong"><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
<alias binding="strong"><family>system-ui</family><prefer><family>DejaVu Sans</family></prefer></alias>
<alias binding="strong"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
FONTS
  cat > "$new/chromium" << PROGRAM
#!/bin/sh
here=\$(dirname "\$0")
libraries=\$(find "\$here/root/usr/lib" "\$here/root/lib" -name '*.so*' -printf '%h\n' 2> /dev/null | sort -u | tr '\n' ':')
export LD_LIBRARY_PATH="\$libraries\${LD_LIBRARY_PATH:-}" FONTCONFIG_FILE="\$here/fonts.conf"
exec "\$here${shell#"$new"}" "\$@"
PROGRAM
  chmod +x "$new/chromium"
  "$new/chromium" --no-sandbox --disable-gpu --dump-dom about:blank > "$new/log" 2>&1 && grep -q '<html>' "$new/log" ||
    fail "the browser that was brought does not run here: $(tail -n 1 "$new/log")"
  rm -rf "$place"
  mv -T "$new" "$place"
  trap - EXIT
fi
printf 'BROWSER=%s\n' "$program"
