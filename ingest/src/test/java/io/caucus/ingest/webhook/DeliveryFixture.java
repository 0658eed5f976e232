package io.caucus.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.PersonId;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One delivery as a file: lines of {@code name: value} that say its kind, when it came, its headers and who works where; an empty
 * line; the body. What it tells stands beside it, in a file that ends in {@code .expected}.
 */
record DeliveryFixture(Path file, Map<String, String> settings, String body) {

    static final String SOURCE = "src";

    static List<DeliveryFixture> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".delivery"))
                    .sorted()
                    .map(DeliveryFixture::read)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static DeliveryFixture named(String name) {
        return read(folder().resolve(name + ".delivery"));
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(DeliveryFixture.class.getResource("deliveries"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DeliveryFixture read(Path file) {
        try {
            var text = Files.readString(file);
            int end = text.indexOf("\n\n");
            var settings = new TreeMap<String, String>();
            text.substring(0, end).lines().forEach(line -> {
                int colon = line.startsWith("employer") ? line.lastIndexOf(": ") : line.indexOf(": ");
                settings.put(line.substring(0, colon), line.substring(colon + 2));
            });
            return new DeliveryFixture(file, settings, text.substring(end + 2));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    WebhookKind kind() {
        return WebhookKind.find(setting("kind")).orElseThrow();
    }

    private String setting(String name) {
        return Objects.requireNonNull(settings.get(name), name);
    }

    Map<String, String> headers() {
        var headers = new TreeMap<String, String>();
        settings.forEach((name, value) -> {
            if (name.startsWith("header ")) {
                headers.put(name.substring("header ".length()), value);
            }
        });
        return headers;
    }

    WebhookRequest request() {
        return new WebhookRequest(
                "/webhooks/" + SOURCE, headers(), body.getBytes(UTF_8), Instant.parse(setting("received")));
    }

    WebhookSource source() {
        return new WebhookSource(SOURCE, kind(), "whsec_c2VjcmV0IHNlY3JldCBzZWNyZXQ=", organizations());
    }

    private List<String> organizations() {
        return kind() == WebhookKind.SALESFORCE_OUTBOUND
                ? List.of(WebhookSettings.organization("00D5g00000ABCDE"))
                : List.of();
    }

    String expected() {
        try {
            return Files.readString(file.resolveSibling(name() + ".expected"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return String.valueOf(file.getFileName()).replace(".delivery", "");
    }

    /** Knows who works where, and nothing else. */
    EntityDirectory directory() {
        return new EntityDirectory() {
            @Override
            public Map<String, List<PersonId>> peopleByEmail(Collection<String> emails) {
                return Map.of();
            }

            @Override
            public Map<String, List<AccountId>> accountsByDomain(Collection<String> domains) {
                return Map.of();
            }

            @Override
            public Map<String, List<AccountId>> accountsByName(Collection<String> names) {
                return Map.of();
            }

            @Override
            public Map<PersonId, AccountId> employersOf(Collection<PersonId> people) {
                var employers = new TreeMap<PersonId, AccountId>();
                for (PersonId person : people) {
                    var account = settings.get("employer " + person);
                    if (account != null) {
                        employers.put(person, new AccountId(account));
                    }
                }
                return employers;
            }

            @Override
            public Set<EntityRef> existing(Collection<? extends EntityKey> keys) {
                return Set.of();
            }
        };
    }

    @Override
    public String toString() {
        return name();
    }
}
