package io.caucus.api.graphql;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;

/** An account as of an instant: what loaders go by. */
record AccountAt(AccountId account, AsOf asOf) {}
