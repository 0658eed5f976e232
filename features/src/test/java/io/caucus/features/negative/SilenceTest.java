package io.caucus.features.negative;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.FeatureValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Silence that tells something. The stories end on a Monday, so 14 days ago is ten business days ago, and 13 days are nine. */
class SilenceTest {

    private static final String GHOSTED = "negative.ghosted_after_pricing";
    private static final String DARK = "negative.dark_after_first_touch";
    private static final String QUIET = "negative.unexplained_quiet";

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @Test
    void tenBusinessDaysOfSilenceAfterATalkAboutPricesAreGhosting() {
        var ghosted = """
                ana: VP
                ana replies to us 14d ago, saying ASKS_PRICE
                we mail ana 10d ago
                """;

        assertThat(amount(GHOSTED, ghosted)).isEqualTo(1);
        assertThat(evidence(GHOSTED, ghosted)).hasSize(2);
        assertThat(amount(GHOSTED, """
                ana: VP
                ana replies to us 13d ago, saying ASKS_PRICE
                we mail ana 10d ago
                """)).isZero();
    }

    @Test
    void whoHeardNothingFromUsOrActedSinceHasGhostedNobody() {
        assertThat(amount(GHOSTED, """
                ana: VP
                ana replies to us 20d ago, saying ASKS_PRICE
                """)).isZero();
        assertThat(amount(GHOSTED, """
                ana: VP
                bo: VP
                ana replies to us 20d ago, saying ASKS_PRICE
                we mail ana 18d ago
                bo visits 2d ago
                """)).isZero();
    }

    @Test
    void withoutATalkAboutPricesThereIsNoGhosting() {
        assertThat(value(GHOSTED, """
                ana: VP
                ana replies to us 20d ago, saying MEETING_BOOKED
                we mail ana 18d ago
                """)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void whoCameByThemselvesAndFellSilentWhenWeWroteWentDark() {
        assertThat(amount(DARK, """
                ana: VP
                ana fills form 16d ago
                we mail ana 14d ago
                we mail ana 2d ago
                """)).isEqualTo(1);
        assertThat(amount(DARK, """
                ana: VP
                ana fills form 16d ago
                we mail ana 14d ago
                ana replies to us 1d ago
                """)).isZero();
    }

    @Test
    void nothingIsSaidOfThoseWhoMayStillAnswerOrNeverCame() {
        assertThat(value(DARK, """
                ana: VP
                ana fills form 16d ago
                we mail ana 13d ago
                """)).isEqualTo(FeatureValue.missing());
        assertThat(value(DARK, """
                ana: VP
                we mail ana 30d ago
                ana visits 20d ago
                """)).isEqualTo(FeatureValue.missing());
        assertThat(value(DARK, """
                ana: VP
                ana visits 20d ago
                """)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void silenceUnlikeAnyBeforeIsUnexplained() {
        assertThat(amount(QUIET, everyOtherDay(120, 16))).isEqualTo(1);
        assertThat(amount(QUIET, everyOtherDay(120, 0))).isZero();
    }

    /** From 80 to 60 days ago nothing happened, so six of the 93 earlier stretches were as quiet. */
    @Test
    void silenceAsBeforeIsNot() {
        assertThat(amount(QUIET, everyOtherDay(120, 80) + "\n" + actions(60, 16)))
                .isZero();
    }

    /** From 86 days ago on, 59 stretches of two weeks end 14 or more days ago; from 87 days ago on, 60. */
    @Test
    void aShortPastTellsNothing() {
        assertThat(value(QUIET, everyOtherDay(86, 0))).isEqualTo(FeatureValue.missing());
        assertThat(amount(QUIET, "ana: VP\nana visits 87d ago\n" + actions(86, 0)))
                .isZero();
    }

    private static String everyOtherDay(int from, int to) {
        return "ana: VP\n" + actions(from, to);
    }

    private static String actions(int from, int to) {
        return IntStream.iterate(from, day -> day >= to, day -> day - 2)
                .mapToObj("ana visits %dd ago"::formatted)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void businessDaysAreThoseOneCountsOnTheCalendar(long seed) {
        var random = new SplittableRandom(seed);
        var from = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
        var to = from.plus(Duration.ofMinutes(random.nextInt(100_000)));

        var counted = day(from)
                .datesUntil(day(to).plusDays(1))
                .skip(1)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .count();

        assertThat(BusinessDays.between(from, to)).isEqualTo(counted);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
