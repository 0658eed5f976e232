package io.caucus.scoring.learn;

import io.caucus.scoring.learn.Column.KnownAt;
import io.caucus.scoring.learn.Column.Owner;
import io.caucus.scoring.learn.Column.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A {@link TableSchema} in YAML, as {@code docs/training.md} explains it. */
public final class SchemaFile {

    private static final Set<String> KEYS = Set.of(
            "target",
            "horizon_days",
            "embargo_days",
            "rows_from",
            "observed_until",
            "join",
            "success",
            "failure",
            "waive",
            "seller_inputs",
            "recency_half_life_days",
            "columns");
    private static final Set<String> COLUMN_KEYS =
            Set.of("type", "role", "format", "known_at", "owner", "direction", "protected", "family");

    /** To see whether a format can write one. */
    private static final OffsetDateTime ANY_DATE = OffsetDateTime.parse("2026-01-31T12:00:00Z");

    private final String name;

    private SchemaFile(String name) {
        this.name = name;
    }

    /** @throws LearningRefused naming what is wrong with the file */
    public static TableSchema read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new LearningRefused("there is no schema %s; docs/training.md shows one".formatted(file), e);
        } catch (IOException e) {
            throw new LearningRefused("schema %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** @param name what errors call the text */
    public static TableSchema parse(String name, String text) {
        try {
            var file = new SchemaFile(name);
            var loaded = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text);
            return file.schema(file.map("the schema", loaded));
        } catch (YamlEngineException e) {
            throw new LearningRefused("schema %s is not YAML: %s".formatted(name, e.getMessage()), e);
        }
    }

    private TableSchema schema(Map<String, @Nullable Object> top) {
        checkKeys("the schema", top, KEYS);
        return new TableSchema(
                text(top, "target").orElseThrow(() -> wrong("target is missing; say in a sentence what a success is")),
                days(top, "horizon_days").orElseThrow(() -> wrong("horizon_days is missing; say within how many days")),
                days(top, "embargo_days"),
                text(top, "rows_from").map(value -> instant("rows_from", value)),
                text(top, "observed_until").map(value -> instant("observed_until", value)),
                list(top, "join").stream().map(this::join).toList(),
                list(top, "success").stream().map(Object::toString).toList(),
                list(top, "failure").stream().map(Object::toString).toList(),
                new TreeSet<>(list(top, "waive").stream().map(Object::toString).toList()),
                flag(top, "seller_inputs"),
                days(top, "recency_half_life_days").filter(Duration::isPositive),
                columns(map("columns", top.get("columns"))));
    }

    private TableSchema.Join join(Object value) {
        var join = map("join", value);
        checkKeys("join", join, Set.of("file", "key"));
        return new TableSchema.Join(
                text(join, "file").orElseThrow(() -> wrong("join has no file")),
                text(join, "key").orElseThrow(() -> wrong("join has no key")));
    }

    private List<Column> columns(Map<String, @Nullable Object> named) {
        var columns = new ArrayList<Column>();
        named.forEach((column, value) -> columns.add(column(column, map("column '%s'".formatted(column), value))));
        return columns;
    }

    private Column column(String column, Map<String, @Nullable Object> said) {
        var where = "column '%s'".formatted(column);
        checkKeys(where, said, COLUMN_KEYS);
        var role = choice(where, said, "role", Role.class).orElse(Role.INPUT);
        var type = choice(where, said, "type", Column.Type.class)
                .or(() -> switch (role) {
                    case INPUT -> Optional.empty();
                    case CUTOFF, OUTCOME_TIME -> Optional.of(Column.Type.DATE);
                    case AMOUNT, RULES_SCORE -> Optional.of(Column.Type.NUMBER);
                    case HAND_RAISER -> Optional.of(Column.Type.FLAG);
                    case ID, GROUP, LABEL, SEGMENT, IGNORED -> Optional.of(Column.Type.CATEGORY);
                })
                .orElseThrow(() -> wrong("%s has no type; say number, category, date or flag".formatted(where)));
        if ((role == Role.CUTOFF || role == Role.OUTCOME_TIME) && type != Column.Type.DATE) {
            throw wrong("%s is of role %s and type %s; must be a date".formatted(where, word(role), word(type)));
        }
        if ((role == Role.AMOUNT || role == Role.RULES_SCORE) && type != Column.Type.NUMBER) {
            throw wrong("%s is of role %s and type %s; must be a number".formatted(where, word(role), word(type)));
        }
        if (role == Role.HAND_RAISER && type != Column.Type.FLAG) {
            throw wrong("%s is of role %s and type %s; must be a flag".formatted(where, word(role), word(type)));
        }
        var direction = text(said, "direction");
        return new Column(
                column,
                type,
                role,
                text(said, "format").map(format -> checkedFormat(where, format)),
                text(said, "known_at").flatMap(SchemaFile::knownAt),
                choice(where, said, "owner", Owner.class).orElse(Owner.SYSTEM),
                direction.map(word -> direction(where, word)).orElse(0),
                flag(said, "protected"),
                text(said, "family"));
    }

    private static Optional<KnownAt> knownAt(String word) {
        return switch (word) {
            case "cutoff" -> Optional.empty();
            case "outcome" -> Optional.of(new KnownAt.Outcome());
            default -> Optional.of(new KnownAt.InColumn(word));
        };
    }

    private int direction(String where, String word) {
        return switch (word) {
            case "rises" -> 1;
            case "falls" -> -1;
            default -> throw wrong("%s has the direction '%s', must be rises or falls".formatted(where, word));
        };
    }

    private String checkedFormat(String where, String format) {
        try {
            if (!DateTimeFormatter.ofPattern(format, Locale.ROOT)
                    .format(ANY_DATE)
                    .isBlank()) {
                return format;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong("%s has the format '%s': %s".formatted(where, format, e.getMessage()));
        }
        throw wrong("%s has the format '%s', which writes nothing; see M/d/yyyy for one".formatted(where, format));
    }

    private Instant instant(String key, String value) {
        return Dates.parse(value, Optional.empty())
                .orElseThrow(() -> wrong("%s is '%s', must be a date such as 2026-01-31".formatted(key, value)));
    }

    private <E extends Enum<E>> Optional<E> choice(
            String where, Map<String, @Nullable Object> map, String key, Class<E> choices) {
        return text(map, key).map(word -> {
            for (E choice : choices.getEnumConstants()) {
                if (word(choice).equals(word)) {
                    return choice;
                }
            }
            var words = Arrays.stream(choices.getEnumConstants())
                    .map(SchemaFile::word)
                    .toList();
            throw wrong("%s has the %s '%s', must be one of %s".formatted(where, key, word, String.join(", ", words)));
        });
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Duration> days(Map<String, @Nullable Object> map, String key) {
        return text(map, key).map(value -> {
            try {
                return Duration.ofDays(Integer.parseInt(value));
            } catch (NumberFormatException e) {
                throw wrong("%s is '%s', must be a whole number of days".formatted(key, value));
            }
        });
    }

    private boolean flag(Map<String, @Nullable Object> map, String key) {
        return text(map, key)
                .map(word -> switch (word) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong("%s is '%s', must be true or false".formatted(key, word));
                })
                .orElse(false);
    }

    private static Optional<String> text(Map<String, @Nullable Object> map, String key) {
        return Optional.ofNullable(map.get(key)).map(Object::toString);
    }

    private Collection<Object> list(Map<String, @Nullable Object> map, String key) {
        var value = map.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> values && !values.contains(null)) {
            return List.copyOf(values);
        }
        throw wrong("%s is '%s', must be a list such as [a, b]".formatted(key, value));
    }

    private Map<String, @Nullable Object> map(String where, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> pairs)) {
            throw wrong("%s is '%s', must be names with values".formatted(where, value));
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        pairs.forEach((key, each) -> map.put(String.valueOf(key), each));
        return map;
    }

    private void checkKeys(String where, Map<String, @Nullable Object> map, Set<String> known) {
        for (String key : map.keySet()) {
            if (!known.contains(key)) {
                throw wrong("%s has '%s', which is not one of %s"
                        .formatted(where, key, String.join(", ", new TreeSet<>(known))));
            }
        }
    }

    private LearningRefused wrong(String problem) {
        return new LearningRefused("schema %s: %s".formatted(name, problem));
    }
}
