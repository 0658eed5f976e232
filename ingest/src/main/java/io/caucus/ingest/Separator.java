package io.caucus.ingest;

/**
 * What stands between the values of a CSV file, as its header tells: of comma, semicolon and tab the one that stands in it most
 * often outside quotes; a comma where that decides nothing. Programs write semicolons where the comma is the decimal sign.
 */
final class Separator {

    private static final String KNOWN = ",;\t";

    private Separator() {}

    /** @param text begins with the header, perhaps after empty lines; what follows the header is not looked at */
    static char in(String text) {
        var seen = new int[KNOWN.length()];
        boolean quoted = false;
        for (int index = start(text); index < text.length(); index++) {
            char letter = text.charAt(index);
            if (!quoted && isLineEnd(letter)) {
                break;
            }
            quoted ^= letter == '"';
            int known = KNOWN.indexOf(letter);
            if (!quoted && known >= 0) {
                seen[known]++;
            }
        }
        int most = 0;
        for (int known = 1; known < seen.length; known++) {
            most = seen[known] > seen[most] ? known : most;
        }
        return KNOWN.charAt(most);
    }

    private static int start(String text) {
        int start = 0;
        while (start < text.length() && isLineEnd(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isLineEnd(char letter) {
        return letter == '\n' || letter == '\r';
    }
}
