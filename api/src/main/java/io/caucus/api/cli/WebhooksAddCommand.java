package io.caucus.api.cli;

import io.caucus.ingest.webhook.WebhookKind;
import io.caucus.ingest.webhook.WebhookSettings;
import io.caucus.ingest.webhook.WebhookSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Lets another system deliver, and prints the address to give it. A service that runs takes it up at once.",
            "The secret is generated and stands in webhooks.properties of the data folder, unless the other system chooses it."
        })
final class WebhooksAddCommand implements Callable<Integer> {

    private static final int SECRET_BYTES = 32;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "hubspot, salesforce-cdc, salesforce-outbound, cloudevents, standard or segment.")
    private String kind = "";

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "Stands in the address; keys of its own records begin with it.")
    private String name = "";

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "A file that holds the secret the other system chose, as HubSpot's client secret.")
    private Optional<Path> secretFile = Optional.empty();

    @Option(
            names = "--organization",
            paramLabel = "ID",
            split = ",",
            description = "The Salesforce organisations whose Outbound Messages are taken.")
    private List<String> organizations = List.of();

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "How senders reach this server, without the path; HubSpot signs it.")
    private Optional<String> publicUrl = Optional.empty();

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var before = WebhookSettings.read(data.path());
        if (before.find(name).isPresent()) {
            throw new BadInput("There is a source '%s' already. Choose another name, or take it out of %s in %s first."
                    .formatted(name, WebhookSettings.FILE, data.path()));
        }
        var source = source();
        var settings = new WebhookSettings(publicUrl.or(before::publicUrl), before.sources()).with(source);
        save(settings);
        print(source, WebhooksListCommand.address(data.path(), settings, source));
        return ExitCode.DONE;
    }

    private WebhookSource source() {
        var meant = WebhookKind.find(kind)
                .orElseThrow(() -> new BadInput(
                        "'%s' is no kind of webhook. The kinds are %s.".formatted(kind, WebhookSettings.kinds())));
        try {
            var allowed =
                    organizations.stream().map(WebhookSettings::organization).toList();
            return new WebhookSource(name, meant, secret(meant), allowed);
        } catch (IllegalArgumentException e) {
            throw new BadInput("%s. Correct it and add the source again.".formatted(e.getMessage()));
        }
    }

    private String secret(WebhookKind meant) {
        if (secretFile.isPresent()) {
            return read(secretFile.get());
        }
        return switch (meant) {
            case HUBSPOT ->
                throw new BadInput(
                        "HubSpot chooses the secret. Put your app's client secret into a file and name it with --secret-file.");
            case STANDARD, CLOUDEVENTS, SALESFORCE_CDC ->
                "whsec_" + Base64.getEncoder().encodeToString(random());
            case SEGMENT, SALESFORCE_OUTBOUND -> HexFormat.of().formatHex(random());
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new BadInput("The secret cannot be read from '%s'. Name a text file.".formatted(file));
        }
    }

    private static byte[] random() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private void save(WebhookSettings settings) {
        try {
            Files.createDirectories(data.path());
        } catch (IOException e) {
            throw new EnvironmentProblem(
                    "Data folder %s cannot be made. Give another with --data DIR.".formatted(data.path()));
        }
        settings.writeTo(data.path());
    }

    private void print(WebhookSource source, String address) {
        var file = data.path().resolve(WebhookSettings.FILE);
        if (output.isJson()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("name", source.name());
            document.put("kind", source.kind().written());
            document.put("url", address);
            document.put("settings", file.toString());
            output.json(document);
            return;
        }
        output.line("Address  " + address);
        output.line(
                source.kind() == WebhookKind.SALESFORCE_OUTBOUND
                        ? "         whoever knows it can deliver: keep it secret"
                        : "Secret   %s.secret in %s".formatted(source.name(), file));
    }
}
