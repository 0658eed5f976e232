package io.caucus.ingest.conversation;

/** Whose words they are. */
public enum Voice {
    /** Somebody at the account wrote or said it. */
    BUYER,
    /** One of ours noted what was said: "asked about pricing, currently with Initech". */
    NOTE,
    /** One of ours wrote it to them. It says nothing about the buyer. */
    SELLER
}
