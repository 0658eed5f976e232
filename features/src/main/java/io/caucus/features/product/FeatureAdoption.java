package io.caucus.features.product;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.ProductUsed;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.Window;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How much of what we make is used. */
final class FeatureAdoption implements Feature {

    private final ProductParameters parameters;

    FeatureAdoption(ProductParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "product.feature_adoption",
                "Products in use",
                "Distinct products, or parts of one, that people used on the account's behalf in the last %d days, whoever of them is"
                                .formatted(parameters.window().toDays())
                        + " employed there today, ÷ the median of that number over all accounts that have seats or used any.",
                Unit.RATE_RATIO,
                Optional.of(parameters.window()),
                "No seats were counted of a product that is still licensed and none was used, fewer than %d accounts have or use"
                                .formatted(parameters.fewestPeers())
                        + " any, or half of them used none.",
                Actors.BUYER,
                List.of("window", "fewestPeers"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var history = account.history();
        var uses = uses(history, account.asOf().last(parameters.window()));
        if (uses.isEmpty() && Seats.at(account.asOf().instant(), history).isEmpty()) {
            return FeatureValue.missing();
        }
        var cohort = new Cohort(parameters, account.peers().use().adoptions());
        long products = uses.stream().map(ProductUsed::product).distinct().count();
        return cohort.compare((double) products, citations, () -> uses);
    }

    /** Newest first. */
    private static List<ProductUsed> uses(AccountHistory history, Window window) {
        var actions = new TreeMap<EntityRef, Engagement>();
        history.engagements().stream()
                .filter(action -> action.kind() == EngagementKind.PRODUCT_USE
                        && action.isBuyerAction()
                        && window.contains(action.time().occurredAt()))
                .forEach(action -> actions.put(action.id().ref(), action));
        return history.links().stream()
                .filter(link -> link.type() == LinkType.CONCERNS && link.to().label() == NodeLabel.PRODUCT)
                .flatMap(link -> Stream.ofNullable(actions.get(link.from())).map(action -> used(action, link)))
                .distinct()
                .sorted(Comparator.comparing(ProductUsed::at)
                        .reversed()
                        .thenComparing(ProductUsed::engagement)
                        .thenComparing(ProductUsed::product))
                .toList();
    }

    private static ProductUsed used(Engagement action, Link link) {
        return new ProductUsed(action.id(), link.to(), action.time().occurredAt());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Cohort.statementParameters(parameters, asOf);
    }
}
