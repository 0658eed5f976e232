package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.time.AsOf;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many brought us to the account, where whoever brings us everywhere counts for little. */
final class ReferralsNormalised implements Feature {

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "network.referrals_normalised",
                "Referrals, normalised",
                "Σ 1 ÷ (number of accounts that the referrer had brought us to by the beginning of the day, UTC, or 1) over those whom network.referrals counts.",
                Unit.WEIGHTED_PATHS,
                Optional.empty(),
                "Never; 0 if nobody is known to have referred us.",
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var referrals = Referrals.referrals(account.history());
        double sum = 0;
        for (EntityRef referrer : referrals.stream().map(Link::from).collect(Collectors.toCollection(TreeSet::new))) {
            sum += 1.0 / Math.max(1, account.network().accountsReferredBy(referrer));
        }
        citations.cite(() -> Referrals.newestFirst(referrals));
        return FeatureValue.of(sum);
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("dayBegin", Network.instant(asOf).instant().atZone(ZoneOffset.UTC));
    }
}
