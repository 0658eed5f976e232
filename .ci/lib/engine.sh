#!/usr/bin/env bash
# engine.sh start|stop: a container engine of this run's own, below $CI_WORK. It changes neither firewall nor routing, publishes
# ports on loopback, and lets containers reach nothing outside. Stopping leaves no process, mount, network or file behind.
set -euo pipefail
. .ci/lib/machine.sh

readonly pid_file="$CI_WORK/dockerd.pid"
readonly bridge_was_there="$CI_WORK/bridge-was-there"

start() {
  ! has_bridge || touch "$bridge_was_there"
  # nohup and a session of its own: the time limit on this script must not end the engine. The group may use the socket.
  as_root setsid nohup dockerd --host "$DOCKER_HOST" --group "$(id -g)" --pidfile "$pid_file" \
    --data-root "$CI_WORK/data" --exec-root "$CI_WORK/exec" --storage-driver overlay2 \
    --ip 127.0.0.1 --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false --dns 127.0.0.1 \
    > "$CI_WORK/dockerd.log" 2>&1 &
  until docker info > /dev/null 2>&1; do
    if [ ! -d "/proc/$!" ] || [ "$SECONDS" -ge 45 ]; then
      echo 'The engine did not start. Its log ends:'
      tail -n 20 "$CI_WORK/dockerd.log"
      return 1
    fi
    sleep 0.1
  done
  docker version --format 'engine {{.Server.Version}}, API {{.Server.APIVersion}}'
}

# Each step is tried, whatever became of the one before.
stop() {
  set +e
  if [ -s "$pid_file" ]; then
    timeout 60 docker ps -aq | timeout 60 xargs -r docker rm -fv > /dev/null
    timeout 30 docker network prune -f > /dev/null
    stop_process "$(cat "$pid_file")"
    if has_bridge && [ ! -e "$bridge_was_there" ]; then as_root ip link del docker0; fi
    awk -v below="$CI_WORK/" 'index($2, below) == 1 { print $2 }' /proc/mounts | sort -r | as_root xargs -r umount -l
  fi
  rm -rf "$CI_WORK" 2> /dev/null || as_root rm -rf "$CI_WORK"
}

stop_process() {
  as_root kill "$1"
  for _ in $(seq 200); do
    [ -d "/proc/$1" ] || return 0
    sleep 0.1
  done
  as_root kill -KILL "$1"
}

has_bridge() {
  ip link show docker0 > /dev/null 2>&1
}

"$1"
