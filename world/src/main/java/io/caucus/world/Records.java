package io.caucus.world;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.ContentHash;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.SourceRecord;
import java.util.ArrayList;
import java.util.List;

/** One made-up export file: facts become records, one a line, in the order in which they are added. */
final class Records {

    private final String file;
    private final List<SourcedFacts> records = new ArrayList<>();

    Records(String file) {
        this.file = file;
    }

    /** @param key what the record is about; its native id is the key without our prefix */
    void add(String type, String key, Fact... facts) {
        var told = List.of(facts);
        long line = records.size() + 1L;
        var source = new SourceRecord(Keys.SOURCE, type, Keys.nativeId(key), ContentHash.of(told), file, line);
        records.add(new SourcedFacts(source, told));
    }

    List<SourcedFacts> inOrder() {
        return List.copyOf(records);
    }
}
