package io.caucus.api.cli;

import io.caucus.ingest.KeptReject;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.Rejects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Shows the open rows of a rejects file: how many for each reason, then where each is and what to do.")
final class RejectsListCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Option(names = "--code", paramLabel = "CODE", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private Optional<RejectCode> code = Optional.empty();

    @Option(names = "--all", description = "Show every row, not only the first " + SHOWN + ".")
    private boolean all;

    @Mixin
    private RejectsChoice choice = new RejectsChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var rejects = choice.read();
        var shown = rejects.open().stream()
                .filter(reject -> code.isEmpty() || reject.code() == code.get())
                .toList();
        if (output.isJson()) {
            output.json(document(rejects, shown));
        } else {
            lines(rejects, shown).forEach(output::line);
        }
        return ExitCode.DONE;
    }

    private List<String> lines(Rejects rejects, List<KeptReject> shown) {
        var lines = new ArrayList<String>();
        int open = rejects.open().size();
        lines.add(rejects.file().toString());
        lines.add("%,d rejected = %,d open + %,d replayed. Corrected and not yet replayed: %,d."
                .formatted(rejects.all().size(), open, rejects.all().size() - open, corrected(rejects.open())));
        lines.add("");
        counts(shown).forEach((reason, count) -> lines.add("%,8d  %s".formatted(count, reason)));
        lines.add("");
        shown.stream()
                .limit(all ? Long.MAX_VALUE : SHOWN)
                .map(RejectsListCommand::line)
                .forEach(lines::add);
        if (!all && shown.size() > SHOWN) {
            lines.add("... and %,d more; all of them with --all".formatted(shown.size() - SHOWN));
        }
        if (open > 0) {
            lines.add("Next: ./caucus rejects fix --help, then ./caucus rejects replay");
        }
        return lines;
    }

    private static String line(KeptReject reject) {
        return "%s:%d  %s  %s%s%n    %s"
                .formatted(
                        reject.file(),
                        reject.line(),
                        reject.column().isEmpty() ? "(row)" : reject.column(),
                        reject.code(),
                        reject.correction().isPresent() ? "  corrected" : "",
                        reject.reason());
    }

    private static Map<String, Integer> counts(List<KeptReject> rejects) {
        var counts = new TreeMap<String, Integer>();
        rejects.forEach(reject -> counts.merge(reject.code().name(), 1, Integer::sum));
        return counts;
    }

    private static long corrected(List<KeptReject> rejects) {
        return rejects.stream()
                .filter(reject -> reject.correction().isPresent())
                .count();
    }

    private static Map<String, Object> document(Rejects rejects, List<KeptReject> shown) {
        int open = rejects.open().size();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rejects", rejects.file().toString());
        document.put("profile", rejects.profile());
        document.put("rejected", rejects.all().size());
        document.put("open", open);
        document.put("replayed", rejects.all().size() - open);
        document.put("corrected", corrected(rejects.open()));
        document.put("codes", counts(shown));
        document.put("rows", shown.stream().map(RejectsListCommand::document).toList());
        return document;
    }

    private static Map<String, Object> document(KeptReject reject) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", reject.file());
        document.put("line", reject.line());
        document.put("record", reject.record());
        document.put("column", reject.column());
        document.put("code", reject.code().name());
        document.put("reason", reject.reason());
        document.put("corrected", reject.correction().isPresent());
        return document;
    }
}
