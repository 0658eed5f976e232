package io.caucus.scoring.learn;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.outcome.AccountTarget;
import io.caucus.scoring.outcome.TargetSchema;
import io.caucus.scoring.table.FeatureTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Values of accounts month by month, drawn, with a planted signal, and the table and schema that {@code ./caucus features --target
 * account.converts} writes of such values.
 *
 * @param rows of the table, in its order
 */
public record DrawnAccounts(Path table, Path schema, List<FeatureVector> rows) {

    static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();

    /** What the model may learn from; the other features are drawn too, and stand in no column. */
    private static final List<String> COLUMNS = List.of(
            "committee.breadth_30d",
            "committee.cohesion",
            "engagement.days_since_last",
            "engagement.state",
            "network.referrals");

    private static final List<String> STATES = List.of("ACCELERATING", "COOLING", "DORMANT", "STEADY");
    private static final int ACCOUNTS = 60;
    private static final int MONTHS = 36;
    private static final int LONGEST_WAIT = 80;

    /** More people and fresher actions raise the chance, each by itself. */
    public static double additive(FeatureVector values) {
        return -1.5
                + 0.5 * (amount(values, "committee.breadth_30d") - 4)
                - 0.02 * amount(values, "engagement.days_since_last")
                + (isAccelerating(values) ? 1 : 0);
    }

    /** Many people raise the chance of an account that is close-knit, and lower it for any other; so do fresh actions. */
    public static double crossed(FeatureVector values) {
        double people = Math.signum(amount(values, "committee.breadth_30d") - 4.5);
        double knit = Math.signum(amount(values, "committee.cohesion") - 0.45);
        double fresh = Math.signum(50 - amount(values, "engagement.days_since_last"));
        return 1.4 * people * knit + fresh * (isAccelerating(values) ? -1 : 1);
    }

    /** @param logOdds of a success */
    public static DrawnAccounts in(Path folder, ToDoubleFunction<FeatureVector> logOdds, long seed) {
        var random = new SplittableRandom(seed);
        var definitions = COLUMNS.stream().map(CATALOGUE::definition).toList();
        var file = folder.resolve("accounts.csv");
        var rows = new ArrayList<FeatureVector>();
        var until = month(MONTHS + 4);
        try (var table = FeatureTable.createForModels(file, AccountTarget.CONVERTS.columnNames(), definitions)) {
            for (int month = 0; month < MONTHS; month++) {
                for (int account = 0; account < ACCOUNTS; account++) {
                    var row = vector("test:account-" + account, month(month), random);
                    boolean wins = random.nextDouble() < 1 / (1 + Math.exp(-logOdds.applyAsDouble(row)));
                    rows.add(row);
                    table.add(row, List.of(wins ? outcome(month(month), random) : ""));
                }
            }
            table.complete();
        }
        var schema = folder.resolve("accounts.yaml");
        TargetSchema.write(schema, AccountTarget.CONVERTS, definitions, until);
        return new DrawnAccounts(file, schema, List.copyOf(rows));
    }

    /** Trains on the table, as {@code ./caucus train} does; the folder of the model. */
    public Path train(Path out) {
        var read = TableReader.read(table, SchemaFile.read(schema), month(MONTHS + 4));
        var learning = Learner.learn(read, false, Ablation.Extent.NEVER, 1);
        return ModelFolder.write(out, learning, "1.0", 1)
                .orElseThrow(() ->
                        new AssertionError("no model: %s, leaks %s".formatted(learning.verdict(), learning.leaks())));
    }

    private static String outcome(Instant asOf, SplittableRandom random) {
        return asOf.plus(Duration.ofDays(1 + random.nextInt(LONGEST_WAIT))).toString();
    }

    private static Instant month(int month) {
        return YearMonth.of(2023, 1)
                .plusMonths(month)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    static FeatureVector vector(String account, Instant asOf, SplittableRandom random) {
        var values = new TreeMap<String, FeatureValue>();
        for (FeatureDefinition feature : CATALOGUE.definitions()) {
            values.put(feature.id(), value(feature, random));
        }
        return new FeatureVector(new AccountId(account), new AsOf(asOf), CATALOGUE.version(), values);
    }

    private static FeatureValue value(FeatureDefinition feature, SplittableRandom random) {
        if (feature.id().equals("committee.breadth_30d")) {
            return FeatureValue.of(random.nextInt(10));
        }
        if (random.nextInt(6) == 0) {
            return FeatureValue.missing();
        }
        return switch (feature.unit()) {
            case CATEGORY -> new FeatureValue.Category(STATES.get(random.nextInt(STATES.size())));
            case PEOPLE, COUNT, FLAG -> FeatureValue.of(random.nextInt(2));
            case RATIO, PERCENTILE, CHANCE -> FeatureValue.of(random.nextDouble());
            case DAYS, HOURS -> FeatureValue.of(100 * random.nextDouble());
            case RATE_RATIO, WEIGHTED_ACTIONS, WEIGHTED_PATHS, EFFECTIVE_NUMBER, CREDIT ->
                FeatureValue.of(3 * random.nextDouble());
        };
    }

    private static double amount(FeatureVector values, String feature) {
        return values.get(feature).findAmount().orElse(0);
    }

    private static boolean isAccelerating(FeatureVector values) {
        return word(values).equals("ACCELERATING");
    }

    private static String word(FeatureVector values) {
        return values.get("engagement.state") instanceof FeatureValue.Category state ? state.name() : "";
    }
}
