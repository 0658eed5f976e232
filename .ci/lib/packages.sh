#!/usr/bin/env bash
# Installs what the machine lacks: a browser with its driver, a container engine, docker compose v2.
set -euo pipefail
. .ci/lib/machine.sh

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@"
}

# A package is wanted when the command it brings is not there, whoever brought that.
missing=()
while read -r command package; do
  command -v "$command" > /dev/null || missing+=("$package")
done << 'LIST'
chromium      chromium
chromedriver  chromium-driver
dockerd       docker.io
docker        docker.io
mmdebstrap    mmdebstrap
curl          curl
ip            iproute2
LIST
PATH="$PATH:/sbin:/usr/sbin" ldconfig -p | grep -q 'libgomp\.so\.1' || missing+=(libgomp1) # of XGBoost
# Unpacking compose below needs the lists of packages, too.
apt update
if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing ${missing[*]}"
  apt install --no-install-recommends "${missing[@]}" > /dev/null
fi

mkdir -p "$DOCKER_CONFIG/cli-plugins"
if ! docker compose version > /dev/null 2>&1; then
  # Debian 12 has compose v1 only. The next release's needs nothing newer than Debian 12's libc, so unpacking it is enough.
  trixie="$CI_WORK/trixie"
  mkdir -p "$trixie"/{lists,archives}/partial
  debian_source trixie > "$trixie/sources.list"
  options=(-qq -o "Dir::Etc::SourceList=$trixie/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$trixie/lists"
    -o "Dir::Cache=$trixie" -o "Dir::Cache::archives=$trixie/archives" -o "APT::Sandbox::User=$(id -un)")
  apt-get "${options[@]}" update
  (cd "$trixie" && apt-get "${options[@]}" download docker-compose)
  dpkg -x "$trixie"/docker-compose_*.deb "$trixie"
  ln -s "$trixie/usr/libexec/docker/cli-plugins/docker-compose" "$DOCKER_CONFIG/cli-plugins/"
fi
docker compose version
chromium --version 2> /dev/null
