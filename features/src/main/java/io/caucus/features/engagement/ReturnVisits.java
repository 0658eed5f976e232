package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How often somebody came back soon. */
final class ReturnVisits implements Feature {

    private final EngagementParameters parameters;

    ReturnVisits(EngagementParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.return_48h",
                "Return visits",
                """
                Visits in the window that followed the same person's visit before after at least %d minutes (sooner, it is the same \
                visit) and at most %d hours.""".formatted(
                                parameters.returns().session().toMinutes(),
                                parameters.returns().within().toHours()),
                Unit.COUNT,
                Optional.of(parameters.longWindow()),
                "Nobody employed at the account visited in the window; 0 if they visited and nobody came back.",
                Actors.BUYER,
                List.of("returns", "longWindow"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var window = account.asOf().last(parameters.longWindow());
        var visits = account.activity().actionsIn(window).stream()
                .filter(this::isVisit)
                .toList();
        if (visits.isEmpty()) {
            return FeatureValue.missing();
        }
        var returns = account.activity().byPerson().values().stream()
                .flatMap(theirs -> returns(theirs.stream().filter(this::isVisit).toList()))
                .filter(visit -> window.contains(visit.time().occurredAt()))
                .toList();
        citations.cite(() -> evidence(account.activity(), returns, visits));
        return FeatureValue.of(returns.size());
    }

    private boolean isVisit(Engagement action) {
        return parameters.returns().kinds().contains(action.kind());
    }

    private Stream<Engagement> returns(List<Engagement> visits) {
        return IntStream.range(1, visits.size())
                .filter(i -> isReturn(Duration.between(
                        visits.get(i - 1).time().occurredAt(),
                        visits.get(i).time().occurredAt())))
                .mapToObj(visits::get);
    }

    private boolean isReturn(Duration since) {
        return since.compareTo(parameters.returns().session()) >= 0
                && since.compareTo(parameters.returns().within()) <= 0;
    }

    /** The returns, then the other visits, each newest first. */
    private static List<EvidenceItem> evidence(Activity activity, List<Engagement> returns, List<Engagement> visits) {
        var came = visits.stream().filter(returns::contains).toList();
        var others = visits.stream().filter(visit -> !returns.contains(visit)).toList();
        return Stream.of(activity.cite(came), activity.cite(others))
                .<EvidenceItem>flatMap(List::stream)
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "since", Feature.since(asOf, parameters.longWindow()),
                "visitKinds", names(parameters.returns().kinds()),
                "sessionMillis", parameters.returns().session().toMillis(),
                "withinMillis", parameters.returns().within().toMillis());
    }

    private static List<String> names(Set<EngagementKind> kinds) {
        return kinds.stream().map(EngagementKind::name).toList();
    }
}
