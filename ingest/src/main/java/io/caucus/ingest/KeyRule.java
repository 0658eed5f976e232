package io.caucus.ingest;

import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.List;
import java.util.Optional;

/**
 * How a mapping makes a key.
 *
 * @param source the system whose record it is; empty for the mapping's own
 */
record KeyRule(ValueRule value, Form form, Optional<String> source) {

    /** What becomes of the value. */
    enum Form {
        /** As it stands. */
        TEXT,
        /** A name: lower case, words joined by hyphens. */
        SLUG,
        /** A person's name or address, which no key may hold: a hash stands in. */
        PRIVATE
    }

    String nativeId(Row row, boolean ofPerson) {
        var id = value.get(row);
        return switch (form) {
            case TEXT -> Keys.nativeId(withoutAddress(id, ofPerson), value.column());
            case SLUG -> Keys.slug(id, value.column());
            case PRIVATE -> Keys.userNativeId(id);
        };
    }

    private String withoutAddress(String id, boolean ofPerson) {
        if (ofPerson && id.contains("@")) {
            throw new RejectedRow(
                    RejectCode.BAD_KEY,
                    value.column(),
                    "%s has an e-mail address, which no key of a person may hold; write `as: private` in line %d of the mapping"
                            .formatted(value.inWords(), value.line()));
        }
        return id;
    }

    static boolean isPerson(NodeLabel label) {
        return label == NodeLabel.PERSON || label == NodeLabel.USER;
    }

    String key(Row row, String ownSource, boolean ofPerson) {
        return source.orElse(ownSource) + ":" + nativeId(row, ofPerson);
    }

    List<String> columns() {
        return value.columns();
    }
}
