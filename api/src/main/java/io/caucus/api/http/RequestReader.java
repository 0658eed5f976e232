package io.caucus.api.http;

import io.caucus.api.graphql.GraphQlRequest;
import io.micronaut.http.HttpParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads GraphQL requests from a JSON body or from the parameters of a GET. */
final class RequestReader {

    /** A request that is none. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        private final String rule;

        Malformed(String rule) {
            super(rule);
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }

    private RequestReader() {}

    static GraphQlRequest fromJson(byte[] body) throws Malformed {
        return fromMembers(object("The body", parse("The body", body)));
    }

    static GraphQlRequest fromQuery(HttpParameters parameters) throws Malformed {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (String name : new String[] {"query", "operationName"}) {
            members.put(name, parameters.getFirst(name).orElse(null));
        }
        for (String name : new String[] {"variables", "extensions"}) {
            var text = parameters.getFirst(name);
            members.put(name, text.isEmpty() ? null : parse(name, text.get().getBytes(StandardCharsets.UTF_8)));
        }
        return fromMembers(members);
    }

    private static GraphQlRequest fromMembers(Map<String, @Nullable Object> members) throws Malformed {
        if (!(members.get("query") instanceof String query)) {
            throw new Malformed("'query' must be a string: the GraphQL document.");
        }
        var operationName = members.get("operationName");
        if (!(operationName == null || operationName instanceof String)) {
            throw new Malformed("'operationName' must be a string or be left out.");
        }
        var variables = members.get("variables");
        var extensions = members.get("extensions");
        if (extensions != null) {
            object("'extensions'", extensions);
        }
        return new GraphQlRequest(
                query, (String) operationName, variables == null ? Map.of() : object("'variables'", variables));
    }

    private static @Nullable Object parse(String what, byte[] json) throws Malformed {
        try {
            return Json.read(json);
        } catch (IOException e) {
            throw new Malformed("%s must be JSON.".formatted(what));
        }
    }

    @SuppressWarnings("unchecked") // The keys of a JSON object are strings.
    private static Map<String, @Nullable Object> object(String what, @Nullable Object value) throws Malformed {
        if (!(value instanceof Map<?, ?> members)) {
            throw new Malformed("%s must be a JSON object.".formatted(what));
        }
        return (Map<String, @Nullable Object>) members;
    }
}
