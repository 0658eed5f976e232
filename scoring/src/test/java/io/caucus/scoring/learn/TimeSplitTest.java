package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeSplitTest {

    @TempDir
    private Path folder;

    private TimeSplit split(int rows, String horizon) throws IOException {
        var schema = SchemaFile.parse(
                "leads.yaml", DrawnTable.SCHEMA.replace("horizon_days: 30", "horizon_days: " + horizon));
        return TimeSplit.of(TableReader.read(DrawnTable.write(folder, rows, 1, 1), schema, DrawnTable.NOW));
    }

    private static Instant first(List<LearningTable.Row> rows) {
        return rows.getFirst().cutoff();
    }

    private static Instant last(List<LearningTable.Row> rows) {
        return rows.getLast().cutoff();
    }

    @Test
    void windowsFollowEachOtherAnEmbargoApart() throws IOException {
        var split = split(4000, "30");

        assertThat(split.isShortened()).isFalse();
        assertThat(Duration.between(last(split.train()), first(split.calibrate())))
                .isGreaterThanOrEqualTo(Duration.ofDays(30));
        assertThat(Duration.between(last(split.calibrate()), first(split.test())))
                .isGreaterThanOrEqualTo(Duration.ofDays(30));
        assertThat(split.test().size()).isBetween(700, 800);
    }

    @Test
    void noRowIsInTwoWindowsAndNoneIsLost() throws IOException {
        var split = split(2000, "20");

        var all = split.train().size() + split.calibrate().size() + split.test().size() + split.left();
        var rows = Stream.of(split.train(), split.calibrate(), split.test())
                .flatMap(List::stream)
                .map(LearningTable.Row::id);
        assertThat(rows).doesNotHaveDuplicates();
        assertThat(all).isEqualTo(2000 - unripe(20));
    }

    /** Rows of the last days, whose horizon reaches past the newest instant in the table. */
    private int unripe(int horizon) throws IOException {
        var schema = SchemaFile.parse(
                "leads.yaml", DrawnTable.SCHEMA.replace("horizon_days: 30", "horizon_days: " + horizon));
        return TableReader.read(folder.resolve("leads.csv"), schema, DrawnTable.NOW)
                .leftOut()
                .unripe();
    }

    @Test
    void aTableTooShortForTheEmbargoGetsAShorterOneAndSaysSo() throws IOException {
        var split = split(1500, "120");

        assertThat(split.isShortened()).isTrue();
        assertThat(split.embargo()).isLessThan(split.wanted());
    }

    @Test
    void originsNeverLearnFromWhatTheyPredict() throws IOException {
        var split = split(4000, "30");

        assertThat(split.rollingOrigins()).hasSize(3);
        for (TimeSplit.Fold fold : split.rollingOrigins()) {
            assertThat(Duration.between(last(fold.train()), first(fold.validate())))
                    .isGreaterThanOrEqualTo(Duration.ofDays(30));
        }
    }
}
