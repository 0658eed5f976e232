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
        /** As it stands, but for ids of Salesforce, which are written in their long form. */
        TEXT,
        /** A name: lower case, words joined by hyphens. */
        SLUG,
        /** A person's name or address, which no key may hold: a hash stands in. */
        PRIVATE
    }

    String nativeId(Row row, String ownSource, boolean ofPerson) {
        var id = value.get(row);
        return switch (form) {
            case TEXT -> longForm(Keys.nativeId(withoutAddress(id, ofPerson), value.column()), ownSource);
            case SLUG -> Keys.slug(id, value.column());
            case PRIVATE -> Keys.userNativeId(id);
        };
    }

    /** Of Salesforce's two forms of one id its own profile takes the longer, so both name one record here as well. */
    private String longForm(String id, String ownSource) {
        return source.orElse(ownSource).equals(SalesforceProfile.NAME)
                ? SalesforceId.longForm(id).orElse(id)
                : id;
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
        return source.orElse(ownSource) + ":" + nativeId(row, ownSource, ofPerson);
    }

    /** Empty when the row has no such id. */
    Optional<String> findKey(Row row, String ownSource, boolean ofPerson) {
        return value.find(row).map(id -> key(row, ownSource, ofPerson));
    }

    List<String> columns() {
        return value.columns();
    }
}
