package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.Referred;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.LinkType;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many brought us to the account. */
final class Referrals implements Feature {

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "network.referrals",
                "Referrals",
                "ln(1 + number of others, accounts, people or partners, who referred us to the account or to an opportunity of its).",
                Unit.WEIGHTED_PATHS,
                Optional.empty(),
                "Never; 0 if nobody is known to have referred us.",
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var referrals = referrals(account.history());
        citations.cite(() -> newestFirst(referrals));
        return FeatureValue.of(Math.log1p(
                (double) referrals.stream().map(Link::from).distinct().count()));
    }

    /** The links of others to the account or to an opportunity of its. */
    static List<Link> referrals(AccountHistory history) {
        var own = history.account().id().ref();
        var targets = new HashSet<EntityRef>();
        targets.add(own);
        history.opportunities()
                .forEach(opportunity -> targets.add(opportunity.id().ref()));
        return history.linksOf(LinkType.REFERRED).stream()
                .filter(link -> targets.contains(link.to()) && !link.from().equals(own))
                .toList();
    }

    static List<Referred> newestFirst(List<Link> referrals) {
        return referrals.stream()
                .sorted(Comparator.comparing(Link::time)
                        .reversed()
                        .thenComparing(Link::from)
                        .thenComparing(Link::to))
                .map(link -> new Referred(link.from(), link.to(), link.time().occurredAt()))
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
