package io.caucus.scoring.outcome;

import io.caucus.features.AccountContext;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.time.AsOf;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes the rows of a target's table, account by account. May be used from any number of threads. */
public final class TargetRows {

    private final FeatureCatalogue catalogue;
    private final Target target;

    /** @param cells what stands before the features: of {@link Target#columnNames} to learn from, of {@link Target#columns} to predict */
    public record Row(FeatureVector features, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public TargetRows(FeatureCatalogue catalogue, Target target) {
        this.catalogue = catalogue;
        this.target = target;
    }

    /**
     * What is asked about an account, and when it came true.
     *
     * @param until as of when outcomes are known; what is asked as of later is left out
     */
    public List<Row> toLearnFrom(AccountContext account, Outcomes outcomes, AsOf until) {
        return rows(
                account,
                asked -> !asked.cutoff().isAfter(until.instant()),
                asked -> Stream.concat(
                        Stream.of(target.cameTrue(asked, outcomes)
                                .map(Instant::toString)
                                .orElse("")),
                        asked.cells().stream()));
    }

    /** What is asked about an account, whatever may come of it. */
    public List<Row> toPredict(AccountContext account) {
        return rows(account, asked -> true, asked -> asked.cells().stream());
    }

    /** The rows of one opportunity share its history, and so its features. */
    private List<Row> rows(AccountContext account, Predicate<Asked> isWanted, Function<Asked, Stream<String>> cells) {
        var computed = new HashMap<Optional<OpportunityId>, FeatureVector>();
        return target.asks(account.history()).stream()
                .filter(isWanted)
                .map(asked -> new Row(
                        computed.computeIfAbsent(asked.opportunity(), one -> compute(asked.history(), account)),
                        cells.apply(asked).toList()))
                .toList();
    }

    private FeatureVector compute(AccountHistory history, AccountContext account) {
        return catalogue.compute(
                history.equals(account.history())
                        ? account
                        : catalogue.account(history, account.peers(), account.network()));
    }
}
