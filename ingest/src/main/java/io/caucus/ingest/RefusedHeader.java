package io.caucus.ingest;

/** A file cannot be read by its header; the other files go on. */
final class RefusedHeader extends Exception {

    private final RefusedFile file;

    RefusedHeader(String file, String column, String reason) {
        super(reason);
        this.file = new RefusedFile(file, column, reason);
    }

    RefusedFile file() {
        return file;
    }
}
