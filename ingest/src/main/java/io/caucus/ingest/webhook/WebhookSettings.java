package io.caucus.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.ingest.SalesforceRecords;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may deliver, as the file {@code webhooks.properties} of the data folder says:
 *
 * <pre>{@code
 * public-url = https://caucus.example.com
 * crm.kind = hubspot
 * crm.secret = the app's client secret
 * crm-messages.kind = salesforce-outbound
 * crm-messages.secret = 6c1f…
 * crm-messages.organizations = 00D5g00000ABCDEEA4
 * }</pre>
 *
 * @param publicUrl how senders reach the server, without the path: what HubSpot signs; empty takes the server's own address
 * @param sources by name
 */
public record WebhookSettings(Optional<String> publicUrl, Map<String, WebhookSource> sources) {

    public static final String FILE = "webhooks.properties";

    private static final String PUBLIC_URL = "public-url";
    private static final String KIND = "kind";
    private static final String SECRET = "secret";
    private static final String ORGANIZATIONS = "organizations";
    private static final List<String> SETTINGS = List.of(KIND, SECRET, ORGANIZATIONS);

    public WebhookSettings {
        publicUrl = publicUrl.map(url -> url.replaceAll("/+$", ""));
        sources = new TreeMap<>(sources);
    }

    public Optional<WebhookSource> find(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    public WebhookSettings with(WebhookSource source) {
        var more = new TreeMap<>(sources);
        more.put(source.name(), source);
        return new WebhookSettings(publicUrl, more);
    }

    /**
     * @return without sources when the data folder has no such file
     * @throws WebhookSettingsRefused when a line cannot be meant
     */
    public static WebhookSettings read(Path dataFolder) {
        var file = dataFolder.resolve(FILE);
        if (!Files.exists(file)) {
            return new WebhookSettings(Optional.empty(), Map.of());
        }
        var lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new WebhookSettingsRefused(
                    "'%s' cannot be read: it must be a properties file in UTF-8".formatted(file));
        }
        try {
            return of(lines);
        } catch (IllegalArgumentException e) {
            throw new WebhookSettingsRefused("%s: %s".formatted(file, e.getMessage()));
        }
    }

    private static WebhookSettings of(Properties lines) {
        var names = new TreeSet<String>();
        for (String line : new TreeSet<>(lines.stringPropertyNames())) {
            int point = line.lastIndexOf('.');
            if (point > 0 && SETTINGS.contains(line.substring(point + 1))) {
                names.add(line.substring(0, point));
            } else if (!line.equals(PUBLIC_URL)) {
                throw new IllegalArgumentException("'%s' is no setting; there are %s, and for each source NAME.%s"
                        .formatted(line, PUBLIC_URL, String.join(", NAME.", SETTINGS)));
            }
        }
        var sources = names.stream().collect(Collectors.toMap(name -> name, name -> source(name, lines)));
        return new WebhookSettings(
                Optional.ofNullable(lines.getProperty(PUBLIC_URL)).map(String::strip), sources);
    }

    private static WebhookSource source(String name, Properties lines) {
        var kind = setting(lines, name, KIND);
        return new WebhookSource(
                name,
                WebhookKind.find(kind)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "%s.%s is '%s', must be one of %s".formatted(name, KIND, kind, kinds()))),
                setting(lines, name, SECRET),
                organizations(lines.getProperty(name + "." + ORGANIZATIONS, "")));
    }

    /** The kinds as they are written, for messages. */
    public static String kinds() {
        return Stream.of(WebhookKind.values()).map(WebhookKind::written).collect(Collectors.joining(", "));
    }

    private static String setting(Properties lines, String name, String setting) {
        var value = lines.getProperty(name + "." + setting, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("%s.%s is missing".formatted(name, setting));
        }
        return value;
    }

    private static List<String> organizations(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(WebhookSettings::organization)
                .toList();
    }

    /** @throws IllegalArgumentException when it is no Salesforce id */
    public static String organization(String id) {
        return SalesforceRecords.id(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "organisation '%s' must be a Salesforce id of 15 or 18 characters".formatted(id)));
    }

    /** Writes the file anew, readable by its owner only. Comments in it are not kept. */
    public void writeTo(Path dataFolder) {
        var lines = new ArrayList<String>();
        publicUrl.ifPresent(url -> lines.add("%s = %s".formatted(PUBLIC_URL, url)));
        sources.values().forEach(source -> {
            lines.add("%s.%s = %s".formatted(source.name(), KIND, source.kind().written()));
            lines.add("%s.%s = %s".formatted(source.name(), SECRET, escaped(source.secret())));
            if (!source.organizations().isEmpty()) {
                lines.add(
                        "%s.%s = %s".formatted(source.name(), ORGANIZATIONS, String.join(",", source.organizations())));
            }
        });
        try {
            // Created readable by its owner only.
            var draft = Files.createTempFile(dataFolder, ".webhooks-", ".new");
            Files.write(draft, lines, UTF_8);
            Files.move(
                    draft,
                    dataFolder.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be written".formatted(dataFolder.resolve(FILE)), e);
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }
}
