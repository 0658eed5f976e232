package io.caucus.features.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.features.EvidenceItem;
import io.caucus.features.EvidenceItem.SupportRequest;
import io.caucus.features.FeatureValue;
import io.caucus.features.Stories;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.testkit.AccountStory;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportTest {

    private static final String OPEN = "support.open_tickets";
    private static final String RESPONSE = "support.first_response_hours";
    private static final String ESCALATIONS = "support.escalations_30d";

    private static FeatureValue value(String feature, Fact... tickets) {
        return Stories.value(feature, AccountStory.of("").and(tickets).history(), Peers.NONE);
    }

    private static List<EvidenceItem> evidence(String feature, Fact... tickets) {
        return Stories.evidence(feature, AccountStory.of("").and(tickets).history(), Peers.NONE)
                .items();
    }

    private static FactTime at(String when) {
        return FactTime.at(AccountStory.asOf(when).instant());
    }

    private static Ticket ticket(
            String name, String priority, String opened, @Nullable String answered, @Nullable String closed) {
        return new Ticket(
                new TicketId("story:" + name),
                Optional.of(AccountStory.account().id()),
                Optional.empty(),
                Optional.of(priority),
                at(opened),
                Optional.ofNullable(answered).map(SupportTest::at),
                Optional.ofNullable(closed).map(SupportTest::at));
    }

    @Test
    void requestsAreOpenUntilTheyAreClosed() {
        var tickets = new Fact[] {
            ticket("one", "low", "9d ago", null, null),
            ticket("two", "low", "400d ago", null, "1d ahead"),
            ticket("three", "low", "9d ago", null, "now")
        };

        assertThat(value(OPEN, tickets)).isEqualTo(FeatureValue.of(2));
        assertThat(evidence(OPEN, tickets))
                .containsExactly(
                        new SupportRequest(
                                new TicketId("story:two"),
                                Optional.of("low"),
                                at("400d ago").occurredAt(),
                                Optional.empty()),
                        new SupportRequest(
                                new TicketId("story:one"),
                                Optional.of("low"),
                                at("9d ago").occurredAt(),
                                Optional.empty()));
    }

    @Test
    void whoNeverAskedIsNotSaidToBeContent() {
        assertThat(value(OPEN)).isEqualTo(FeatureValue.missing());
        assertThat(value(ESCALATIONS)).isEqualTo(FeatureValue.missing());
        assertThat(value(RESPONSE)).isEqualTo(FeatureValue.missing());
    }

    /** 4 and 10 hours, and an answer dated before its request: their median is 4. */
    @Test
    void theFirstResponseIsTheMedianOfThoseKnown() {
        var tickets = new Fact[] {
            ticket("slow", "low", "3d ago", "2d 14h ago", null),
            ticket("quick", "low", "89d ago", "88d 20h ago", "1d ago"),
            ticket("before", "low", "5d ago", "6d ago", null),
            ticket("waiting", "low", "9d ago", null, "8d ago"),
            ticket("old", "low", "90d ago", "80d ago", null)
        };

        assertThat(value(RESPONSE, tickets)).isEqualTo(FeatureValue.of(4));
        assertThat(evidence(RESPONSE, tickets))
                .hasSize(3)
                .first()
                .isEqualTo(new SupportRequest(
                        new TicketId("story:slow"),
                        Optional.of("low"),
                        at("3d ago").occurredAt(),
                        Optional.of(Duration.ofHours(10))));
    }

    @Test
    void anAnswerThatIsNotKnownYetIsNone() {
        assertThat(value(RESPONSE, ticket("one", "low", "3d ago", "1d ahead", null)))
                .isEqualTo(FeatureValue.missing());
    }

    @ParameterizedTest
    @CsvSource({"HIGH, 1", "' Urgent ', 1", "kritisch, 1", "ALTA, 1", "Medium, 0", "highway, 0"})
    void escalationsAreToldByTheirPriority(String priority, int count) {
        assertThat(value(ESCALATIONS, ticket("one", priority, "29d ago", null, null)))
                .isEqualTo(FeatureValue.of(count));
        assertThat(value(ESCALATIONS, ticket("one", priority, "30d ago", null, null)))
                .isEqualTo(FeatureValue.of(0));
    }

    @Test
    void wordsThatMeanNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EscalationPriorities.parse(new StringReader("version = 1\nwords = high,,low")))
                .withMessageContaining("must be one word or more, none of them empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EscalationPriorities.parse(new StringReader("words = high")))
                .withMessage("escalation priorities have version = ''; it needs a whole number");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SupportParameters(Duration.ofDays(-1), Duration.ofDays(1), EscalationPriorities.standard()))
                .withMessage("escalatedIn is PT-24H, must be positive");
    }
}
