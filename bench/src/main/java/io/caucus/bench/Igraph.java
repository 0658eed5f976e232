package io.caucus.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** igraph, in C, asked through Python in a process of its own that holds the graph. */
final class Igraph implements GraphPeer {

    private final Process process;
    private final BufferedReader said;
    private final BufferedWriter asks;
    private final String version;

    private Igraph(Process process, BufferedReader said, String version) {
        this.process = process;
        this.said = said;
        this.asks = process.outputWriter(UTF_8);
        this.version = version;
    }

    /**
     * Empty where there is no Python with igraph.
     *
     * @param folder where the edges are written for it to read
     * @param pythons the first that has igraph is used: packages are often installed for another than the one on the path
     */
    static Optional<Igraph> start(DrawnEdges edges, Path folder, List<String> pythons) throws IOException {
        Files.createDirectories(folder);
        var script = folder.resolve("igraph_peer.py");
        try (var resource = Objects.requireNonNull(Igraph.class.getResourceAsStream("/bench/igraph_peer.py"))) {
            Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
        }
        var file = folder.resolve("PERF-6-edges.txt");
        edges.write(file);
        try {
            return first(pythons, script.toString(), file.toString(), Integer.toString(edges.size()));
        } finally {
            Files.delete(file); // read by now, and large
        }
    }

    private static Optional<Igraph> first(List<String> pythons, String script, String file, String size)
            throws IOException {
        for (String python : pythons) {
            var process = started(python, script, file, size);
            if (process.isPresent()) {
                var said = process.get().inputReader(UTF_8);
                var version = said.readLine();
                if (version != null && version.startsWith("igraph")) {
                    return Optional.of(new Igraph(process.get(), said, version));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Process> started(String... command) {
        try {
            return Optional.of(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "igraph";
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Answer ask(String work) throws IOException {
        asks.write(work + "\n");
        asks.flush();
        var line = said.readLine();
        if (line == null) {
            throw new IOException("igraph ended while it was asked for %s; is there memory for two copies of the graph?"
                    .formatted(work));
        }
        var cells = line.split(" ", -1);
        return new Answer(Double.parseDouble(cells[0]), Double.parseDouble(cells[1]));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
