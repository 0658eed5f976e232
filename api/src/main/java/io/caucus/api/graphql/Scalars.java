package io.caucus.api.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scalars beyond GraphQL's own. */
final class Scalars {

    static final GraphQLScalarType DATE_TIME = GraphQLScalarType.newScalar()
            .name("DateTime")
            .coercing(new DateTime())
            .build();
    static final GraphQLScalarType JSON =
            GraphQLScalarType.newScalar().name("JSON").coercing(new Json()).build();

    private Scalars() {}

    /** RFC 3339 text to {@link Instant} and back, always in UTC. */
    private static final class DateTime implements Coercing<Instant, String> {

        @Override
        public String serialize(Object result, GraphQLContext context, Locale locale) {
            if (result instanceof Instant instant) {
                return instant.toString();
            }
            throw new CoercingSerializeException("not an instant");
        }

        @Override
        public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof String text) {
                return parse(text).orElseThrow(() -> new CoercingParseValueException(rule(text)));
            }
            throw new CoercingParseValueException(rule("that value"));
        }

        @Override
        public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue literal && literal.getValue() != null) {
                var text = literal.getValue();
                return parse(text).orElseThrow(() -> new CoercingParseLiteralException(rule(text)));
            }
            throw new CoercingParseLiteralException(rule("that value"));
        }

        private static Optional<Instant> parse(String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        private static String rule(String text) {
            return "'%s' is no DateTime; write an instant such as 2026-11-01T00:00:00Z".formatted(text);
        }
    }

    /** For answers only. */
    private static final class Json implements Coercing<Object, Object> {

        @Override
        public @Nullable Object serialize(Object result, GraphQLContext context, Locale locale) {
            return plain(result);
        }

        private static Object plain(Object value) {
            return switch (value) {
                case Map<?, ?> members -> plain(members);
                case Collection<?> items -> plain(items);
                case ZonedDateTime time -> time.toInstant().toString();
                default -> value;
            };
        }

        private static Map<String, Object> plain(Map<?, ?> members) {
            var copy = new LinkedHashMap<String, Object>();
            members.forEach((name, value) -> copy.put(name.toString(), plain(value)));
            return copy;
        }

        private static List<Object> plain(Collection<?> items) {
            return items.stream().map(item -> plain((Object) item)).toList();
        }
    }
}
