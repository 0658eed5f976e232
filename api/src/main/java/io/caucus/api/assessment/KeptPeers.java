package io.caucus.api.assessment;

import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.directory.AccountIndex;
import io.caucus.graphmodel.directory.AccountPage;
import io.caucus.graphmodel.directory.AccountQuery;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.AccountScorer;
import io.caucus.scoring.Replay;
import io.caucus.scoring.explanation.PeerValues;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** The values of other accounts, from the scores that are kept: nothing is computed anew. */
public final class KeptPeers {

    /** So many tell how usual a value is to a point or two. */
    public static final int MOST = 1000;

    private final AccountIndex index;
    private final AccountScorer scorer;

    public KeptPeers(AccountIndex index, AccountScorer scorer) {
        this.index = index;
        this.scorer = scorer;
    }

    /** Of up to {@link #MOST} accounts, by name, whose newest score until then was made by the same model; without one of them. */
    public PeerValues except(AccountId account, AsOf asOf) {
        var peers = new ArrayList<FeatureVector>();
        var after = Optional.<AccountQuery.Position>empty();
        AccountPage page;
        do {
            page = index.page(new AccountQuery(
                    asOf,
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    AccountQuery.Order.NAME,
                    after,
                    AccountQuery.MOST_PER_PAGE));
            page.rows().stream()
                    .filter(row -> !row.id().equals(account))
                    .flatMap(row -> row.assessment().stream())
                    .filter(this::isScoreByTheSameModel)
                    .forEach(kept -> peers.add(Replay.values(kept, scorer)));
            after = page.rows().isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.rows().getLast().position());
        } while (page.hasMore() && peers.size() < MOST);
        return PeerValues.of(peers.subList(0, Math.min(MOST, peers.size())));
    }

    private boolean isScoreByTheSameModel(KeptAssessment kept) {
        return kept.modelVersion().equals(scorer.version()) && kept.result() instanceof KeptAssessment.Result.Scored;
    }
}
