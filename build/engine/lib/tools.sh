# shellcheck shell=bash
# One folder `bin` in front of PATH: links to the unpacked programs, or wrappers where libraries came along that the machine lacks.

tools_link() { # package folder
  local new=$1 library_path program
  mkdir -p "$new/bin"
  library_path=$(find "$new/root" -name 'lib*.so.*' -printf '%h\n' | sort -u | sed "s|^$new/||")
  while read -r program; do
    tool_link "$new" "${program#"$new/"}" "$(basename "$program")"
  done < <(find "$new"/root/usr/bin "$new"/root/usr/sbin "$new"/root/bin "$new"/root/sbin -type f -perm -100 2>/dev/null)
  for program in tini-static tini; do
    [[ ! -e $new/bin/$program ]] || ln -sfn "$program" "$new/bin/docker-init"
  done
  if [[ -e $new/bin/xtables-nft-multi ]]; then
    tools_link_iptables "$new"
  fi
  tool_wrap_debootstrap "$new"
  "$new/bin/docker" --version >/dev/null || fail 'the unpacked docker client does not start here: install Docker with buildx by other means'
}

tool_link() { # package folder, program below it, name
  if [[ -n $library_path ]] && ldd "$1/$2" 2>/dev/null | grep -q 'not found'; then
    tool_wrap "$1/bin/$3" "$2" "$3"
  else
    ln -sfn "../$2" "$1/bin/$3"
  fi
}

# A wrapper finds its folder from its own place, because the folder is renamed when it is complete.
tool_wrap() { # wrapper, program below the package folder, name
  cat >"$1" <<WRAPPER
#!/bin/bash
here=\$(cd "\$(dirname "\$(readlink -f "\$0")")/.." && pwd)
export LD_LIBRARY_PATH=$(awk -v ORS='' '{ print separator "$here/" $0; separator = ":" }' <<<"$library_path")
export XTABLES_LIBDIR=\$(echo "\$here"/root/usr/lib/*/xtables)
exec -a $3 "\$here/$2" "\$@"
WRAPPER
  chmod 755 "$1"
}

# The package's links are made by its install script, which does not run here. The kernel decides which of the two works.
tools_link_iptables() { # package folder
  local variant
  for variant in nft legacy; do
    rm -f "$1"/bin/iptables "$1"/bin/iptables-save
    tool_wrap "$1/bin/iptables" "root/usr/sbin/xtables-$variant-multi" iptables
    tool_wrap "$1/bin/iptables-save" "root/usr/sbin/xtables-$variant-multi" iptables-save
    "$1/bin/iptables" -w -n -L OUTPUT >/dev/null 2>&1 && return
  done
  fail 'this kernel has no netfilter that iptables can use: install Docker by other means'
}

tool_wrap_debootstrap() { # package folder
  rm -f "$1/bin/debootstrap"
  cat >"$1/bin/debootstrap" <<'WRAPPER'
#!/bin/bash
here=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
export DEBOOTSTRAP_DIR=$here/root/usr/share/debootstrap
exec sh "$here/root/usr/sbin/debootstrap" "$@"
WRAPPER
  chmod 755 "$1/bin/debootstrap"
}
