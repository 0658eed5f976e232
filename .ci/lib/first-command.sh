#!/usr/bin/env bash
# The first command of README.md on this very clone, as a newcomer runs it: builds, serves, answers. Then the sources change
# and another command builds anew, while the service of before goes on answering.
set -euo pipefail

data="$CI_WORK/first-command"
trap './caucus stop --data "$data"' EXIT

field() { sed -nE "s/.*\"$1\":\"([^\"]*)\".*/\1/p" <<< "$ready"; }

# ask QUERY: fails on errors, or if the answer has no data.
ask() {
  local answer
  answer=$(curl -sS --fail-with-body --max-time 10 "$(field graphql)" -H "Authorization: Bearer $(field token)" \
    -H 'Content-Type: application/json' --data "{\"query\": \"$1\"}")
  echo "$answer"
  [[ $answer == *'"data"'* && $answer != *'"errors"'* ]]
}

ready=$(./caucus demo --data "$data" --port 0 --detach --json)
ask '{ accounts(first: 1) { totalCount nodes { name } } }'

before=$(readlink api/target/builds/current)
touch api/src/main/java/io/caucus/api/Main.java
./caucus digest --data "$data"
[ "$before" != "$(readlink api/target/builds/current)" ] || { echo 'Nothing was built anew.' >&2; exit 1; }
ask '{ account(id: \"world:acct-001\") { name committee { __typename } } }'
curl -sS --fail-with-body --max-time 10 -o /dev/null -H "Authorization: Bearer $(field token)" "$(field url)graphiql"
