# What the other scripts ask of the machine. Sourced.
# shellcheck shell=bash

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo -n "$@"
  else
    echo "needs root, or sudo without a password: $1" >&2
    return 1
  fi
}

# The machine's own Debian archive as a line of a source list, for the release named: no address is written down here.
debian_source() {
  local release=$1 codename address entry keyring
  codename=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
  # shellcheck disable=SC2016 # the $(...) are apt's
  read -r address entry < <(apt-get indextargets --format '$(REPO_URI) $(SOURCESENTRY)' \
    'Created-By: Packages' "Codename: $codename" 'Component: main')
  keyring=$(sed -nE 's/.*[Ss]igned-[Bb]y[:=] *([^] ]+).*/\1/p' "${entry%:*}" | head -n 1)
  printf 'deb %s%s %s main\n' "${keyring:+[signed-by=$keyring] }" "$address" "$release"
}

# A JDK >= 21 with jlink, looked for where ./caucus looks: JAVA_HOME, the PATH, the usual folder.
find_jdk() {
  local jdk version
  for jdk in "${JAVA_HOME:-}" "$(readlink -f "$(command -v javac)" | sed 's|/bin/javac$||')" /usr/lib/jvm/*; do
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release" 2> /dev/null) || continue
    if [ -x "$jdk/bin/jlink" ] && [ "$version" -ge 21 ]; then
      printf '%s\n' "$jdk"
      return
    fi
  done
  echo 'no JDK >= 21 in JAVA_HOME, on the PATH or in /usr/lib/jvm' >&2
  return 1
}
