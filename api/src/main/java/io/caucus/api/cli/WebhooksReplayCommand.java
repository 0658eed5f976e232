package io.caucus.api.cli;

import io.caucus.ingest.event.EventTelling;
import io.caucus.ingest.webhook.Pending;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Tries the pending events again. What can be told now, or is known already, is pending no more.")
final class WebhooksReplayCommand implements Callable<Integer> {

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var pending = Pending.in(data.path());
        int before = pending.list().size();
        int told = before == 0 ? 0 : replay(pending);
        if (output.isJson()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("tried", before);
            document.put("told", told);
            document.put("pending", before - told);
            output.json(document);
        } else {
            output.line("%,d tried = %,d told + %,d still pending".formatted(before, told, before - told));
        }
        return ExitCode.DONE;
    }

    private int replay(Pending pending) {
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        try (var graph = OpenGraph.in(data.path())) {
            var telling =
                    new EventTelling(graph.ports().factWriter(), graph.ports().entityDirectory());
            return pending.replay(telling, "webhooks-%s-replay".formatted(now), now);
        }
    }
}
