package io.caucus.scoring.explanation;

/**
 * What a part of a difference between two scores comes from, in the order in which it is accounted for. New facts are told in two parts,
 * so that nobody takes what happened at other accounts for something that happened here.
 */
public enum Cause {
    /** The facts of the earlier instant, looked at from the later one: windows moved on, silence lasted. */
    AGED_FACTS,
    /** What became known of the account meanwhile, or was taken back. */
    NEW_FACTS,
    /** What became known of other accounts: the peers it is compared with, and what lies around it. */
    NEW_FACTS_ELSEWHERE,
    /** The model weighs the same values otherwise. */
    MODEL,
    /** Features are measured by other parameters, or bands begin at other heights. */
    POLICY
}
