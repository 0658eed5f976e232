package io.caucus.ingest;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Keys under which other systems know what a record tells of, {@code salesforce:0015g00000AbCdEAAV}.
 *
 * <p>A record may be known under one key of each <em>kind</em>: those of one system, and in Salesforce those of one object, whose ids
 * begin alike. So a HubSpot contact can be the contact {@code salesforce:003…} and have been the lead {@code salesforce:00Q…}. A text
 * that ends in a star, {@code salesforce:003*}, says that none of those that begin so is the record any more.
 */
public final class ForeignIds {

    private static final String OF_SALESFORCE = SalesforceProfile.key("");
    private static final int LENGTH_OF_OBJECT = 3;
    private static final String NONE = "*";

    /** No address may stand in a key. */
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,30}:[^@*\\p{Cntrl}]{1,150}");

    private ForeignIds() {}

    /** A key as others are compared with it: ids of Salesforce in their long form. */
    public static String canonical(String key) {
        return key.startsWith(OF_SALESFORCE)
                ? SalesforceId.longForm(key.substring(OF_SALESFORCE.length()))
                        .map(SalesforceProfile::key)
                        .orElse(key)
                : key;
    }

    /** @param id in its long form */
    public static String ofSalesforce(String id) {
        return SalesforceProfile.key(id);
    }

    /** A key that a field or column has. */
    public static String get(String column, String written) {
        return Optional.of(written)
                .filter(text -> KEY.matcher(text).matches())
                .map(ForeignIds::canonical)
                .orElseThrow(() -> new RejectedRow(
                        RejectCode.BAD_KEY,
                        column,
                        "column '%s' has '%s', must be the key of a record of another source, such as salesforce:0015g00000AbCdEAAV"
                                .formatted(column, Row.shown(written))));
    }

    /** What says that none of Salesforce's ids that begin so is the record any more. */
    public static String none(String object) {
        return SalesforceProfile.key(object) + NONE;
    }

    /** The keys that stand after all that was told, oldest first; an empty text took away all before it. */
    public static SortedSet<String> standing(Collection<String> told) {
        var byKind = new TreeMap<String, String>();
        for (String written : told) {
            if (written.isEmpty() || written.endsWith(NONE)) {
                var beginning = written.replace(NONE, "");
                byKind.values().removeIf(key -> key.startsWith(beginning));
            } else {
                var key = canonical(written);
                byKind.put(kind(key), key);
            }
        }
        return new TreeSet<>(byKind.values());
    }

    private static String kind(String key) {
        boolean isOfSalesforce = key.startsWith(OF_SALESFORCE)
                && SalesforceId.longForm(key.substring(OF_SALESFORCE.length())).isPresent();
        return key.substring(0, isOfSalesforce ? OF_SALESFORCE.length() + LENGTH_OF_OBJECT : key.indexOf(':') + 1);
    }
}
