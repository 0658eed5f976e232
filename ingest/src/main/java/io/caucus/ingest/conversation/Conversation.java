package io.caucus.ingest.conversation;

import java.util.Optional;

/**
 * The words of one engagement: a mail, a chat, the note of a call.
 *
 * @param language empty when nobody says; the words are then read in every language there are rules for
 */
public record Conversation(String text, Optional<Language> language, Voice voice) {

    /** What people said stays out of anything that prints. */
    @Override
    public String toString() {
        return "Conversation[%d characters, %s, %s]"
                .formatted(text.length(), language.map(Language::code).orElse("any language"), voice);
    }
}
