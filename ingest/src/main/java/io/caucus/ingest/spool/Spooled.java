package io.caucus.ingest.spool;

/** One record as it was appended. A class because it holds an array. */
public final class Spooled {

    private final Position position;
    private final byte[] content;
    private final Position next;

    Spooled(Position position, byte[] content, Position next) {
        this.position = position;
        this.content = content;
        this.next = next;
    }

    public Position position() {
        return position;
    }

    public byte[] content() {
        return content.clone();
    }

    /** The place right behind it: the checkpoint once it has been applied. */
    public Position next() {
        return next;
    }
}
