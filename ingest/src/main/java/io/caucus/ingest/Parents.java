package io.caucus.ingest;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.time.FactTime;

/** Account hierarchies as sources write them: a column of the subsidiary names the parent. */
final class Parents {

    private Parents() {}

    static Subsidiary tell(AccountId account, AccountId parent, String column, FactTime time) {
        if (account.equals(parent)) {
            throw new RejectedRow(
                    RejectCode.UNKNOWN_VALUE,
                    column,
                    "column '%s' names the account itself, must be another account".formatted(column));
        }
        return new Subsidiary(account, parent, time);
    }
}
