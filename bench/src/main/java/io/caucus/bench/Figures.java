package io.caucus.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;

/** What a benchmark found, for programs and for documents. */
record Figures(String benchmark, Map<String, Object> json, CategoryChart chart) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Writes JSON and a picture, both named after the benchmark. */
    void save(Path folder, PrintWriter screen) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(benchmark + ".json");
        JSON.writeValue(file.toFile(), json);
        var picture = folder.resolve(benchmark + ".png");
        BitmapEncoder.saveBitmap(chart, picture.toString(), BitmapFormat.PNG);
        screen.printf("%nSaved as %s and %s%n", file, picture);
        screen.flush();
    }
}
