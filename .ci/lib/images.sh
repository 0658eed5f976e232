#!/usr/bin/env bash
# Builds stand-ins for the two official images that Dockerfile, docker-compose.yml and the container tests name, out of Debian
# packages, the machine's JDK and jars of Maven Central: CI cannot pull. They are never the official images.
set -euo pipefail
. .ci/lib/machine.sh
export DOCKER_BUILDKIT=0 # the classic builder needs no plugin

# What a JRE has: everything but tools.
readonly jre_modules=java.se,jdk.unsupported,jdk.management,jdk.management.agent,jdk.crypto.ec,jdk.naming.dns,jdk.zipfs,jdk.jfr,\
jdk.httpserver,jdk.localedata,jdk.security.auth,jdk.net,jdk.incubator.vector,jdk.charsets

# Neo4jContainer waits until a browser would see a page on port 7474, which this jar brings.
readonly neo4j_browser=org.neo4j.client:neo4j-browser:5.24.0

jre() {
  local context="$CI_WORK/jre" jdk codename
  jdk=$(find_jdk)
  codename=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
  mkdir -p "$context"
  cp .ci/images/jre/* "$context"
  as_root mmdebstrap -q --mode=root --variant=minbase --include=libgomp1 "$codename" "$context/base.tar" "$(debian_source "$codename")"
  "$jdk/bin/jlink" --add-modules "$jre_modules" --strip-debug --no-man-pages --no-header-files --output "$context/jre"
  docker build -q -t eclipse-temurin:25-jre "$context"
}

neo4j_jars() {
  local context="$CI_WORK/neo4j"
  mkdir -p "$context"
  cp .ci/images/neo4j/* "$context"
  mvn -q -B -pl local-neo4j -am generate-resources
  cp -r local-neo4j/target/neo4j-lib "$context/lib"
  mvn -q -B -N dependency:copy -Dartifact=$neo4j_browser -DoutputDirectory="$context/lib"
}

jre & # mostly waits for Debian, as the jars do for Maven Central
jre=$!
neo4j_jars
wait $jre
docker build -q -t neo4j:2026.08-community "$CI_WORK/neo4j"
docker image ls
