package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.LinkType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How often somebody passed something on to a colleague. */
final class Forwards implements Feature {

    private final EngagementParameters parameters;

    Forwards(EngagementParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.forwards_30d",
                "Forwards to colleagues",
                "Buyer actions of the window by which somebody passed something on to somebody else employed at the account: forwarded mails that reached them, and whatever a source says was forwarded to them.",
                Unit.COUNT,
                Optional.of(parameters.longWindow()),
                "No buyer action in the window; 0 if they acted and passed nothing on.",
                Actors.BUYER,
                List.of("longWindow"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        var recent = activity.actionsIn(account.asOf().last(parameters.longWindow()));
        if (recent.isEmpty()) {
            return FeatureValue.missing();
        }
        var linked = linked(activity);
        var forwards = recent.stream()
                .filter(action -> linked.contains(action.id()) || isForward(action, activity))
                .toList();
        citations.cite(() -> activity.cite(forwards.isEmpty() ? recent : forwards));
        return FeatureValue.of(forwards.size());
    }

    private static boolean isForward(Engagement action, Activity activity) {
        return action.kind() == EngagementKind.FORWARD
                && action.addressedTo().stream()
                        .filter(activity::isEmployed)
                        .anyMatch(recipient -> activity.performersOf(action).stream()
                                .anyMatch(performer -> !performer.equals(recipient)));
    }

    /** Engagements by which, as a source says, one colleague forwarded something to another. */
    private static Set<EngagementId> linked(Activity activity) {
        return activity.history().linksOf(LinkType.FORWARDED).stream()
                .filter(link -> isEmployed(link.from(), activity) && isEmployed(link.to(), activity))
                .flatMap(link -> link.through().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isEmployed(EntityRef person, Activity activity) {
        return activity.isEmployed(new PersonId(person.key()));
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("since", Feature.since(asOf, parameters.longWindow()));
    }
}
