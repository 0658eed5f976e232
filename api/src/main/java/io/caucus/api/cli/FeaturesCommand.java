package io.caucus.api.cli;

import io.caucus.features.ExplainedFeature;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.RuleModel;
import io.caucus.scoring.outcome.Target;
import io.caucus.scoring.outcome.TargetColumn;
import io.caucus.scoring.outcome.TargetRows;
import io.caucus.scoring.outcome.TargetSchema;
import io.caucus.scoring.outcome.Targets;
import io.caucus.scoring.table.FeatureTable;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "features",
        mixinStandardHelpOptions = true,
        description = {
            "Every number of an account with what it was made of, or the numbers of all accounts: kept in the graph as",
            "FeatureSnapshot, or written to a table, one row for each account and instant.",
            "A run over all accounts that keeps them and was ended in the middle goes on where it was when the same command",
            "is run again; without --as-of, as of the instant at which it began. A table is written anew."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./caucus features world:acct-001 --as-of 2026-11-01",
            "  ./caucus features --all",
            "  ./caucus features --all --grid monthly --from 2025-11 --to 2026-10 --table training.arrow",
            "  ./caucus features --all --grid monthly --from 2025-01 --to 2026-07 --table accounts.csv --target account.converts",
            "  ./caucus features --all --table today.csv --target account.converts"
        })
final class FeaturesCommand implements Callable<Integer> {

    private static final int ITEMS_SHOWN = 3;

    /** The instants of a table. */
    enum Grid {
        /** The last millisecond of each month in UTC. */
        MONTHLY
    }

    @Parameters(paramLabel = "ACCOUNT", arity = "0..1", description = "Our key of the account, such as world:acct-001.")
    private Optional<String> account = Optional.empty();

    @Option(names = "--all", description = "All accounts.")
    private boolean all;

    @Option(names = "--again", description = "With --all: begin anew, though an earlier run has not ended.")
    private boolean again;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "With --all: write a table (.arrow or .csv) and keep nothing.")
    private Optional<Path> table = Optional.empty();

    @Option(
            names = "--grid",
            paramLabel = "STEP",
            description = "With --table: as of the end of every month of the range, ${COMPLETION-CANDIDATES}.")
    private Optional<Grid> grid = Optional.empty();

    @Option(names = "--from", paramLabel = "MONTH", description = "First month of the grid, such as 2025-11.")
    private Optional<YearMonth> from = Optional.empty();

    @Option(names = "--to", paramLabel = "MONTH", description = "Last month of the grid.")
    private Optional<YearMonth> to = Optional.empty();

    @Option(
            names = "--target",
            paramLabel = "ID",
            description = {
                "With a .csv table: only what ID asks about. With a grid too: when it came true as well, in outcomeAt, and",
                "beside the table its schema (.yaml), for './caucus train'; without one, as of --as-of, for",
                "'./caucus predict'. Known: account.converts, opportunity.win, opportunity.slips."
            })
    private Optional<String> target = Optional.empty();

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Override
    public Integer call() {
        check();
        var instant = asOf.orElse(Serving.in(data.path()).flatMap(Serving::clock));
        try (var graph = OpenGraph.in(data.path())) {
            if (account.isPresent()) {
                showOne(graph, new AccountId(account.get()), instant);
            } else if (target.isPresent() && grid.isPresent()) {
                writeTraining(graph, table.orElseThrow(), find(target.get()), instant);
            } else if (target.isPresent()) {
                writeQuestions(graph, table.orElseThrow(), find(target.get()), instant);
            } else if (table.isPresent()) {
                writeTable(graph, table.get(), grid.isPresent() ? monthEnds() : List.of(instant));
            } else {
                keepAll(graph, instant);
            }
        }
        return ExitCode.DONE;
    }

    private void check() {
        if (account.isPresent() == all) {
            throw new BadInput("Give an account, or --all for all of them.");
        }
        if (account.isPresent() && (again || table.isPresent())) {
            throw new BadInput("--again and --table go with --all.");
        }
        if (again && table.isPresent()) {
            throw new BadInput("A table is always begun anew. Leave --again away.");
        }
        if (grid.isPresent() != (from.isPresent() && to.isPresent()) || (grid.isPresent() && table.isEmpty())) {
            throw new BadInput("A grid needs all of --grid, --from, --to and --table.");
        }
        if (target.isPresent() && table.isEmpty()) {
            throw new BadInput("--target goes with --table: say where to write what it asks about.");
        }
        target.ifPresent(FeaturesCommand::find);
        if (grid.isPresent() && from.get().isAfter(to.get())) {
            throw new BadInput(
                    "--from %s is after --to %s. Give the earlier month first.".formatted(from.get(), to.get()));
        }
    }

    private static Target find(String id) {
        try {
            return Targets.get(id);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private List<AsOf> monthEnds() {
        return Stream.iterate(
                        from.orElseThrow(), month -> !month.isAfter(to.orElseThrow()), month -> month.plusMonths(1))
                .map(month -> new AsOf(month.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusMillis(1)))
                .toList();
    }

    private void keepAll(OpenGraph graph, AsOf instant) {
        var catalogue = FeatureCatalogue.standard();
        var kept = keepAll(graph, new FeatureRun(graph.ports(), catalogue, output), instant);
        if (output.isJson()) {
            output.json(Map.of(
                    "asOf", kept.asOf().toString(),
                    "accounts", kept.accounts(),
                    "catalogueVersion", catalogue.version()));
        } else {
            output.line("Kept %d features of %,d accounts as of %s, definitions %s."
                    .formatted(catalogue.definitions().size(), kept.accounts(), kept.asOf(), catalogue.version()));
        }
    }

    private FeatureRun.Kept keepAll(OpenGraph graph, FeatureRun run, AsOf instant) {
        try (var progress = FeatureProgress.open(data.path(), asOf.given())) {
            if (again) {
                progress.forget();
            }
            return run.keepAll(instant, progress, graph.place());
        }
    }

    private void writeTable(OpenGraph graph, Path file, List<AsOf> instants) {
        var catalogue = FeatureCatalogue.standard();
        long rows;
        try (var rowsOf = open(() -> FeatureTable.create(file, catalogue.definitions()))) {
            new FeatureRun(graph.ports(), catalogue, output).tell(instants, rowsOf);
            rowsOf.complete();
            rows = rowsOf.count();
        }
        if (output.isJson()) {
            output.json(Map.of(
                    "table", file.toString(),
                    "rows", rows,
                    "instants", instants.stream().map(AsOf::toString).toList(),
                    "catalogueVersion", catalogue.version()));
        } else {
            output.line("Wrote %,d rows of %d features as of %d instants to %s."
                    .formatted(rows, catalogue.definitions().size(), instants.size(), file));
        }
    }

    /** @param until outcomes are known up to then */
    private void writeTraining(OpenGraph graph, Path file, Target asked, AsOf until) {
        var catalogue = FeatureCatalogue.standard();
        var run = new FeatureRun(graph.ports(), catalogue, output);
        var outcomes = run.outcomes(until);
        var told = new TargetRows(catalogue, asked);
        long rows;
        try (var rowsOf =
                open(() -> FeatureTable.createForModels(file, asked.columnNames(), catalogue.definitions()))) {
            run.tell(monthEnds(), account -> told.toLearnFrom(account, outcomes, until), rowsOf);
            rowsOf.complete();
            rows = rowsOf.count();
        }
        var schema = Path.of(file.toString().replaceFirst("[.]csv$", ".yaml"));
        TargetSchema.write(schema, asked, catalogue.definitions(), until.instant());
        if (output.isJson()) {
            output.json(Map.of(
                    "table", file.toString(),
                    "schema", schema.toString(),
                    "rows", rows,
                    "target", asked.id(),
                    "catalogueVersion", catalogue.version()));
        } else {
            output.line("Wrote %,d rows to %s and what they mean to %s.".formatted(rows, file, schema));
            output.line("Next: ./caucus train --table %s --schema %s --out trained".formatted(file, schema));
        }
    }

    private void writeQuestions(OpenGraph graph, Path file, Target asked, AsOf instant) {
        var catalogue = FeatureCatalogue.standard();
        var columns = asked.columns().stream().map(TargetColumn::name).toList();
        long rows;
        try (var rowsOf = open(() -> FeatureTable.createForModels(file, columns, catalogue.definitions()))) {
            new FeatureRun(graph.ports(), catalogue, output)
                    .tell(List.of(instant), new TargetRows(catalogue, asked)::toPredict, rowsOf);
            rowsOf.complete();
            rows = rowsOf.count();
        }
        if (output.isJson()) {
            output.json(Map.of(
                    "table", file.toString(),
                    "rows", rows,
                    "target", asked.id(),
                    "asOf", instant.toString(),
                    "catalogueVersion", catalogue.version()));
        } else {
            output.line("Wrote %,d rows as of %s to %s.".formatted(rows, instant, file));
            output.line(
                    "Next: ./caucus predict --model MODEL --table %s --schema SCHEMA --out predictions.csv, with a model"
                            .formatted(file));
            output.line("of %s and the schema that it was trained with.".formatted(asked.id()));
        }
    }

    private static FeatureTable open(Supplier<FeatureTable> table) {
        try {
            return table.get();
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private void showOne(OpenGraph graph, AccountId key, AsOf instant) {
        var assessments = ScoringRun.assessments(graph.ports(), RuleModel.shipped());
        var assessment = assessments.assess(key, instant);
        var sentences = new EvidenceSentences(assessments.names(assessment));
        if (output.isJson()) {
            output.json(assessment.explained().stream()
                    .map(feature -> document(feature, sentences))
                    .toList());
            return;
        }
        output.line("%s (%s) as of %s".formatted(assessment.history().account().name(), key, instant));
        assessment.explained().forEach(feature -> print(feature, sentences));
    }

    private void print(ExplainedFeature feature, EvidenceSentences sentences) {
        output.line("");
        output.line("%-12s %s  (%s)"
                .formatted(
                        words(feature.value()),
                        feature.definition().title(),
                        feature.definition().id()));
        sentences.of(feature).limit(ITEMS_SHOWN).forEach(sentence -> output.line("             " + sentence));
        int more = feature.evidence().totalCount() - ITEMS_SHOWN;
        if (more > 0) {
            output.line("             and %,d more".formatted(more));
        }
    }

    private static String words(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Quantity quantity -> number(quantity.amount());
            case FeatureValue.Category category -> category.name();
            case FeatureValue.Missing missing -> "missing";
        };
    }

    private static String number(double amount) {
        return amount == Math.rint(amount)
                ? String.format(Locale.ROOT, "%.0f", amount)
                : String.format(Locale.ROOT, "%.3f", amount);
    }

    private static Map<String, Object> document(ExplainedFeature feature, EvidenceSentences sentences) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("feature", feature.definition().id());
        switch (feature.value()) {
            case FeatureValue.Quantity quantity -> entry.put("value", quantity.amount());
            case FeatureValue.Category category -> entry.put("value", category.name());
            case FeatureValue.Missing missing ->
                entry.put("missing", feature.definition().whenMissing());
        }
        entry.put("unit", feature.definition().unit().name());
        entry.put("evidenceCount", feature.evidence().totalCount());
        entry.put("evidence", sentences.of(feature).toList());
        return entry;
    }
}
