package io.caucus.ingest.event;

/** What was sent is no event of its kind. The reason says what must be, and is safe to show: it repeats nothing of what came. */
public final class NotAnEvent extends Exception {

    private static final long serialVersionUID = 1L;

    public NotAnEvent(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
