package io.caucus.api.cli;

import io.caucus.ingest.webhook.Pending;
import io.caucus.ingest.webhook.PendingEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "pending",
        mixinStandardHelpOptions = true,
        description = "Counts and lists the events that were acknowledged and could not be told, with the reason.")
final class WebhooksPendingCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Option(names = "--all", description = "List all of them, not the first 20 only.")
    private boolean all;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var pending = Pending.in(data.path()).list();
        if (output.isJson()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("pending", pending.size());
            document.put("counts", counts(pending));
            document.put(
                    "events",
                    pending.stream().map(WebhooksPendingCommand::document).toList());
            output.json(document);
        } else {
            print(pending);
        }
        return ExitCode.DONE;
    }

    private void print(List<PendingEvent> pending) {
        output.line("%,d pending".formatted(pending.size()));
        counts(pending).forEach((what, count) -> output.line("%,8d  %s".formatted(count, what)));
        pending.stream()
                .limit(all ? Long.MAX_VALUE : SHOWN)
                .map(WebhooksPendingCommand::line)
                .forEach(output::line);
        if (!all && pending.size() > SHOWN) {
            output.line("... and %,d more; all of them with --all".formatted(pending.size() - SHOWN));
        }
        if (!pending.isEmpty()) {
            output.line(
                    "Next: ./caucus webhooks show DELIVERY for what came, ./caucus webhooks replay to try them again");
        }
    }

    /** By source and code: which sender to speak to about what. */
    private static Map<String, Long> counts(List<PendingEvent> pending) {
        return pending.stream()
                .collect(Collectors.groupingBy(
                        event -> "%s %s".formatted(event.source(), event.code()), TreeMap::new, Collectors.counting()));
    }

    private static String line(PendingEvent event) {
        return "%s:%d  %s  %s  %s%n    %s (%d tries, the last at %s)"
                .formatted(
                        event.delivery(),
                        event.line(),
                        event.source(),
                        event.type(),
                        event.code(),
                        event.reason(),
                        event.tries(),
                        event.lastTry());
    }

    private static Map<String, Object> document(PendingEvent event) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("delivery", event.delivery());
        document.put("line", event.line());
        document.put("source", event.source());
        document.put("type", event.type());
        document.put("code", event.code().name());
        document.put("field", event.field());
        document.put("reason", event.reason());
        document.put("firstTry", event.firstTry().toString());
        document.put("lastTry", event.lastTry().toString());
        document.put("tries", event.tries());
        return document;
    }
}
