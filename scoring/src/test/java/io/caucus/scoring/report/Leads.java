package io.caucus.scoring.report;

import io.caucus.scoring.learn.Learner;
import io.caucus.scoring.learn.Learning;
import io.caucus.scoring.learn.SchemaFile;
import io.caucus.scoring.learn.TableReader;
import io.caucus.scoring.learn.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A year of leads of a business that names its columns and channels as unkindly as a file can. */
record Leads(Path file, TableSchema schema) {

    /** After all that they tell of. */
    static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    static final String EVIL = "<script>alert(\"x\")</script> & 'co'";
    static final List<String> CHANNELS = List.of("web/~shop", "<b>fair</b>", "\u202egnp.exe\" onload=\"");

    static final String SCHEMA = """
        target: "a lead buys</style><script>alert(1)</script>"
        horizon_days: 30
        columns:
          lead: {role: id}
          account: {role: group}
          asked: {role: cutoff}
          bought: {role: outcome_time}
          '<script>alert("x")</script> & ''co''': {type: number}
          channel: {role: segment}
          value: {role: amount}
          today: {role: rules_score}
          country: {type: category, protected: true}
          town: {type: category}
          raised: {role: hand_raiser}
        """;

    /** @param strength of what the columns tell, in log-odds; at 0 nothing */
    static Leads write(Path folder, int rows, double strength, long seed) throws IOException {
        return write(folder, rows, strength, seed, SCHEMA);
    }

    /** Without amount, segment and today's score. */
    static Leads writePlain(Path folder, int rows, double strength, long seed) throws IOException {
        return write(
                folder,
                rows,
                strength,
                seed,
                SCHEMA.replace("role: segment", "type: category")
                        .replace("role: amount", "role: ignored")
                        .replace("role: rules_score", "role: ignored")
                        .replace("role: hand_raiser", "role: ignored"));
    }

    /** With a column that only buyers have. */
    static Leads writeLeaking(Path folder, int rows) throws IOException {
        return write(folder, rows, 1, 1, SCHEMA + "  \"fee's <i>\": {type: number}\n");
    }

    private static Leads write(Path folder, int rows, double strength, long seed, String schema) throws IOException {
        var random = new SplittableRandom(seed);
        var lines = new ArrayList<>(
                List.of("lead,account,asked,bought,\"%s\",channel,value,today,country,town,fee's <i>,raised"
                        .formatted(EVIL.replace("\"", "\"\""))));
        for (int row = 0; row < rows; row++) {
            var asked = LocalDate.of(2025, 1, 1).plusDays((long) row * 365 / rows);
            double size = random.nextGaussian();
            int channel = random.nextInt(CHANNELS.size());
            boolean bought = random.nextDouble() < 1 / (1 + Math.exp(1 - strength * (size + channel - 1)));
            lines.add("lead-%d,account-%d,%s,%s,%s,\"%s\",%s,%d,country-%d,town-%d,%s,%s"
                    .formatted(
                            row,
                            row / 2,
                            asked,
                            bought ? asked.plusDays(1 + random.nextInt(29)) : "",
                            size,
                            CHANNELS.get(channel).replace("\"", "\"\""),
                            row % 10 == 0 ? "" : Long.toString(random.nextLong(120_000)),
                            random.nextInt(100),
                            random.nextInt(5),
                            random.nextInt(40),
                            bought ? "99" : "",
                            row % 4 == 0 ? "yes" : "no"));
        }
        return new Leads(Files.write(folder.resolve("leads.csv"), lines), SchemaFile.parse("leads.yaml", schema));
    }

    Learning learn() {
        return Learner.learn(TableReader.read(file, schema, NOW), false, 1);
    }
}
