# shellcheck shell=bash
# What a running engine must be able to do.

only_one_daemon_each() { (($(pgrep -fc "dockerd --config-file /run/nuke-dockerslim/selftest/$1.json") == 1)); }
driver_is() { [[ $(docker_of "$1" info --format '{{.Driver}}') == "$2" ]]; }
other_home_finds_it() { diff <(sort "$WORK/up.out") <(env -u DOCKERSLIM_ENGINE_CACHE HOME="$WORK/other home" XDG_CACHE_HOME= "$HERE/engine.sh" up 2>/dev/null | sort); }
quick() { (($1 < 300)); }
same_image() { [[ $(docker_of classic image inspect -f '{{.RootFS.Layers}}' "$1") == "$(docker_of containerd image inspect -f '{{.RootFS.Layers}}' "$1")" ]]; }

build_with_network() { # store
  mkdir -p "$WORK/context"
  printf 'FROM node:20-bookworm-slim\nRUN apt-get update -q && apt-get install -qq --no-install-recommends ca-certificates >/dev/null\nRUN npm view is-number version >/version\n' >"$WORK/context/Dockerfile"
  docker_of "$1" buildx build --progress plain --no-cache --tag "$(value REGISTRY)/selftest/$1:1" "$WORK/context"
}

push_and_remove() { # store
  local image digest
  image=$(value REGISTRY)/selftest/$1
  docker_of "$1" push "$image:1" || return 1
  digest=$(docker_of "$1" image inspect -f '{{index .RepoDigests 0}}' "$image:1") && docker_of "$1" buildx imagetools inspect "$digest"
}

published_port_answers() { # store
  docker_of "$1" run --detach --name web --publish 127.0.0.1::80 node:20-bookworm-slim node -e 'require("http").createServer((q,a)=>a.end("hello")).listen(80)' || return 1
  local port answer='' left=50
  port=$(docker_of "$1" port web 80 | head -n 1 | sed 's/.*://')
  until [[ $answer == *hello* ]] || ((left-- == 0)); do
    sleep 0.1
    answer=$( (exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET / HTTP/1.0\r\n\r\n' >&3 && timeout 2 cat <&3) 2>/dev/null)
  done
  [[ $answer == *hello* ]]
}

own_network_reaches_out_and_names() { # store
  docker_of "$1" network create selftest && docker_of "$1" network connect --alias web selftest web &&
    docker_of "$1" run --rm --network selftest node:20-bookworm-slim sh -c 'node -e "fetch(\"http://web\").then(r => r.text()).then(t => process.exit(t === \"hello\" ? 0 : 1))" && npm view is-number version'
}
