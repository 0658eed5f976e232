package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;

/** The account does not exist, or did not yet as of the instant asked about. */
public final class UnknownAccount extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownAccount(AccountId account, AsOf asOf) {
        super(
                "No account '%s' in the graph as of %s. Search by name with accounts(filter: {text: …}), or ask for a later instant."
                        .formatted(account, asOf));
    }
}
