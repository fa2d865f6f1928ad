#!/bin/sh
# Unpacks packages into /root-fs without running their scripts, with the records of them that distroless images keep, the users that these have, and
# the certificates of this image.
set -eu
mkdir -p /debs /root-fs/var/lib/dpkg/status.d
cd /debs
apt-get download "$@"
for package in *.deb; do
  dpkg-deb -x "$package" /root-fs
  dpkg-deb -f "$package" >"/root-fs/var/lib/dpkg/status.d/$(dpkg-deb -f "$package" Package)"
done
# As dpkg does after unpacking: /lib and the like lead to /usr.
for folder in lib lib64 bin sbin; do
  [ -d "/root-fs/$folder" ] || continue
  mkdir -p "/root-fs/usr/$folder"
  cp -a "/root-fs/$folder/." "/root-fs/usr/$folder/"
  rm -rf "/root-fs/$folder"
done
for folder in lib lib64 bin sbin; do ln -sfn "usr/$folder" "/root-fs/$folder"; mkdir -p "/root-fs/usr/$folder"; done
rm -rf /root-fs/usr/share/doc /root-fs/usr/share/man /root-fs/usr/share/lintian /root-fs/usr/share/locale
mkdir -p /root-fs/etc/ssl/certs /root-fs/tmp /root-fs/root /root-fs/home/nonroot
chmod 1777 /root-fs/tmp
chown 65532:65532 /root-fs/home/nonroot
cp /etc/ssl/certs/ca-certificates.crt /root-fs/etc/ssl/certs/
printf '%s\n' 'root:x:0:0:root:/root:/sbin/nologin' 'nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin' \
  'nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin' >/root-fs/etc/passwd
printf '%s\n' 'root:x:0:' 'nobody:x:65534:' 'tty:x:5:' 'staff:x:50:' 'nonroot:x:65532:' >/root-fs/etc/group
