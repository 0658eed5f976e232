#!/bin/bash
# NEO4J_AUTH and settings as environment variables, as the official image takes them: NEO4J_server_memory_heap_max__size=1g.
set -euo pipefail
readonly home=/var/lib/neo4j
readonly conf=$home/conf/neo4j.conf
readonly class_path="$home/lib/*:$home/plugins/*:/plugins/*"

# The server must not call home.
cat > "$conf" << 'SETTINGS'
server.default_listen_address=0.0.0.0
server.directories.data=/data
server.directories.logs=/logs
dbms.usage_report.enabled=false
server.fleet_discovery.enabled=false
SETTINGS

put() {
  grep -v -F -- "$1=" "$conf" > "$conf.new" || true
  printf '%s=%s\n' "$1" "$2" >> "$conf.new"
  mv "$conf.new" "$conf"
}

heap=512m
extra=()
while IFS='=' read -r -d '' name value; do
  case "$name" in
    NEO4J_AUTH | NEO4J_HOME | NEO4J_PLUGINS | NEO4J_ACCEPT_LICENSE_AGREEMENT | NEO4J_DEBUG | NEO4J_EDITION | NEO4J_VERSION) continue ;;
    NEO4J_*) ;;
    *) continue ;;
  esac
  setting=$(printf %s "${name#NEO4J_}" | sed 's/__/\x01/g; s/_/./g; s/\x01/_/g')
  case "$setting" in
    server.memory.heap.max_size) heap=$value ;;
    server.jvm.additional) read -r -a extra <<< "$value" ;;
    *) put "$setting" "$value" ;;
  esac
done < /proc/self/environ

case "${NEO4J_AUTH:-}" in
  '') ;;
  none) put dbms.security.auth_enabled false ;;
  neo4j/?*)
    [ -e /data/dbms/auth.ini ] || [ -d /data/databases/system ] || NEO4J_HOME=$home NEO4J_CONF=$home/conf \
      java -Xmx128m -cp "$class_path" org.neo4j.cli.AdminTool dbms set-initial-password "${NEO4J_AUTH#neo4j/}"
    ;;
  *)
    echo 'NEO4J_AUTH must be none or neo4j/<password>' >&2
    exit 1
    ;;
esac

[ "${1:-neo4j}" = neo4j ] || exec "$@"
# --console-mode: "Bolt enabled on ..." has to appear on standard output.
exec java "-Xms$heap" "-Xmx$heap" \
  --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow --add-modules=jdk.incubator.vector \
  -Dlog4j2.disable.jmx=true -Dio.netty.tryReflectionSetAccessible=true "${extra[@]}" \
  -cp "$class_path" org.neo4j.server.Neo4jCommunity "--home-dir=$home" "--config-dir=$home/conf" --console-mode
