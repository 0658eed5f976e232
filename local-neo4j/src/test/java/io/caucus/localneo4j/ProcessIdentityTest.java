package io.caucus.localneo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    private final ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());

    @Test
    void aProcessThatRunsIsFound() {
        assertThat(self.find()).contains(ProcessHandle.current());
    }

    @Test
    void aPidThatWasHandedOutAgainIsNotMistakenForTheFormerProcess() {
        var former = new ProcessIdentity(self.pid(), self.started().minusSeconds(60));

        assertThat(former.isRunning()).isFalse();
    }

    @Test
    void aClockThatWasSetRightDoesNotHideAProcess() {
        assertThat(new ProcessIdentity(self.pid(), self.started().plusSeconds(1)).isRunning())
                .isTrue();
    }

    @Test
    void aProcessWhoseStartIsUnknownIsToldByItsPidAlone() {
        assertThat(new ProcessIdentity(self.pid(), Instant.EPOCH).isRunning()).isTrue();
    }

    @Test
    void aProcessThatHasEndedIsNotFound() throws Exception {
        var process = new ProcessBuilder("true").start();
        var ended = ProcessIdentity.of(process.toHandle());
        process.waitFor();

        assertThat(ended.find()).isEmpty();
    }
}
