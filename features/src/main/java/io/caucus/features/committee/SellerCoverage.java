package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.Connection;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Activity;
import io.caucus.features.committee.CommitteeMap.TieToUs;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many of our people the account deals with, and they with it. */
final class SellerCoverage implements Feature {

    private final CommitteeParameters parameters;

    SellerCoverage(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.seller_coverage",
                "Our people with two-way ties",
                "How many of our people have a two-way tie in the window to somebody employed at the account: that"
                        + " person performed an action in which ours took part, and ours reached the person with something"
                        + " of their own, or both were in one engagement by "
                        + parameters.mutualChannels().stream()
                                .map(Channel::name)
                                .collect(Collectors.joining(", "))
                        + ".",
                Unit.PEOPLE,
                Optional.of(parameters.tieWindow()),
                "Nobody is known to be employed at the account; 0 if people are known and no tie goes both ways.",
                Actors.BOTH,
                List.of("tieWindow", "channelWeights", "mutualChannels"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        if (account.committee().members().isEmpty()) {
            return FeatureValue.missing();
        }
        var covering = new TreeMap<UserId, SortedSet<EngagementId>>();
        var mutual = mutual(account.activity());
        var ours = sentByUs(account.activity());
        account.committee().tiesToUs().stream()
                .filter(tie -> isTwoWay(tie, mutual, ours))
                .forEach(tie -> covering.computeIfAbsent(tie.user(), first -> new TreeSet<>())
                        .addAll(tie.engagements()));
        citations.cite(() -> cite(covering));
        return FeatureValue.of(covering.size());
    }

    /** The actions in which both sides took part at once. */
    private Set<EngagementId> mutual(Activity activity) {
        return activity.actionsIn(activity.history().asOf().last(parameters.tieWindow())).stream()
                .filter(action ->
                        parameters.mutualChannels().contains(action.kind().channel()))
                .map(Engagement::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Engagement> sentByUs(Activity activity) {
        var window = activity.history().asOf().last(parameters.tieWindow());
        return activity.history().engagements().stream()
                .filter(sent -> sent.side() == ActorSide.SELLER
                        && sent.excluded().isEmpty()
                        && parameters.channelWeights().containsKey(sent.kind().channel())
                        && window.contains(sent.time().occurredAt()))
                .toList();
    }

    private static boolean isTwoWay(TieToUs tie, Set<EngagementId> mutual, List<Engagement> ours) {
        return tie.engagements().stream().anyMatch(mutual::contains)
                || ours.stream()
                        .anyMatch(sent -> sent.users().contains(tie.user())
                                && sent.addressedTo().contains(tie.person()));
    }

    private static List<Connection> cite(SortedMap<UserId, SortedSet<EngagementId>> covering) {
        return covering.entrySet().stream()
                .map(one -> new Connection(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "tiesSince", Statements.since(asOf, parameters.tieWindow()),
                "tyingKinds", Statements.tyingKinds(parameters),
                "mutualKinds", Statements.kindsOf(parameters.mutualChannels()));
    }
}
