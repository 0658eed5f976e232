package io.caucus.api.cli;

import io.caucus.graphmodel.time.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Mixed into every command that answers as of an instant. */
final class AsOfOption {

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = Instants.class,
            description = "What was known then: 2026-11-01 (its end) or 2026-11-01T09:00:00Z. Default: now.")
    private Optional<Instant> given = Optional.empty();

    Optional<AsOf> given() {
        return given.map(AsOf::new);
    }

    AsOf orNow() {
        return orElse(Optional.empty());
    }

    /** The clock that has been stopped, if there is one, stands in for now. */
    AsOf orElse(Optional<Instant> stoppedClock) {
        return new AsOf(given.or(() -> stoppedClock).orElseGet(Clock.systemUTC()::instant));
    }
}
