package io.caucus.graphmodel.identity;

/**
 * What speaks for two records being one.
 *
 * @param rule the name of the rule that found it
 * @param evidence in words, without names or addresses, so that it may be kept and printed
 * @param confidence how sure the rule is, in [0, 1]; ranks candidates and is no probability
 */
public record Grounds(String rule, String evidence, double confidence) {

    public Grounds {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "confidence of rule %s is %s, must lie in [0, 1]".formatted(rule, confidence));
        }
    }
}
