package io.caucus.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A program that appends from four threads and prints each record once it was acknowledged, until it is killed. */
final class SpoolWriter {

    private SpoolWriter() {}

    public static void main(String[] arguments) throws IOException {
        var limits = new SpoolLimits(2_000, Long.MAX_VALUE / 4, 0, Duration.ofDays(1), 0);
        var spool = Spool.open(Path.of(arguments[0]), limits);
        for (int thread = 0; thread < 4; thread++) {
            int writer = thread;
            Thread.ofPlatform().start(() -> write(spool, writer));
        }
    }

    private static void write(Spool spool, int writer) {
        try {
            for (int number = 0; number < 1_000_000; number++) {
                var record = "record %d of writer %d".formatted(number, writer);
                spool.append(record.getBytes(UTF_8));
                print(record);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(String record) {
        synchronized (SpoolWriter.class) {
            System.out.println(record);
            System.out.flush();
        }
    }
}
