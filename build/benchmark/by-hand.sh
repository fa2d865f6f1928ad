#!/usr/bin/env bash
# What somebody without this tool would type to get the same facts about samples/orders-api: the yardstick of the Benchmark target.
# usage: by-hand.sh cold|warm
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../samples/orders-api"
image=orders-api:by-hand

build() { docker buildx build --progress=plain --build-arg BUILDKIT_CACHE_MOUNT_NS=by-hand "$@" .; }

if [[ ${1-} == cold ]]; then
  build --no-cache --target production --load --tag "$image"
fi
build --target test --output type=cacheonly
build --target production --load --tag "$image"
docker image inspect "$image"
docker save "$image" | cat > /dev/null
