package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.scoring.evaluation.Shares;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandRaisersTest {

    private static HandRaisers of(int successes, int missed) {
        return new HandRaisers(
                successes, successes, missed, Optional.of(Shares.interval((double) missed / successes, successes)));
    }

    @Test
    void moreThanThreeInAHundredIsAnAlarmAndSaysWhetherItMayBeLuck() {
        assertThat(of(100, 3).isAlarm()).isFalse();
        assertThat(of(100, 4).isAlarm()).isTrue();
        assertThat(of(100, 4).sentence()).endsWith("more than the 3 % allowed: ALARM, though it may be luck.");
        assertThat(of(100, 50).sentence())
                .isEqualTo("Of 100 successes of hand-raisers 50 are not in the best tenth: 50.0 %, 95 % [40.4, 59.6];"
                        + " more than the 3 % allowed: ALARM.");
        assertThat(of(20, 0).sentence()).endsWith("no more than the 3 % allowed, though luck could hide more.");
        assertThat(of(1000, 1).sentence()).endsWith("; no more than the 3 % allowed.");
    }

    @Test
    void ofTooFewSuccessesNothingIsSaid() {
        var few = new HandRaisers(30, 9, 9, Optional.empty());

        assertThat(few.isAlarm()).isFalse();
        assertThat(few.sentence())
                .isEqualTo("Of 30 hand-raisers 9 succeeded, too few to say how many such the model misses.");
    }

    @Test
    void aHandIsRaisedOrNot() {
        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> SchemaFile.parse(
                        "s.yaml",
                        DrawnTable.SCHEMA.replace(
                                "source: {type: category}", "source: {type: category, role: hand_raiser}")))
                .withMessage("schema s.yaml: column 'source' is of role hand_raiser and type category; must be a flag");
    }
}
