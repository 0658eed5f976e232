package io.caucus.api.cli;

import io.caucus.ingest.webhook.Pending;
import io.caucus.ingest.webhook.PendingEvent;
import io.caucus.ingest.webhook.WebhookKind;
import io.caucus.ingest.webhook.WebhookSettings;
import io.caucus.ingest.webhook.WebhookSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists who may deliver and where to, and how many of their events are pending. Secrets are not shown.")
final class WebhooksListCommand implements Callable<Integer> {

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var settings = WebhookSettings.read(data.path());
        var pending = Pending.in(data.path()).list().stream()
                .collect(Collectors.groupingBy(PendingEvent::source, Collectors.counting()));
        var sources = new ArrayList<Map<String, Object>>();
        settings.sources().values().forEach(source -> {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("name", source.name());
            document.put("kind", source.kind().written());
            document.put("url", shownAddress(data.path(), settings, source));
            document.put("pending", pending.getOrDefault(source.name(), 0L));
            sources.add(document);
        });
        if (output.isJson()) {
            output.json(Map.of("sources", sources));
        } else {
            lines(sources).forEach(output::line);
        }
        return ExitCode.DONE;
    }

    private static List<String> lines(List<Map<String, Object>> sources) {
        if (sources.isEmpty()) {
            return List.of("Nobody may deliver yet. Add a source with: ./caucus webhooks add KIND NAME");
        }
        return sources.stream()
                .map(source -> "%-20s %-20s %6s pending  %s"
                        .formatted(source.get("name"), source.get("kind"), source.get("pending"), source.get("url")))
                .toList();
    }

    /** Where a source delivers to, whole. */
    static String address(Path dataFolder, WebhookSettings settings, WebhookSource source) {
        var server = settings.publicUrl()
                .or(() -> Serving.in(dataFolder).map(serving -> serving.url().replaceAll("/$", "")))
                .orElse("http://127.0.0.1:8080");
        return server + source.path();
    }

    /** Without the secret, where the address holds it. */
    private static String shownAddress(Path dataFolder, WebhookSettings settings, WebhookSource source) {
        var address = address(dataFolder, settings, source);
        return source.kind() == WebhookKind.SALESFORCE_OUTBOUND ? address.replace(source.secret(), "…") : address;
    }
}
