package io.caucus.api.cli;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.identity.IdentityStore;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Mixed into commands that name records by their keys: which kind is meant, should both have the key. */
final class RecordKind {

    private enum Kind {
        PERSON,
        ACCOUNT
    }

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "PERSON or ACCOUNT; needed only if a person and an account have the same key.")
    private Optional<Kind> given = Optional.empty();

    EntityRef record(IdentityStore store, String key) {
        List<EntityRef> found = store.find(key).stream()
                .filter(record ->
                        given.isEmpty() || NodeLabel.valueOf(given.get().name()) == record.label())
                .toList();
        if (found.isEmpty()) {
            throw new BadInput(
                    "No source has told of a person or account '%s'. Check the key, and --kind.".formatted(key));
        }
        if (found.size() > 1) {
            throw new BadInput("A person and an account have the key '%s'. Say which: --kind person or --kind account."
                    .formatted(key));
        }
        return found.getFirst();
    }
}
