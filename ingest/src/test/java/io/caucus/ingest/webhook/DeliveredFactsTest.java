package io.caucus.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.ingest.InMemoryGraph;
import io.caucus.ingest.event.ArrivedEvent;
import io.caucus.ingest.event.EventTelling;
import io.caucus.ingest.event.NotAnEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of delivery tells: the files of the folder {@code deliveries}, each with its expected facts beside it. */
class DeliveredFactsTest {

    static List<DeliveryFixture> deliveries() {
        return DeliveryFixture.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deliveries")
    void aDeliveryTellsWhatIsExpected(DeliveryFixture delivery) throws NotAnEvent {
        assertThat(told(delivery)).isEqualTo(delivery.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deliveries")
    void aDeliveryThatComesAgainTellsNothing(DeliveryFixture delivery) throws NotAnEvent {
        var graph = new InMemoryGraph();
        var telling = new EventTelling(graph, delivery.directory());
        var first = telling.tell("batch", events(delivery));

        var again = telling.tell("batch", events(delivery));

        assertThat(again.accepted()).isZero();
        assertThat(again.duplicates()).isEqualTo(first.accepted());
        assertThat(again.rejected()).hasSameSizeAs(first.rejected());
    }

    @Test
    void thereAreAtLeastFortyOfThemAndSomeOfEachKind() {
        var kinds = new TreeMap<WebhookKind, Integer>();
        deliveries().forEach(delivery -> kinds.merge(delivery.kind(), 1, Integer::sum));

        assertThat(deliveries()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(kinds).containsOnlyKeys(WebhookKind.values());
    }

    private static List<ArrivedEvent> events(DeliveryFixture delivery) throws NotAnEvent {
        var events = new DeliveredEvents().check(delivery.source(), delivery.request());
        var arrived = new ArrayList<ArrivedEvent>();
        for (int index = 0; index < events.size(); index++) {
            arrived.add(new ArrivedEvent(events.get(index), "1-8", index + 1L));
        }
        return arrived;
    }

    static String told(DeliveryFixture delivery) throws NotAnEvent {
        var lines = new TreeMap<Long, String>();
        var telling = new EventTelling(
                (batchId, batch) -> {
                    batch.forEach(sourced -> lines.put(sourced.source().line(), shown(sourced)));
                    return new InMemoryGraph().write(batchId, batch);
                },
                delivery.directory());
        telling.tell("batch", events(delivery))
                .rejected()
                .forEach(one -> lines.put(
                        one.arrived().line(),
                        "%d %s %s\n  %s %s: %s\n"
                                .formatted(
                                        one.arrived().line(),
                                        one.arrived().event().source(),
                                        one.arrived().event().type(),
                                        one.code(),
                                        one.field(),
                                        one.reason())));
        return String.join("", lines.values());
    }

    private static String shown(SourcedFacts sourced) {
        var source = sourced.source();
        var text = new StringBuilder(
                "%d %s %s %s\n".formatted(source.line(), source.source(), source.type(), source.nativeId()));
        sourced.facts().forEach(fact -> text.append("  ").append(shown(fact)).append('\n'));
        return text.append(sourced.facts().isEmpty() ? "  nothing\n" : "").toString();
    }

    /** Everything of a fact; people, users and identifying changes keep their names out of their own text. */
    private static String shown(Fact fact) {
        var text = switch (fact) {
            case Person person -> "Person[%s, %s, %s]".formatted(person.id(), person.name(), person.email());
            case User user -> "User[%s, %s]".formatted(user.id(), user.name());
            case FieldChange change -> "%s of %s = '%s'".formatted(change.field(), change.entity(), change.value());
            default -> fact.toString().replace(", time=" + fact.time(), "").replace(", stated=Optional.empty", "");
        };
        return "%s @ %s".formatted(text.replace("Optional.empty", "-"), shown(fact.time()));
    }

    private static String shown(FactTime time) {
        return time.occurredAt().equals(time.knownAt())
                ? time.occurredAt().toString()
                : "%s, known %s".formatted(time.occurredAt(), time.knownAt());
    }
}
