package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Interest;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the account reads what engineers read. */
final class TechnicalShare implements Feature {

    private static final Set<NodeLabel> CONTENT = EnumSet.of(NodeLabel.CONTENT, NodeLabel.TOPIC);

    private final EngagementParameters.Content parameters;
    private final Pattern technical;
    private final Pattern marketing;

    TechnicalShare(EngagementParameters.Content parameters) {
        this.parameters = parameters;
        this.technical = parameters.words().technicalNames();
        this.marketing = parameters.words().marketingNames();
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.technical_share",
                "Share of technical content",
                """
                Of the content and topics that buyer actions of the window concerned, each counted as often as an action concerned \
                it: technical ÷ (technical + marketing). The words of its name tell which it is (content.words), technical ones before \
                the others; a name with none of them counts as neither.""",
                Unit.RATIO,
                Optional.of(parameters.window()),
                "No buyer action of the window concerned content whose name tells what it is.",
                Actors.BUYER,
                List.of("content"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var window = account.asOf().last(parameters.window());
        var told = account.interests().stream()
                .filter(interest -> CONTENT.contains(interest.thing().label())
                        && interest.isIn(window)
                        && (is(technical, interest) || is(marketing, interest)))
                .toList();
        if (told.isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> Interest.cite(told, account.activity()));
        long technicalOnes =
                told.stream().filter(interest -> is(technical, interest)).count();
        return FeatureValue.of((double) technicalOnes / told.size());
    }

    private static boolean is(Pattern names, Interest interest) {
        return names.matcher(interest.name()).matches();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "since", Feature.since(asOf, parameters.window()),
                "technicalNames", technical.pattern(),
                "marketingNames", marketing.pattern());
    }
}
