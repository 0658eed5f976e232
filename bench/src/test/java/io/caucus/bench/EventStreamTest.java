package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.vocabulary.ActorSide;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final EventStream STREAM = new EventStream(5, 20);

    @Test
    void anEventIsTheSameHoweverOneComesToIt() {
        var atOnce = STREAM.events("a", 0, 100);
        var inTwoParts = Stream.concat(STREAM.events("a", 0, 37).stream(), STREAM.events("a", 37, 63).stream());

        assertThat(new EventStream(5, 20).events("a", 0, 100)).isEqualTo(atOnce);
        assertThat(inTwoParts).isEqualTo(atOnce);
    }

    @Test
    void tellersAndSeedsTellDifferentEvents() {
        assertThat(STREAM.events("b", 0, 10)).doesNotContainAnyElementsOf(STREAM.events("a", 0, 10));
        assertThat(new EventStream(6, 20).events("a", 0, 10)).isNotEqualTo(STREAM.events("a", 0, 10));
    }

    @Test
    void buyersAndSellersBothAct() {
        assertThat(engagements()).extracting(Engagement::side).contains(ActorSide.BUYER, ActorSide.SELLER);
    }

    @Test
    void everybodyWhoTakesPartIsTold() {
        var told = STREAM.participants().stream()
                .map(sourced -> sourced.source().nativeId())
                .toList();

        assertThat(told).hasSize(200 + 20 + 20 * EventStream.PEOPLE_OF_AN_ACCOUNT);
    }

    private static List<Engagement> engagements() {
        return STREAM.events("a", 0, 50).stream()
                .map(sourced -> (Engagement) sourced.facts().getFirst())
                .toList();
    }
}
