package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.scoring.learn.Encoding.Encoded;
import io.caucus.scoring.learn.Encoding.Usual;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {

    private static List<Deviation> deviations(Column.Type type, Usual usual, double value) {
        var column = new Encoded("x", 0, type, 0, List.of(), List.of(), usual);
        return new Encoding(List.of(column))
                .deviations(new Question("a", Instant.EPOCH, new double[] {value}, new String[1]));
    }

    private static List<Deviation> deviations(Usual usual, @Nullable String word) {
        var column = new Encoded("x", 0, Column.Type.CATEGORY, 0, List.of("web"), List.of("fair"), usual);
        return new Encoding(List.of(column))
                .deviations(new Question("a", Instant.EPOCH, new double[] {Double.NaN}, new String[] {word}));
    }

    @ParameterizedTest(name = "a {0} of {1} is far: {2}")
    @CsvSource({"NUMBER, 14, false", "NUMBER, 14.1, true", "NUMBER, 5.9, true", "DATE, 14.1, true", "FLAG, 1, false"})
    void moreThanTwoStandardDeviationsAreFarButForFlags(Column.Type type, double value, boolean isFar) {
        var usual = type == Column.Type.FLAG ? new Usual(0, 0.01, 0.0995) : new Usual(0, 10, 2);

        assertThat(deviations(type, usual, value)).hasSize(isFar ? 1 : 0);
    }

    @ParameterizedTest(name = "a {0} of {2} where training had {1} alone")
    @CsvSource({"FLAG, 0, 1, yes", "FLAG, 1, 0, no", "NUMBER, 3, 7.50, 7.5", "DATE, 2, 30, 30 days before"})
    void anotherValueThanTheOnlyOneIsUnseen(Column.Type type, double only, double value, String text) {
        var usual = new Usual(0.5, only, 0);

        assertThat(deviations(type, usual, value)).containsExactly(new Deviation.Unseen("x", text));
        assertThat(deviations(type, usual, only)).isEmpty();
    }

    @Test
    void aRareWordIsKnownAndANewOneIsNot() {
        var usual = new Usual(0, 0, 0);

        assertThat(deviations(usual, "web")).isEmpty();
        assertThat(deviations(usual, "fair")).isEmpty();
        assertThat(deviations(usual, "fax")).containsExactly(new Deviation.Unseen("x", "fax"));
    }

    @Test
    void aGapIsUnseenOnlyWhereTrainingHadNone() {
        assertThat(deviations(new Usual(0, 0, 0), null)).containsExactly(new Deviation.UnseenGap("x"));
        assertThat(deviations(new Usual(0.01, 0, 0), null)).isEmpty();
        assertThat(deviations(Column.Type.NUMBER, new Usual(0, 10, 2), Double.NaN))
                .containsExactly(new Deviation.UnseenGap("x"));
    }

    @Test
    void whatCannotBeUsualIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Usual(1.5, 0, 1))
                .withMessage(
                        "missing, mean and deviation are 1.5, 0.0, 1.0; must be a share, finite, and not negative");
        assertThatIllegalArgumentException().isThrownBy(() -> new Usual(0, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Usual(0, 0, -1));
    }
}
