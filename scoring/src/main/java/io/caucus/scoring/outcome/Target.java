package io.caucus.scoring.outcome;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.scoring.table.FeatureTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A question put about accounts, or about their opportunities, as of an instant, which later facts answer. */
public interface Target {

    /** Such as {@code account.converts}. */
    String id();

    /** The question in words, as a report heads it: who is asked about, and what a success is. */
    String sentence();

    /** How long after its cutoff a row may come true. */
    Duration horizon();

    /** What a row's account is in the table. */
    String accountRole();

    /** What the instant that a row's features are of is in the table. */
    String asOfRole();

    /** What a row tells beside its outcome and its features, in this order. */
    List<TargetColumn> columns();

    /** The columns that stand before the features: when it came true, and what the target tells. */
    default List<String> columnNames() {
        return Stream.concat(Stream.of(FeatureTable.OUTCOME), columns().stream().map(TargetColumn::name))
                .toList();
    }

    /**
     * Who or what is asked about as of the history's instant; whether anybody works on it is no matter.
     *
     * @return nobody, if the question does not fit the account
     */
    List<Asked> asks(AccountHistory account);

    /**
     * When it came true, as far as is known. Before the row's cutoff if it had come true by then and nobody knew: nothing can be
     * learned from such a row.
     */
    Optional<Instant> cameTrue(Asked asked, Outcomes outcomes);
}
