package io.caucus.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.features.FeatureCatalogue;
import io.caucus.scoring.RuleModel;
import io.caucus.scoring.learn.DrawnAccounts;
import io.caucus.scoring.learn.LearnedAccountScorer;
import io.caucus.scoring.learn.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class AccountChampionTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();
    private static final RuleModel RULES = RuleModel.shipped();
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final UserName ANA = new UserName("ana");
    private static final UserName BO = new UserName("bo");

    @TempDir
    static Path training;

    private static DrawnAccounts accounts = new DrawnAccounts(Path.of(""), Path.of(""), List.of());
    private static Path model = Path.of("model");

    @TempDir
    private Path data;

    @BeforeAll
    static void train() {
        accounts = DrawnAccounts.in(training, DrawnAccounts::additive, 1);
        model = accounts.train(training.resolve("trained"));
    }

    private ModelRegistry registry() {
        return ModelRegistry.in(data);
    }

    private void promote(Path trained) {
        registry().register(trained, ANA, NOW);
        registry().promote(ModelFolder.name(trained), BO, NOW, Optional.of("it is the only one"));
    }

    private Optional<LearnedAccountScorer> find() {
        return AccountChampion.find(registry().read(), CATALOGUE, RULES.bands());
    }

    @Test
    void withoutARegistryAndWithAChallengerAloneThereIsNone() {
        assertThat(find()).isEmpty();

        registry().register(model, ANA, NOW);

        assertThat(find()).isEmpty();
    }

    @Test
    void theChampionScoresUnderTheNameOfItsVersion() {
        promote(model);

        var champion = find().orElseThrow();

        assertThat(champion.version()).isEqualTo(ModelFolder.name(model));
        assertThat(champion.score(accounts.rows().getFirst()).modelVersion()).isEqualTo(ModelFolder.name(model));
    }

    @Test
    void afterARollbackToNothingThereIsNone() {
        promote(model);

        registry().rollback(Optional.empty(), ANA, NOW, "it was a trial");

        assertThat(find()).isEmpty();
    }

    @Test
    void aChampionOfAnotherTargetScoresNoAccounts() throws IOException {
        promote(PlantedModels.in(data).trained());

        assertThat(registry().read().standings().getFirst().champion()).isPresent();
        assertThat(find()).isEmpty();
    }

    @Test
    void aChampionWhoseFileWasChangedIsRefusedWithTheFileTheProblemAndTheWayBack() throws IOException {
        promote(model);
        var file = data.resolve("models").resolve(ModelFolder.name(model)).resolve(ModelFolder.FILE);
        Files.writeString(file, Files.readString(file).replaceFirst("\"horizonDays\" : 90", "\"horizonDays\" : 91"));

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(this::find)
                .withMessageStartingWith(
                        "The champion of account.converts, %s, cannot serve: %s is damaged or was changed"
                                .formatted(ModelFolder.name(model), file))
                .withMessageContaining("restore it from a backup")
                .withMessageEndingWith(
                        "Or let the one before it serve: ./caucus models rollback --target \"%s\" --by NAME --reason TEXT"
                                .formatted(AccountChampion.TARGET.sentence()));
    }

    @Test
    void aChampionThatIsGoneIsRefused() throws IOException {
        promote(model);
        Files.delete(data.resolve("models").resolve(ModelFolder.name(model)).resolve(ModelFolder.FILE));

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(this::find)
                .withMessageStartingWith(
                        "The champion of account.converts, %s, cannot serve: ".formatted(ModelFolder.name(model)))
                .withMessageContaining(ModelFolder.FILE);
    }

    /** The model of leads, said to foresee what the champion of accounts does. */
    @Test
    void aChampionThatReadsNoFeaturesIsRefusedByItsColumns() throws IOException {
        var leads = PlantedModels.in(data)
                .plant(
                        data,
                        2,
                        rows -> rows,
                        report -> report.put("target", AccountChampion.TARGET.sentence())
                                .put("horizonDays", AccountChampion.TARGET.horizonDays()));

        promote(leads);

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(this::find)
                .withMessageContaining(
                        "cannot score accounts: it reads 'employees', 'source', which the features of catalogue")
                .withMessageContaining("Train again on a table that ./caucus features --target writes today");
    }
}
