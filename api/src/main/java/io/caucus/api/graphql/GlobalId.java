package io.caucus.api.graphql;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** What {@code id} fields hold: base64url of {@code type:key}. Opaque to clients, and never the database's own id. */
record GlobalId(Type type, String key) {

    /** The types that have global ids, by their names in the schema. */
    enum Type {
        ACCOUNT("Account"),
        PERSON("Person"),
        FEATURE_DEFINITION("FeatureDefinition");

        private final String inSchema;

        Type(String inSchema) {
            this.inSchema = inSchema;
        }
    }

    static String of(Type type, String key) {
        return encode(type.inSchema, key);
    }

    /** An id of the same shape for things that {@code node(id:)} does not know, such as nodes of a drawing. */
    static String encode(String type, String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((type + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for anything that is no global id. */
    static Optional<GlobalId> parse(String id) {
        return decode(id)
                .flatMap(text -> Arrays.stream(Type.values())
                        .filter(type -> text.startsWith(type.inSchema + ":"))
                        .map(type -> new GlobalId(type, text.substring(type.inSchema.length() + 1)))
                        .findFirst());
    }

    /** The node of the graph that an id stands for, in whatever drawing or list it was found; empty if for none. */
    static Optional<EntityRef> node(String id) {
        return decode(id)
                .filter(text -> text.contains(":"))
                .flatMap(text -> NodeLabel.findInCypher(text.substring(0, text.indexOf(':')))
                        .map(label -> new EntityRef(label, text.substring(text.indexOf(':') + 1))));
    }

    private static Optional<String> decode(String id) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(id));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
