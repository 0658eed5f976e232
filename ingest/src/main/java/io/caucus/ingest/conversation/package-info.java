/**
 * What somebody said becomes signals: asks the price, names a competitor, wants to be left alone. The words are read once and
 * not kept.
 *
 * <p><b>Terms.</b> An <em>extractor</em> reads a {@link io.caucus.ingest.conversation.Conversation} and answers with the signals
 * it <em>spotted</em>, each with the characters that show it and how sure it is. It has a name and a version, and whatever it found
 * is kept under both: a newer version's reading stands beside the older one's. The <em>voice</em> says whose words they are, since
 * "what would it cost?" means something else in our own mail. <em>New words</em> are those the sender wrote this time: not the mail
 * they answer to, not their signature, not the footer of a newsletter.
 *
 * <p><b>Example.</b> "Thanks! What would it cost for 30 people? Initech wants 900." with Initech among the competitors listed:
 * ASKS_PRICE (characters 8 to 26) and NAMES_COMPETITOR Initech. The same words below "Pam wrote:" are quoted, and nothing is found.
 *
 * <p>{@link io.caucus.ingest.conversation.RuleExtractor} works by tables of word patterns and gives the same answer for the same
 * words always. {@link io.caucus.ingest.conversation.HttpSignalExtractor} asks a service of yours, and trusts nothing it answers
 * that is not in the closed list of signals.
 */
@NullMarked
package io.caucus.ingest.conversation;

import org.jspecify.annotations.NullMarked;
