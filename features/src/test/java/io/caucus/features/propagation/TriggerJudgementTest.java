package io.caucus.features.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TriggerJudgementTest {

    @Test
    void sharesAreJudgedByHitsLossAndCalibration() {
        var judgement = new TriggerJudgement();
        judgement.add(new TreeMap<>(Map.of(1, 0.75, 2, 0.25)), 1);
        judgement.add(new TreeMap<>(Map.of(1, 0.75, 2, 0.25)), 2);

        assertThat(judgement.hitRate()).isEqualTo(0.5);
        assertThat(judgement.logLoss()).isEqualTo(-(Math.log(0.75) + Math.log(0.25)) / 2, within(1e-15));
        assertThat(judgement.calibrationError()).isEqualTo(0.25, within(1e-15));
        assertThat(judgement.calibration()).hasSize(5);
    }

    @Test
    void whoeverWasNoCandidateIsAMissWithoutALoss() {
        var judgement = new TriggerJudgement();
        judgement.add(new TreeMap<>(Map.of(1, 1.0)), 1);
        judgement.add(new TreeMap<>(), 3);

        assertThat(judgement.hitRate()).isEqualTo(0.5);
        assertThat(judgement.cases()).isEqualTo(2);
        assertThat(judgement.covered()).isEqualTo(1);
        assertThat(judgement.logLoss()).isZero();
    }
}
