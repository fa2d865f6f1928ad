# shellcheck shell=bash
# The authorities that this machine trusts, so that a build behind a proxy with its own authority can verify what it talks to.
CA_BUNDLE=/etc/ssl/certs/ca-certificates.crt

certificates_copy() { # root folder
  [[ -r $CA_BUNDLE ]] || return 0
  mkdir -p "$1/etc/ssl/certs" "$1/usr/local/share/ca-certificates"
  cp "$CA_BUNDLE" "$1$CA_BUNDLE"
  certificates_of_machine "$1/usr/local/share/ca-certificates"
}

# Installing the ca-certificates package in a build writes the bundle anew from the package and this folder: what the machine
# has beyond the package must be here, one certificate a file.
certificates_of_machine() { # folder
  find /usr/share/ca-certificates -name '*.crt' -exec cat {} + 2>/dev/null | awk -v folder="$1" '
    /-----BEGIN CERTIFICATE-----/ { body = ""; inside = 1 }
    inside { body = body $0 "\n" }
    /-----END CERTIFICATE-----/ {
      inside = 0
      if (FILENAME == "-") known[body] = 1
      else if (!(body in known)) { file = sprintf("%s/machine-%d.crt", folder, ++count); printf "%s", body >file; close(file) }
    }' - "$CA_BUNDLE"
}
