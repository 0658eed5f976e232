package io.caucus.api.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress of long work with rate and time left: on standard error, and only in a terminal, since in a log it is noise. */
final class ProgressLine implements AutoCloseable {

    private static final long UNKNOWN = -1;

    /** The launcher says so; Java 21 has no way to ask. */
    private static final boolean IN_TERMINAL = Boolean.getBoolean("caucus.terminal");

    private final Optional<ProgressBar> bar;

    private ProgressLine(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    /** Work whose length nobody knows before it ends. */
    static ProgressLine of(String task, String unit, Output output) {
        return of(task, unit, UNKNOWN, output);
    }

    static ProgressLine of(String task, String unit, long total, Output output) {
        if (output.isJson() || !IN_TERMINAL) {
            return new ProgressLine(Optional.empty());
        }
        return new ProgressLine(Optional.of(new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .clearDisplayOnFinish()
                .build()));
    }

    void advance(long steps) {
        bar.ifPresent(line -> line.stepBy(steps));
    }

    void reach(long done, long total, String detail) {
        bar.ifPresent(line -> line.maxHint(total).stepTo(done).setExtraMessage(" " + detail));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
