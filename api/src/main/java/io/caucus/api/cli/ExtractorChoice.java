package io.caucus.api.cli;

import io.caucus.ingest.conversation.Competitors;
import io.caucus.ingest.conversation.HttpSignalExtractor;
import io.caucus.ingest.conversation.RuleExtractor;
import io.caucus.ingest.conversation.SignalExtractor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Mixed into commands that read words for signals: by which extractor. */
final class ExtractorChoice {

    private static final String TOKEN = "CAUCUS_EXTRACTOR_TOKEN";

    @Option(
            names = "--competitors",
            paramLabel = "FILE",
            description = {
                "The competitors to look for in the words of activities: line 1 'version' and a number,",
                "then one a line, other names after bars: 'Initech | Initech CRM'."
            })
    private Optional<Path> competitors = Optional.empty();

    @Option(
            names = "--extractor-url",
            paramLabel = "URL",
            description = {
                "A service that reads the words in the place of the rules; it is sent the words.",
                "https, or http on this machine. $CAUCUS_EXTRACTOR_TOKEN, if set, goes along as bearer token."
            })
    private Optional<URI> url = Optional.empty();

    @Option(
            names = "--prompt-version",
            paramLabel = "VERSION",
            description = "What the service answers by: kept with every reading. Required with --extractor-url.")
    private Optional<String> promptVersion = Optional.empty();

    @Option(
            names = "--extractor-timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long one call to the service may take. Default: ${DEFAULT-VALUE}.")
    private int timeoutSeconds;

    SignalExtractor open() {
        if (url.isPresent() != promptVersion.isPresent()) {
            throw new BadInput("--extractor-url and --prompt-version belong together: readings are kept by version.");
        }
        try {
            var listed = competitors.map(Competitors::in).orElse(Competitors.NONE);
            return url.isEmpty()
                    ? RuleExtractor.with(listed)
                    : new HttpSignalExtractor(service(url.get(), promptVersion.orElseThrow()), listed);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private HttpSignalExtractor.Service service(URI address, String version) {
        var token = Optional.ofNullable(System.getenv(TOKEN)).filter(text -> !text.isBlank());
        return new HttpSignalExtractor.Service(address, version, token, Duration.ofSeconds(timeoutSeconds));
    }
}
