package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How near an account is to those that bought, by all ways at once. */
final class RankFromWins implements Feature {

    /** Who has much to do with others is near to everybody; divided by that, it does not count. */
    enum Form {
        RAW("network.ppr_from_wins", "Nearness to those that bought", "p"),
        PER_DEGREE(
                "network.ppr_from_wins_per_degree",
                "Nearness to those that bought, per link",
                "p ÷ number of those the account has to do with");

        private final String id;
        private final String title;
        private final String rank;

        Form(String id, String title, String rank) {
            this.id = id;
            this.title = title;
            this.rank = rank;
        }
    }

    private final NetworkParameters parameters;
    private final Form form;

    RankFromWins(NetworkParameters parameters, Form form) {
        this.parameters = parameters;
        this.form = form;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                form.id,
                form.title,
                "ln(1 + n · %s), where p is the account's part of a walk that restarts with a probability of %s at one of the other accounts that had bought (personalised PageRank, without the account's own wins), on the n accounts, investors, partners and people with several jobs that had to do with each other at the beginning of the day, UTC. No statement recomputes it, for Cypher does not go on until nothing moves."
                        .formatted(form.rank, parameters.walk().restart()),
                Unit.WEIGHTED_PATHS,
                Optional.empty(),
                "The account had to do with no other, or no other had bought; 0 if no way leads to one that had.",
                Actors.NOBODY,
                List.of("walk"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var vertex = account.network().vertex(account.history().account().id());
        return vertex.isEmpty()
                ? FeatureValue.missing()
                : compute(account.network().walk(), vertex.getAsInt(), citations);
    }

    private FeatureValue compute(WinWalk walk, int vertex, Citations citations) {
        var rank = walk.rank(vertex);
        if (rank.isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> walk.paths(vertex));
        return FeatureValue.of(Math.log1p(rank.getAsDouble() / divisor(walk, vertex)));
    }

    private double divisor(WinWalk walk, int vertex) {
        return switch (form) {
            case RAW -> 1;
            case PER_DEGREE -> walk.degree(vertex);
        };
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
