#!/usr/bin/env bash
# Serves the demo under docker compose, on a free port, and asks it what a user would.
set -euo pipefail

CAUCUS_NEO4J_PASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
export CAUCUS_NEO4J_PASSWORD CAUCUS_PORT=0 COMPOSE_PROJECT_NAME=caucus-ci
export COMPOSE_FILE=docker-compose.yml:.ci/smaller-world.yml

bring_down() {
  local outcome=$?
  [ $outcome = 0 ] || docker compose logs --tail 60 || true
  docker compose down -v -t 30
  exit $outcome
}
trap bring_down EXIT

bearer_token() {
  docker compose exec -T caucus caucus token
}

# get PATH [CURL OPTION...]: fails on any status but 2xx.
get() {
  local path=$1
  shift
  curl -sS --fail-with-body --max-time 10 "$@" "$service$path"
}

docker compose up -d --build --wait --wait-timeout 200
service="http://$(docker compose port caucus 8080)"

echo 'Alive, ready, and a score for a token:'
get /health/liveness
get /health/readiness
echo
authorization="Authorization: Bearer $(bearer_token)"
answer=$(get /graphql -H "$authorization" -H 'Content-Type: application/json' \
  --data '{"query": "{ accounts(first: 1) { totalCount nodes { storedScore { __typename } } } }"}')
echo "$answer"
[[ $answer == *'"__typename"'* && $answer != *'"errors"'* ]] || { echo 'The demo shows no scored account.' >&2; exit 1; }

if get /graphql -H 'Content-Type: application/json' --data '{"query": "{ __typename }"}' > /dev/null 2>&1; then
  echo 'The demo answers without a token.' >&2
  exit 1
fi
