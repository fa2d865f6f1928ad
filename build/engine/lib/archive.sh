# shellcheck shell=bash
# Images made by hand: an OCI layout that also has the manifest.json of `docker save`, because the classic store loads only that.
# The same bytes go into every store, so an image has the same layers and the same config digest everywhere.

archive_begin() { # folder
  ARCHIVE=$1 LAYERS=()
  mkdir -p "$ARCHIVE/blobs/sha256"
}

# Stores a file under its digest and sets BLOB (hex) and BLOB_SIZE.
blob_add() { # file
  BLOB=$(sha256sum <"$1" | cut -d ' ' -f 1)
  BLOB_SIZE=$(stat -c %s "$1")
  mv -f "$1" "$ARCHIVE/blobs/sha256/$BLOB"
}

# Compressed, as a registry would hand it out: the containerd store keeps and pushes the very bytes that it was given.
archive_layer() { # root folder, what made it
  local layer=$ARCHIVE/layer diff_id
  tar -C "$1" --sort=name --numeric-owner --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' -cf "$layer.tar" .
  diff_id=$(sha256sum <"$layer.tar" | cut -d ' ' -f 1)
  gzip -n -6 "$layer.tar"
  blob_add "$layer.tar.gz"
  LAYERS+=("$BLOB $diff_id $BLOB_SIZE $2")
}

# Begins with the layers of another archive.
archive_layers_of() { # folder
  local digest rest
  mapfile -t LAYERS <"$1/layers"
  while read -r digest rest; do cp -l "$1/blobs/sha256/$digest" "$ARCHIVE/blobs/sha256/"; done <"$1/layers"
}

archive_end() { # tag, members of the config's "config" object
  local media=application/vnd.oci.image config config_size
  archive_config "$2" >"$ARCHIVE/part"
  blob_add "$ARCHIVE/part"
  config=$BLOB config_size=$BLOB_SIZE
  printf '{"schemaVersion":2,"mediaType":"%s.manifest.v1+json","config":{"mediaType":"%s.config.v1+json","digest":"sha256:%s","size":%s},"layers":[%s]}' \
    "$media" "$media" "$config" "$config_size" \
    "$(layers_join '{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"sha256:%s","size":%s}' 1 3)" >"$ARCHIVE/part"
  blob_add "$ARCHIVE/part"
  printf '{"schemaVersion":2,"manifests":[{"mediaType":"%s.manifest.v1+json","digest":"sha256:%s","size":%s,"annotations":{"io.containerd.image.name":"docker.io/library/%s","org.opencontainers.image.ref.name":"%s"}}]}' \
    "$media" "$BLOB" "$BLOB_SIZE" "$1" "${1#*:}" >"$ARCHIVE/index.json"
  printf '[{"Config":"blobs/sha256/%s","RepoTags":["%s"],"Layers":[%s]}]' "$config" "$1" "$(layers_join '"blobs/sha256/%s"' 1)" >"$ARCHIVE/manifest.json"
  printf '{"imageLayoutVersion":"1.0.0"}' >"$ARCHIVE/oci-layout"
  printf '%s\n' "${LAYERS[@]}" >"$ARCHIVE/layers"
}

archive_config() { # members of the "config" object
  local now
  now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  printf '{"architecture":"%s","os":"linux","created":"%s","config":{%s},"rootfs":{"type":"layers","diff_ids":[%s]},"history":[%s]}' \
    "$(dpkg --print-architecture)" "$now" "$1" "$(layers_join '"sha256:%s"' 2)" "$(layers_join '{"created_by":"%s"}' 4)"
}

# Prints every layer in the format, with the wanted columns (1 digest, 2 diff id, 3 size, 4 what made it), joined by commas.
layers_join() { # format column...
  local format=$1 layer column separator='' columns values
  shift
  for layer in "${LAYERS[@]}"; do
    columns=() values=()
    read -r 'columns[1]' 'columns[2]' 'columns[3]' 'columns[4]' <<<"$layer"
    for column in "$@"; do values+=("${columns[column]}"); done
    # shellcheck disable=SC2059  # the format is the caller's
    printf "$separator$format" "${values[@]}"
    separator=,
  done
}
