package io.caucus.scoring.registry;

import io.caucus.features.FeatureCatalogue;
import io.caucus.scoring.Bands;
import io.caucus.scoring.learn.LearnedAccountScorer;
import io.caucus.scoring.learn.LearningRefused;
import io.caucus.scoring.learn.ModelFolder;
import io.caucus.scoring.outcome.AccountTarget;
import java.util.Optional;

/** The version that scores accounts, if the registry has one: the champion of {@code account.converts}. */
public final class AccountChampion {

    /** What it must have learned to foresee, word for word as {@code ./caucus features --target} states it. */
    public static final Target TARGET = new Target(
            AccountTarget.CONVERTS.sentence(), AccountTarget.CONVERTS.horizon().toDays());

    private AccountChampion() {}

    /**
     * Reads it, its files verified.
     *
     * @param catalogue whose values it is going to score
     * @throws RegistryRefused if there is one and it cannot score: its files are damaged, or it reads what the catalogue does not have.
     *     Rules never take its place unasked
     */
    public static Optional<LearnedAccountScorer> find(Snapshot snapshot, FeatureCatalogue catalogue, Bands bands) {
        return snapshot.standings().stream()
                .filter(standing -> standing.target().equals(TARGET))
                .flatMap(standing -> standing.champion().stream())
                .findFirst()
                .map(champion -> read(snapshot, champion, catalogue, bands));
    }

    private static LearnedAccountScorer read(
            Snapshot snapshot, String champion, FeatureCatalogue catalogue, Bands bands) {
        try {
            var version = snapshot.get(champion);
            return LearnedAccountScorer.of(champion, ModelFolder.read(version.folder()), catalogue, bands);
        } catch (RegistryRefused | LearningRefused problem) {
            throw new RegistryRefused(
                    "The champion of %s, %s, cannot serve: %s. Or let the one before it serve: ./caucus models rollback --target \"%s\" --by NAME --reason TEXT"
                            .formatted(AccountTarget.CONVERTS.id(), champion, problem.getMessage(), TARGET.sentence()),
                    problem);
        }
    }
}
