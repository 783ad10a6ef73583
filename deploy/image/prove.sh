#!/usr/bin/env bash
# Builds the image without a daemon, starts it as its user on a read-only tree, and listens whether it speaks. As root on
# Debian: apt-get install buildah debootstrap. The base is made here, so that nothing but Debian's packages and the npm
# registry is needed: `prove.sh FOLDER`, where FOLDER keeps the base for the next time.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${1:?a folder for the base}
base=docker.io/library/$(sed -n 's/^ARG NODE=/node:/p' "$root/Dockerfile")
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot

if ! buildah inspect --type image "$base" >/dev/null 2>&1; then
  debootstrap --variant=minbase --include=ca-certificates bookworm "$work/base" http://deb.debian.org/debian
  npm install --prefix "$work/npm" --no-save "node-linux-$(node -p process.arch)@24" npm@11
  cp "$work"/npm/node_modules/node-linux-*/bin/node "$work/base/usr/local/bin/"
  mkdir -p "$work/base/usr/local/lib/node_modules"
  cp -r "$work/npm/node_modules/npm" "$work/base/usr/local/lib/node_modules/"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$work/base/usr/local/bin/npm"
  chroot "$work/base" useradd --uid 1000 --create-home node
  container=$(buildah from scratch)
  buildah copy --quiet "$container" "$work/base" / >/dev/null
  # Behind a proxy that signs for the registry.
  if [ -n "${NODE_EXTRA_CA_CERTS:-}" ]; then
    buildah copy --quiet "$container" "$NODE_EXTRA_CA_CERTS" /usr/local/share/ca.pem >/dev/null
    buildah config --env NODE_EXTRA_CA_CERTS=/usr/local/share/ca.pem "$container"
  fi
  buildah commit --quiet "$container" "$base"
fi

buildah bud --format docker --pull=never --isolation chroot --tag lector "$root"
container=$(buildah from --pull=never localhost/lector)
trap 'buildah rm "$container" >/dev/null' EXIT
cd "$root"
IMAGE_ROOT=$(buildah mount "$container") npx vitest run test/deploy/image.long.test.ts
