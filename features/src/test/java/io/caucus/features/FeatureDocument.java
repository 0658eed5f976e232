package io.caucus.features;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code docs/features.md}: the definitions and parameters of a catalogue in words. */
final class FeatureDocument {

    private FeatureDocument() {}

    static String of(FeatureCatalogue catalogue) {
        var page = new StringBuilder(preface(catalogue));
        page.append("## Definitions\n");
        catalogue.definitions().forEach(definition -> page.append(section(definition)));
        page.append("""

            ## Parameters

            | parameter | value |
            |---|---|
            """);
        rows("", catalogue.parameters()).forEach(row -> page.append(row).append('\n'));
        return page.toString();
    }

    private static String preface(FeatureCatalogue catalogue) {
        return """
            # Features: what each number means

            Generated from the definitions in `features`; do not edit. Catalogue version `%s`.

            A question is asked as of an instant. It sees what had happened and was known by then, nothing else, and no
            record that was known to be deleted. Windows are half-open, `(as of − length, as of]`. A missing value is
            missing, never 0.

            A *buyer action* is an engagement performed by somebody employed at the account as of the instant. What we did
            ourselves, bulk mail, automatic replies, bot opens, messages to more than 50 people and meetings that were not
            held are no buyer actions. Who has left the account takes their actions along. An action of several colleagues is
            one action.

            A *tie* links two people who took part in the same buyer action, as performer or as one it reached; it weighs the
            sum of channel weights, each halved with every half-life of age. One of ours has a tie to whoever performed an
            action that our person took part in. A mail that we sent ties nobody.

            A *conversation* is an engagement whose words were read by an extractor: a buyer action, or something of ours in which
            the buyer's side was heard. Words that nobody read are missing; read words in which nothing was found are not.

            *We got in touch* by whatever we did that counts and reached somebody employed at the account; tasks and notes of our
            own do not.

            Roles count on open opportunities only: those whose last known stage is neither won nor lost.

            A *win* is an opportunity whose last known stage means won. What became of the account's own opportunities never feeds
            the features of the family `network`: they read wins at other accounts only.

            Each value can be explained: the same code that computes it names at most %d people, engagements, ties, stages or paths
            that made it, and `cypher/features/<id>.cypher` recomputes it in the graph, but where the definition says that none does.

            """.formatted(catalogue.version(), Evidence.MOST_ITEMS);
    }

    private static String section(FeatureDefinition definition) {
        return """

            ### `%s` · %s

            %s

            - unit: %s
            - window: %s
            - missing when: %s
            - reads the actions of: %s
            - parameters: %s
            - input of models: %s
            """.formatted(
                        definition.id(),
                        definition.title(),
                        definition.meaning(),
                        definition.unit(),
                        definition.window().map(FeatureDocument::days).orElse("all of the history"),
                        definition.whenMissing(),
                        definition.actors().name().toLowerCase(Locale.ROOT),
                        definition.parameters().isEmpty()
                                ? "none"
                                : definition.parameters().stream()
                                        .map(name -> "`%s.%s`".formatted(definition.family(), name))
                                        .collect(Collectors.joining(", ")),
                        FeatureDefinition.mayBeInput(definition.id()) ? "may be" : "never");
    }

    private static String days(Duration window) {
        return window.toDays() + " days";
    }

    private static List<String> rows(String path, Record parameters) {
        var rows = new ArrayList<String>();
        for (var component : parameters.getClass().getRecordComponents()) {
            var name = path + component.getName();
            var value = value(parameters, component);
            if (value instanceof Record inner) {
                rows.addAll(rows(name + ".", inner));
            } else {
                rows.add("| `%s` | %s |".formatted(name, value));
            }
        }
        return rows;
    }

    private static Object value(Record parameters, RecordComponent component) {
        try {
            return component.getAccessor().invoke(parameters);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component + " is a public record's", e);
        }
    }
}
