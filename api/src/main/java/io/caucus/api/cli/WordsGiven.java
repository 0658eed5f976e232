package io.caucus.api.cli;

import io.caucus.ingest.conversation.Conversation;
import io.caucus.ingest.conversation.Language;
import io.caucus.ingest.conversation.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mixed into the commands about signals: the words to read, and whose they are. */
final class WordsGiven {

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A text file in UTF-8. Default: standard input.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "en, de, fr, es or pt. Default: all of them.")
    private Optional<String> language = Optional.empty();

    @Option(
            names = "--voice",
            paramLabel = "VOICE",
            defaultValue = "buyer",
            description = {
                "Whose words they are: buyer, note (one of ours noted what was said) or seller (nothing is read).",
                "Default: ${DEFAULT-VALUE}."
            })
    private Voice voice = Voice.BUYER;

    String text() {
        try {
            return file.isPresent()
                    ? Files.readString(file.get())
                    : new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new BadInput("'%s' is not UTF-8. Save it as UTF-8 and try again.".formatted(file.orElseThrow()));
        } catch (IOException e) {
            if (file.isPresent()) {
                throw new BadInput("'%s' cannot be read. Name a text file.".formatted(file.get()));
            }
            throw new UncheckedIOException(e);
        }
    }

    Conversation conversation(String words) {
        return new Conversation(words, language.map(WordsGiven::known), voice);
    }

    private static Language known(String tag) {
        return Language.find(tag)
                .orElseThrow(() -> new BadInput("There are no rules for language '%s'. The languages are: %s."
                        .formatted(
                                tag,
                                Arrays.stream(Language.values())
                                        .map(Language::code)
                                        .collect(Collectors.joining(", ")))));
    }
}
