package io.caucus.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a figure depends on and a reader must know.
 *
 * @param processor its model, where the system tells
 * @param load the system's load over the last minute when the measuring began; much above zero, and others were at work, too
 */
record Machine(String processor, int cores, long memoryMebibytes, String java, double load) {

    static Machine here() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                value("/proc/cpuinfo", line -> line.startsWith("model name")).orElse(system.getArch()),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() >> 20,
                Runtime.version().toString(),
                system.getSystemLoadAverage());
    }

    static Optional<Long> residentMebibytes(long pid) {
        return value("/proc/%d/status".formatted(pid), line -> line.startsWith("VmRSS:"))
                .map(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1024);
    }

    /** Of this process, after a collection: what is held on to. */
    @SuppressWarnings("SystemGc") // what is left after a collection is what is held
    static long heapMebibytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static Optional<String> value(String file, Predicate<String> wanted) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(wanted)
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip());
        } catch (IOException absentOnOtherSystems) {
            return Optional.empty();
        }
    }
}
