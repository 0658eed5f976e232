package io.caucus.ingest;

import java.util.ArrayList;
import java.util.List;

/** Rows that are looked up and written together: so many, and not too large. */
final class Chunk {

    /**
     * Rows of a megabyte each must not add up to a gigabyte; and what is written together has to fit into the memory of a
     * transaction, where a row that names hundreds of people takes many times what it takes in its file.
     */
    private static final int MOST_BYTES = 1 << 20;

    private final int mostRows;
    private List<RowFile.Read> rows = new ArrayList<>();
    private long bytes;

    Chunk(int mostRows) {
        this.mostRows = mostRows;
    }

    void add(RowFile.Read read) {
        rows.add(read);
        bytes += switch (read) {
            case RowFile.Read.Good good -> good.row().raw().bytes().length;
            case RowFile.Read.Bad bad -> bad.reject().row().bytes().length;
        };
    }

    boolean isFull() {
        return rows.size() >= mostRows || bytes >= MOST_BYTES;
    }

    /** Hands the rows over and begins anew. */
    List<RowFile.Read> take() {
        var taken = rows;
        rows = new ArrayList<>();
        bytes = 0;
        return taken;
    }
}
