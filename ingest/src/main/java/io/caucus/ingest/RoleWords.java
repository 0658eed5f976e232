package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What sellers call the roles of a committee. The table is {@code contact-roles-1.csv}; the number is its version. A word fits as a
 * whole, in upper or lower case; one that is not in the table is an unknown role and reported.
 */
final class RoleWords {

    private static final String TABLE = "contact-roles-1.csv";

    private final NavigableMap<String, CommitteeRole> roles = new TreeMap<>();

    private RoleWords() {}

    static RoleWords load() {
        var words = new RoleWords();
        try (var stream = Objects.requireNonNull(RoleWords.class.getResourceAsStream(TABLE), TABLE);
                var rows = CsvReader.builder().ofNamedCsvRecord(stream, UTF_8)) {
            rows.forEach(row -> words.roles.put(row.getField("word"), CommitteeRole.valueOf(row.getField("role"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** @param written empty when a person is on the committee and nobody said as what */
    CommitteeRole role(String column, Optional<String> written, Findings findings) {
        if (written.isEmpty()) {
            return CommitteeRole.UNKNOWN;
        }
        var role = roles.get(written.get().toLowerCase(Locale.ROOT));
        if (role == null) {
            findings.unknownRole(column, written.get(), roles.keySet(), TABLE);
            return CommitteeRole.UNKNOWN;
        }
        return role;
    }
}
