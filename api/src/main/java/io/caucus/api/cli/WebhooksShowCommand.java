package io.caucus.api.cli;

import io.caucus.ingest.webhook.Webhooks;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a delivery as it came: a line that says from whom and when, then the body.",
            "Its name stands in the answer to the sender, and as 'file' on the source records it brought."
        })
final class WebhooksShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DELIVERY", description = "For example 1-8.")
    private String delivery = "";

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        output.line(Webhooks.show(data.path(), delivery)
                .orElseThrow(() -> new BadInput(
                        "There is no delivery '%s' in %s: it never came, or the archive keeps it no longer."
                                .formatted(delivery, data.path()))));
        return ExitCode.DONE;
    }
}
