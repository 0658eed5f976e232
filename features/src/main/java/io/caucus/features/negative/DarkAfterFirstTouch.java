package io.caucus.features.negative;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an account that came by itself fell silent once we got in touch. */
final class DarkAfterFirstTouch implements Feature {

    private final NegativeParameters parameters;

    DarkAfterFirstTouch(NegativeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "negative.dark_after_first_touch",
                "Silent since our first touch",
                "1 if buyers had acted before the first thing we did that reached anybody employed at the account, and not since, though %d or more business days have passed; 0 if they acted again."
                        .formatted(parameters.patience()),
                Unit.FLAG,
                Optional.empty(),
                "Nothing we did reached anybody, nobody had acted before that, or they have not acted since and may still.",
                Actors.BOTH,
                List.of("patience"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        var touch = activity.outreach().stream().findFirst();
        if (touch.isEmpty() || activity.actions().isEmpty()) {
            return FeatureValue.missing();
        }
        var touched = touch.get().time().occurredAt();
        boolean hadActed = activity.actions().getFirst().time().occurredAt().isBefore(touched);
        boolean actedAgain = activity.actions().getLast().time().occurredAt().isAfter(touched);
        boolean waited = BusinessDays.between(touched, account.asOf().instant()) >= parameters.patience();
        if (!hadActed || !(actedAgain || waited)) {
            return FeatureValue.missing();
        }
        citations.cite(() -> Stream.concat(
                        Stream.of(Activity.citeOurs(touch.get())), activity.cite(activity.actions()).stream())
                .<EvidenceItem>map(item -> item)
                .toList());
        return FeatureValue.of(actedAgain ? 0 : 1);
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("patience", parameters.patience());
    }
}
