package io.caucus.ingest;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ids of Salesforce. An id has 15 letters and digits, and their case matters; the form with 18 adds three that tell the case
 * of the others, for systems that lose it. Keys are made of the long form, so that both meet.
 *
 * <p><b>Rule.</b> The 15 fall into three groups of five. In each, the i-th character from the left counts 2^i if it is a capital
 * letter; the sum is a digit in the alphabet {@code A…Z0…5}. {@code a0D30000001n7Pi} is {@code a0D30000001n7PiEAI}. The first
 * three characters say what kind of record it is.
 */
final class SalesforceId {

    static final String ACCOUNT = "001";
    static final String USER = "005";

    private static final Pattern SHORT_OR_LONG = Pattern.compile("[0-9A-Za-z]{15}([A-Z0-5]{3})?");
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int SHORT_LENGTH = 15;
    private static final int GROUP_LENGTH = 5;

    private SalesforceId() {}

    /** The form with 18 characters; empty when it is no id, or its last three contradict the others. */
    static Optional<String> longForm(String written) {
        if (!SHORT_OR_LONG.matcher(written).matches()) {
            return Optional.empty();
        }
        var id = new StringBuilder(written.substring(0, SHORT_LENGTH));
        for (int start = 0; start < SHORT_LENGTH; start += GROUP_LENGTH) {
            id.append(DIGITS.charAt(capitals(written, start)));
        }
        return Optional.of(id.toString()).filter(whole -> written.length() == SHORT_LENGTH || whole.equals(written));
    }

    private static int capitals(String id, int start) {
        int sum = 0;
        for (int index = 0; index < GROUP_LENGTH; index++) {
            char letter = id.charAt(start + index);
            sum |= letter >= 'A' && letter <= 'Z' ? 1 << index : 0;
        }
        return sum;
    }

    static String get(Row row, String column) {
        return longForm(row.get(column))
                .orElseThrow(() -> new RejectedRow(
                        RejectCode.BAD_KEY,
                        column,
                        "column '%s' has '%s', must be a Salesforce id of 15 characters, or of 18 with the right last three"
                                .formatted(column, Row.shown(row.get(column)))));
    }

    static Optional<String> find(Row row, String column) {
        return row.find(column).map(written -> get(row, column));
    }

    /** The id of a record of one kind; empty when the column refers to another kind. */
    static Optional<String> find(Row row, String column, String kind) {
        return find(row, column).filter(id -> id.startsWith(kind));
    }

    /** What a column refers to, if it can be read: for looking up, before anything is rejected. */
    static Optional<String> peek(Row row, String column) {
        return row.find(column).flatMap(SalesforceId::longForm);
    }
}
