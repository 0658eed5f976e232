package io.caucus.api.assessment;

import io.caucus.features.FeatureCatalogue;
import io.caucus.scoring.AccountScorer;
import io.caucus.scoring.RuleModel;
import io.caucus.scoring.learn.LearnedAccountScorer;
import io.caucus.scoring.outcome.AccountTarget;
import io.caucus.scoring.registry.AccountChampion;
import io.caucus.scoring.registry.ModelRegistry;
import io.caucus.scoring.registry.RegistryRefused;
import java.nio.file.Path;

/**
 * What scores the accounts of a data folder: the champion of its registry, or else the rules. It is chosen once, at the start.
 *
 * @param origin which of the two it is, for people
 */
public record ServingScorer(AccountScorer scorer, String origin) {

    /** @throws RegistryRefused if there is a champion that cannot score; rules never take its place unasked */
    public static ServingScorer in(Path dataFolder, FeatureCatalogue catalogue) {
        var rules = RuleModel.shipped();
        return AccountChampion.find(ModelRegistry.in(dataFolder).read(), catalogue, rules.bands())
                .map(ServingScorer::champion)
                .orElseGet(() -> new ServingScorer(
                        rules,
                        "%s, weighted rules: no learned model is the champion of %s"
                                .formatted(rules.version(), AccountTarget.CONVERTS.id())));
    }

    private static ServingScorer champion(LearnedAccountScorer champion) {
        return new ServingScorer(
                champion,
                "%s, tier %s: the champion of %s"
                        .formatted(champion.version(), champion.tier(), AccountTarget.CONVERTS.id()));
    }
}
