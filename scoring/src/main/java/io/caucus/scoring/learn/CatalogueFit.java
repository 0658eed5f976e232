package io.caucus.scoring.learn;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether the columns that a model reads are features of a catalogue, and mean there what they meant when it learned. */
final class CatalogueFit {

    private final String version;
    private final FeatureCatalogue catalogue;
    private final Map<String, FeatureDefinition> features;

    private CatalogueFit(String version, FeatureCatalogue catalogue) {
        this.version = version;
        this.catalogue = catalogue;
        this.features =
                catalogue.definitions().stream().collect(Collectors.toMap(FeatureDefinition::id, Function.identity()));
    }

    /** @throws LearningRefused naming the columns that do not fit, and the next step */
    static void check(String version, List<Encoding.Encoded> columns, FeatureCatalogue catalogue) {
        var fit = new CatalogueFit(version, catalogue);
        fit.refuseAny(
                columns,
                column -> fit.find(column).isEmpty(),
                "reads %%s, which the features of catalogue %s do not have".formatted(catalogue.version()));
        fit.refuseAny(
                columns,
                column -> !FeatureDefinition.mayBeInput(column.column()),
                "reads %s, which tells how well an account is recorded and is never an input");
        columns.forEach(fit::checkKind);
    }

    private Optional<FeatureDefinition> find(Encoding.Encoded column) {
        return Optional.ofNullable(features.get(column.column()));
    }

    private void refuseAny(List<Encoding.Encoded> columns, Predicate<Encoding.Encoded> isWrong, String problem) {
        var wrong = columns.stream()
                .filter(isWrong)
                .map(column -> "'%s'".formatted(column.column()))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!wrong.isEmpty()) {
            throw refused(problem.formatted(wrong));
        }
    }

    private void checkKind(Encoding.Encoded column) {
        var feature = find(column).orElseThrow();
        boolean isWord = feature.unit() == Unit.CATEGORY;
        if (column.type() == Column.Type.DATE || column.isCategory() != isWord) {
            throw refused("learned from '%s' as %s, which is a %s in catalogue %s"
                    .formatted(
                            column.column(),
                            column.type().name().toLowerCase(Locale.ROOT),
                            isWord ? "category" : "number",
                            catalogue.version()));
        }
    }

    private LearningRefused refused(String problem) {
        return new LearningRefused(
                "%s cannot score accounts: it %s. Train again on a table that ./caucus features --target writes today, and promote that"
                        .formatted(version, problem));
    }
}
