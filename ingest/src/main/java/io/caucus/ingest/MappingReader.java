package io.caucus.ingest;

import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.ingest.MappedEntity.Attribute;
import io.caucus.ingest.YamlTree.Entries;
import io.caucus.ingest.YamlTree.Entry;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the text of a mapping and reports all that is wrong with it. What it returns is of use only if nothing was. */
final class MappingReader {

    private static final String SOURCE = "source";
    private static final String DATES = "dates";
    private static final String NUMBERS = "numbers";
    private static final String FILES = "files";
    private static final String FILE = "file";
    private static final String RECORDS = "records";
    private static final String RECORD = "record";
    private static final String ENTITY = "entity";
    private static final String ID = "id";
    private static final String WHEN = "when";
    private static final String EXPECT = "expect";

    private static final Pattern SOURCE_NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern RECORD_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _.-]{0,39}");
    private static final List<String> RECORD_KEYS = List.of(ENTITY, RECORD, ID, WHEN, EXPECT);

    /** How a file writes what is no text. */
    private record Forms(DateForm dates, NumberForm numbers) {}

    private final String fileName;
    private final String text;
    private final MappingProblems problems;
    private final List<Expectation> expectations = new ArrayList<>();
    private final Map<String, Integer> linesOfFiles = new HashMap<>();
    private final Map<String, Integer> linesOfRecords = new HashMap<>();

    private MappingReader(String fileName, String text, MappingProblems problems) {
        this.fileName = fileName;
        this.text = text;
        this.problems = problems;
    }

    static Optional<Mapping> read(String fileName, String text, MappingProblems problems) {
        try {
            var tree = YamlTree.read(text);
            if (tree.isEmpty()) {
                problems.add(1, "nothing is written there. docs/mapping.md shows how to write a mapping.");
            }
            return tree.flatMap(new MappingReader(fileName, text, problems)::mapping);
        } catch (YamlTree.NotReadable e) {
            problems.add(e.line(), e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private Optional<Mapping> mapping(YamlTree tree) {
        return problems.entries(tree, "a mapping").map(entries -> {
            problems.refuseOthers(entries, "entry of a mapping", List.of(SOURCE, DATES, NUMBERS, FILES));
            var source = source(entries);
            var dates = Optional.ofNullable(entries.all().get(DATES))
                    .map(this::dates)
                    .orElse(DateForm.ISO);
            var forms = new Forms(dates, numbers(entries).orElse(NumberForm.PLAIN));
            var files = required(entries, FILES, "a mapping").stream()
                    .flatMap(entry -> problems.items(entry.value(), "files").stream())
                    .flatMap(file -> file(file, source, forms).stream())
                    .toList();
            return new Mapping(fileName, text, source, files, new Expectations(expectations));
        });
    }

    private String source(Entries entries) {
        var source = required(entries, SOURCE, "a mapping").flatMap(entry -> problems.text(entry.value(), SOURCE));
        source.filter(name -> !SOURCE_NAME.matcher(name).matches())
                .ifPresent(name -> problems.add(
                        line(entries, SOURCE),
                        "source is '%s', must be 1 to 31 lower-case letters, digits and hyphens, such as acme-crm: keys begin with it."
                                .formatted(Row.shown(name))));
        return source.orElse("");
    }

    private Optional<Entry> required(Entries entries, String key, String of) {
        var entry = Optional.ofNullable(entries.all().get(key));
        if (entry.isEmpty()) {
            problems.add(entries.line(), "'%s' is missing from %s. Write '%s: …' there.".formatted(key, of, key));
        }
        return entry;
    }

    private static int line(Entries entries, String key) {
        return Optional.ofNullable(entries.all().get(key)).map(Entry::line).orElse(entries.line());
    }

    private DateForm dates(Entry entry) {
        return problems.entries(entry.value(), DATES)
                .map(dates -> {
                    problems.refuseOthers(dates, "entry of dates", List.of("format", "zone"));
                    return form(dates, zone(dates));
                })
                .orElse(DateForm.ISO);
    }

    private Optional<NumberForm> numbers(Entries entries) {
        return text(entries, NUMBERS).flatMap(example -> {
            var form = NumberForm.find(example);
            if (form.isEmpty()) {
                problems.unknown(line(entries, NUMBERS), "way to write numbers", example, NumberForm.examples());
            }
            return form;
        });
    }

    private ZoneId zone(Entries dates) {
        var written = Optional.ofNullable(dates.all().get("zone")).flatMap(zone -> problems.text(zone.value(), "zone"));
        try {
            return written.map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            problems.add(
                    line(dates, "zone"),
                    "there is no time zone '%s'. Write one such as Europe/Berlin, America/New_York, +02:00 or UTC."
                            .formatted(Row.shown(written.orElse(""))));
            return ZoneOffset.UTC;
        }
    }

    private DateForm form(Entries dates, ZoneId zone) {
        var written = Optional.ofNullable(dates.all().get("format"))
                .flatMap(format -> problems.text(format.value(), "format"));
        try {
            return switch (written.orElse("iso")) {
                case "iso" -> DateForm.iso(zone);
                case "epoch-seconds" -> DateForm.epochSeconds();
                case "epoch-milliseconds" -> DateForm.epochMilliseconds();
                default -> DateForm.of(written.orElseThrow(), zone);
            };
        } catch (IllegalArgumentException e) {
            problems.add(
                    line(dates, "format"),
                    "'%s' is no date format. Write iso, epoch-seconds, epoch-milliseconds or a pattern with year, month and day such as dd.MM.yyyy or M/d/yyyy HH:mm."
                            .formatted(Row.shown(written.orElse(""))));
            return DateForm.ISO;
        }
    }

    private Optional<MappedFile> file(YamlTree tree, String source, Forms usual) {
        return problems.entries(tree, "a file").flatMap(entries -> {
            problems.refuseOthers(entries, "entry of a file", List.of(FILE, DATES, NUMBERS, RECORDS));
            var dates = Optional.ofNullable(entries.all().get(DATES))
                    .map(this::dates)
                    .orElse(usual.dates());
            var forms = new Forms(dates, numbers(entries).orElse(usual.numbers()));
            var records = required(entries, RECORDS, "the file").stream()
                    .flatMap(entry -> problems.items(entry.value(), RECORDS).stream())
                    .flatMap(record -> record(record, source, forms).stream())
                    .toList();
            return required(entries, FILE, "the file")
                    .flatMap(entry -> problems.text(entry.value(), FILE))
                    .map(name -> {
                        int line = line(entries, FILE);
                        refuseBadName(name, line);
                        return new MappedFile(name, line, dates, records);
                    });
        });
    }

    private void refuseBadName(String name, int line) {
        if (name.contains("/") || name.contains("\\")) {
            problems.add(
                    line,
                    "file is '%s', must be a name without folders: the folder is given to the import."
                            .formatted(Row.shown(name)));
        }
        refuseSecond("file", name, line, linesOfFiles, "List all its records under one.");
    }

    private void refuseSecond(String what, String name, int line, Map<String, Integer> lines, String nextStep) {
        var before = lines.putIfAbsent(Header.canonical(name), line);
        if (before != null) {
            problems.add(
                    line, "%s '%s' stands in line %d already. %s".formatted(what, Row.shown(name), before, nextStep));
        }
    }

    private Optional<MappedRecord> record(YamlTree tree, String source, Forms forms) {
        return problems.entries(tree, "a record")
                .flatMap(entries -> required(entries, ENTITY, "the record")
                        .flatMap(entry -> problems.text(entry.value(), ENTITY))
                        .flatMap(word -> entity(word, line(entries, ENTITY)))
                        .map(entity -> record(entries, entity, source, forms)));
    }

    private Optional<MappedEntity> entity(String word, int line) {
        var entity = MappedEntity.find(word);
        if (entity.isEmpty()) {
            problems.unknown(line, ENTITY, word, MappedEntity.words());
        }
        return entity;
    }

    private MappedRecord record(Entries entries, MappedEntity entity, String source, Forms forms) {
        var known = Stream.concat(
                        RECORD_KEYS.stream(), entity.attributes().stream().map(Attribute::name))
                .toList();
        problems.refuseOthers(entries, "attribute of the entity " + entity.inWords(), known);
        var values = new TreeMap<String, ValueRule>();
        var references = new TreeMap<String, ReferenceRule>();
        var times = new TreeMap<String, TimeRule>();
        var foreignIds = new ArrayList<KeyRule>();
        for (Attribute attribute : entity.attributes()) {
            var entry = entries.all().get(attribute.name());
            if (entry == null) {
                refuseMissing(entries, entity, attribute);
                continue;
            }
            switch (attribute.kind()) {
                case TEXT, WHOLE, DECIMAL, DATE, WORD ->
                    value(entry.value(), attribute).ifPresent(rule -> values.put(attribute.name(), rule));
                case ACCOUNT, PERSON, OPPORTUNITY, USER ->
                    reference(entry.value(), attribute).ifPresent(rule -> references.put(attribute.name(), rule));
                case FOREIGN -> foreignIds.addAll(foreignIds(entry.value(), source));
                case TIME -> time(entry.value(), attribute.name()).ifPresent(rule -> times.put(attribute.name(), rule));
            }
        }
        refuseContradictions(entries, entity);
        var name = name(entries, entity);
        Optional.ofNullable(entries.all().get(EXPECT))
                .ifPresent(entry -> expect(entry.value(), name, references.values()));
        return new MappedRecord(
                source,
                name,
                entity,
                id(entries),
                condition(entries),
                values,
                references,
                times,
                foreignIds,
                forms.dates(),
                forms.numbers(),
                version(entries, forms));
    }

    private void refuseMissing(Entries entries, MappedEntity entity, Attribute attribute) {
        if (attribute.required()) {
            problems.add(
                    entries.line(),
                    "'%s' is missing from the entity %s. Write '%s: …' there; docs/mapping.md says what from."
                            .formatted(attribute.name(), entity.inWords(), attribute.name()));
        }
    }

    /** What one attribute asks of another. */
    private void refuseContradictions(Entries entries, MappedEntity entity) {
        boolean account = entries.all().containsKey(MappedEntity.ACCOUNT_ATTRIBUTE);
        boolean person = entries.all().containsKey(MappedEntity.PERSON_ATTRIBUTE);
        boolean opportunity = entries.all().containsKey(MappedEntity.OPPORTUNITY_ATTRIBUTE);
        switch (entity) {
            case ACCOUNT,
                    PERSON,
                    EMPLOYMENT,
                    STAGE_CHANGE,
                    ROLE,
                    TICKET,
                    USER,
                    SUBSIDIARY,
                    INVESTMENT,
                    PARTNERSHIP,
                    SEGMENT,
                    TERRITORY,
                    DELETION,
                    RESTORATION -> {}
            case OPPORTUNITY -> {
                boolean stage = entries.all().containsKey(MappedEntity.STAGE);
                if (stage != entries.all().containsKey(MappedEntity.OUTCOME)) {
                    problems.add(
                            entries.line(),
                            "stage and outcome go together: say of each stage whether it is open, won or lost, with words and otherwise.");
                }
            }
            case FIELD_CHANGE -> {
                if (account == opportunity) {
                    problems.add(
                            entries.line(), "a field changes of an account or of an opportunity: give one of both.");
                }
            }
            case SEATS -> {
                if (!entries.all().containsKey(MappedEntity.BOUGHT)
                        && !entries.all().containsKey(MappedEntity.ACTIVE)) {
                    problems.add(entries.line(), "seats are counted: give how many were bought, are active, or both.");
                }
            }
            case REFERRAL -> {
                if (account == opportunity) {
                    problems.add(
                            entries.line(), "somebody refers us to an account or to an opportunity: give one of both.");
                }
                if (Stream.of(
                                        AccountLinks.PARTNERSHIP.attribute(),
                                        MappedEntity.PERSON_ATTRIBUTE,
                                        MappedEntity.BY_ACCOUNT)
                                .filter(entries.all()::containsKey)
                                .count()
                        != 1) {
                    problems.add(
                            entries.line(),
                            "who referred us is a partner, a person or an account: give one of partner, person and by-account.");
                }
            }
            case ENGAGEMENT -> {
                if (!account && !person) {
                    problems.add(entries.line(), "an engagement needs an account, or a person who works at one.");
                }
                if (!person && !isAlwaysSeller(entries)) {
                    problems.add(
                            entries.line(),
                            "who acted on the buyer's side must be known: give a person, or write 'side: {constant: seller}'.");
                }
            }
        }
    }

    private static boolean isAlwaysSeller(Entries entries) {
        return find(entries, "side")
                .flatMap(side -> side instanceof Entries written ? find(written, "constant") : Optional.empty())
                .filter(word -> word instanceof YamlTree.Text constant
                        && MappedEntity.word(constant.value()).equals(MappedEntity.word(ActorSide.SELLER)))
                .isPresent();
    }

    private static Optional<YamlTree> find(Entries entries, String key) {
        return Optional.ofNullable(entries.all().get(key)).map(Entry::value);
    }

    private String name(Entries entries, MappedEntity entity) {
        var entry = Optional.ofNullable(entries.all().get(RECORD));
        var name =
                entry.flatMap(written -> problems.text(written.value(), RECORD)).orElseGet(entity::inWords);
        int line = entry.map(Entry::line).orElse(entries.line());
        if (!RECORD_NAME.matcher(name).matches()) {
            problems.add(
                    line,
                    "record is '%s', must be 1 to 40 letters, digits, spaces, '.', '_' or '-'."
                            .formatted(Row.shown(name)));
        }
        refuseSecond(RECORD, name, line, linesOfRecords, "Give each kind of record a name of its own: 'record: …'.");
        return name;
    }

    /**
     * The same words make the same version, whatever their layout and comments. What is expected of a record changes nothing about
     * what is told of it.
     */
    private static String version(Entries record, Forms forms) {
        var read = new TreeMap<>(record.all());
        read.remove(EXPECT);
        var dates = forms.dates();
        var numbers =
                forms.numbers() == NumberForm.PLAIN ? "" : " " + forms.numbers().example();
        return "%s %s %s%s"
                .formatted(written(new Entries(read, record.line())), dates.inWords(), dates.zone(), numbers);
    }

    private void expect(YamlTree tree, String record, Collection<ReferenceRule> references) {
        var referring = references.stream().map(rule -> rule.value().column()).toList();
        for (YamlTree item : problems.items(tree, EXPECT)) {
            problems.entries(item, "an expectation")
                    .flatMap(entries -> expectation(entries, record, referring))
                    .ifPresent(expectations::add);
        }
    }

    private Optional<Expectation> expectation(Entries entries, String record, List<String> referring) {
        problems.refuseOthers(
                entries,
                "entry of an expectation",
                Stream.concat(Stream.of("column", "share", WHEN, "reject"), ExpectedRule.NAMES.stream())
                        .toList());
        var column =
                required(entries, "column", "the expectation").flatMap(entry -> problems.text(entry.value(), "column"));
        var rules =
                ExpectedRule.NAMES.stream().filter(entries.all()::containsKey).toList();
        if (column.isEmpty() || rules.size() != 1) {
            refuseRules(entries, rules);
            return Optional.empty();
        }
        try {
            var rule = Objects.requireNonNull(entries.all().get(rules.getFirst()));
            var expected = new Expectation(
                    record,
                    column.get(),
                    ExpectedRule.parse(rules.getFirst(), texts(rule.value(), rules.getFirst())),
                    share(entries),
                    condition(entries),
                    isTrue(entries, "reject"));
            return Optional.of(expected).filter(one -> canBeJudged(one, rule.line(), referring));
        } catch (IllegalArgumentException e) {
            problems.add(line(entries, rules.getFirst()), e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private void refuseRules(Entries entries, List<String> rules) {
        if (rules.size() != 1) {
            problems.add(
                    entries.line(),
                    "an expectation has one rule of %s; %s given. Write one expectation for each."
                            .formatted(
                                    String.join(", ", ExpectedRule.NAMES),
                                    rules.isEmpty() ? "none is" : String.join(" and ", rules) + " are"));
        }
    }

    private double share(Entries entries) {
        var written = text(entries, "share").orElse("1");
        if (!Row.isDecimal(written)) {
            throw new IllegalArgumentException(
                    "share is '%s', must be a number such as 0.95, at most 1".formatted(Row.shown(written)));
        }
        return Double.parseDouble(written);
    }

    private boolean canBeJudged(Expectation expected, int line, List<String> referring) {
        boolean refersByOther =
                expected.rule() instanceof ExpectedRule.Refers && !referring.contains(expected.column());
        if (refersByOther) {
            problems.add(
                    line,
                    "column '%s' refers to nothing in this record. %s"
                            .formatted(
                                    Row.shown(expected.column()),
                                    referring.isEmpty()
                                            ? "The record has no reference; leave the expectation out."
                                            : "Its references are found by: %s."
                                                    .formatted(String.join(", ", referring))));
        }
        return !refersByOther;
    }

    private static String written(YamlTree tree) {
        return switch (tree) {
            case YamlTree.Text word -> "%d:%s".formatted(word.value().length(), word.value());
            case YamlTree.Items items ->
                items.all().stream().map(MappingReader::written).toList().toString();
            case Entries entries -> {
                var parts = new TreeMap<String, String>();
                entries.all().forEach((key, entry) -> parts.put(key, written(entry.value())));
                yield parts.toString();
            }
        };
    }

    private KeyRule id(Entries entries) {
        return required(entries, ID, "the record")
                .map(entry -> key(entry.value()))
                .orElseGet(() -> new KeyRule(nothing(entries.line()), KeyRule.Form.TEXT, Optional.empty()));
    }

    /** Stands where a mistake was reported, so that the rest can be read. */
    private static ValueRule nothing(int line) {
        return ValueRule.plain(line, new ValueRule.Said.Constant("-"));
    }

    private KeyRule key(YamlTree tree) {
        if (!(tree instanceof Entries entries)) {
            return new KeyRule(orNothing(value(tree), tree), KeyRule.Form.TEXT, Optional.empty());
        }
        var rest = new TreeMap<>(entries.all());
        var form = Optional.ofNullable(rest.remove("as")).flatMap(as -> keyForm(as.value()));
        var source = Optional.ofNullable(rest.remove("from")).flatMap(from -> problems.text(from.value(), "from"));
        var value = value(new Entries(rest, entries.line()));
        return new KeyRule(orNothing(value, tree), form.orElse(KeyRule.Form.TEXT), source);
    }

    /** One key or a list of them. */
    private List<KeyRule> foreignIds(YamlTree tree, String source) {
        var items = tree instanceof YamlTree.Items ? problems.items(tree, MappedEntity.FOREIGN_ID) : List.of(tree);
        return items.stream()
                .map(this::key)
                .filter(key -> saysWhose(key, source))
                .toList();
    }

    private boolean saysWhose(KeyRule key, String source) {
        boolean isOfOthers = key.source()
                .filter(name -> SOURCE_NAME.matcher(name).matches() && !name.equals(source))
                .isPresent();
        if (!isOfOthers) {
            problems.add(
                    key.value().line(),
                    "%s must say in which other source the record has that id: '%s: {column: COLUMN, from: hubspot}'."
                            .formatted(MappedEntity.FOREIGN_ID, MappedEntity.FOREIGN_ID));
        }
        return isOfOthers;
    }

    private static ValueRule orNothing(Optional<ValueRule> rule, YamlTree tree) {
        return rule.orElseGet(() -> nothing(tree.line()));
    }

    private Optional<KeyRule.Form> keyForm(YamlTree tree) {
        var known = Stream.of(KeyRule.Form.values()).map(MappedEntity::word).toList();
        return problems.text(tree, "as").flatMap(word -> {
            if (!known.contains(word)) {
                problems.unknown(tree.line(), "way to make a key", word, known);
                return Optional.empty();
            }
            return Optional.of(MappedEntity.constant(KeyRule.Form.class, word));
        });
    }

    private RowCondition condition(Entries entries) {
        var entry = entries.all().get(WHEN);
        if (entry == null) {
            return RowCondition.ALWAYS;
        }
        if (entry.value() instanceof YamlTree.Text column) {
            return new RowCondition(column.value(), Set.of(), false);
        }
        return problems.entries(entry.value(), WHEN).map(this::whether).orElse(RowCondition.ALWAYS);
    }

    private RowCondition whether(Entries when) {
        problems.refuseOthers(when, "entry of when", List.of("column", "is", "is-not"));
        var column = required(when, "column", WHEN)
                .flatMap(entry -> problems.text(entry.value(), "column"))
                .orElse("");
        boolean is = when.all().containsKey("is");
        boolean isNot = when.all().containsKey("is-not");
        if (is == isNot) {
            problems.add(
                    when.line(),
                    "when asks whether a column 'is' or 'is-not' one of some words; give one of both, or the column alone.");
            return RowCondition.ALWAYS;
        }
        var entry = Objects.requireNonNull(when.all().get(is ? "is" : "is-not"));
        return new RowCondition(column, new TreeSet<>(lowerCase(texts(entry.value(), "words"))), isNot);
    }

    private static List<String> lowerCase(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** One text or several. */
    private List<String> texts(YamlTree tree, String what) {
        return tree instanceof YamlTree.Items
                ? problems.items(tree, what).stream()
                        .flatMap(item -> problems.text(item, what).stream())
                        .toList()
                : problems.text(tree, what).stream().toList();
    }

    private Optional<ValueRule> value(YamlTree tree, Attribute attribute) {
        var rule = value(tree);
        rule.ifPresent(found -> found.written()
                .filter(word ->
                        !attribute.words().isEmpty() && !attribute.words().contains(MappedEntity.word(word)))
                .distinct()
                .forEach(word -> problems.unknown(found.line(), attribute.name(), word, attribute.words())));
        return rule;
    }

    private Optional<ValueRule> value(YamlTree tree) {
        return switch (tree) {
            case YamlTree.Text column ->
                problems.text(column, "a column")
                        .map(name -> ValueRule.plain(tree.line(), new ValueRule.Said.Column(name, false)));
            case YamlTree.Items list -> {
                var rules = problems.items(list, "a list of alternatives").stream()
                        .flatMap(item -> value(item).stream())
                        .toList();
                yield Optional.of(ValueRule.plain(tree.line(), new ValueRule.Said.First(rules)));
            }
            case Entries entries -> value(entries);
        };
    }

    private Optional<ValueRule> value(Entries entries) {
        problems.refuseOthers(
                entries,
                "entry of a value",
                List.of("column", "constant", "text", "join", "optional", "words", "otherwise", "default"));
        return said(entries)
                .map(said -> new ValueRule(
                        entries.line(), said, words(entries), text(entries, "otherwise"), text(entries, "default")));
    }

    private Optional<ValueRule.Said> said(Entries entries) {
        var places = Stream.of("column", "constant", "text", "join")
                .filter(entries.all()::containsKey)
                .toList();
        if (places.size() != 1) {
            problems.add(
                    entries.line(),
                    "a value comes from one of column, constant, text or join; %s given."
                            .formatted(places.isEmpty() ? "none is" : String.join(" and ", places) + " are"));
            return Optional.empty();
        }
        return switch (places.getFirst()) {
            case "column" ->
                text(entries, "column").map(name -> new ValueRule.Said.Column(name, isTrue(entries, "optional")));
            case "constant" -> text(entries, "constant").map(ValueRule.Said.Constant::new);
            case "text" -> text(entries, "text").map(ValueRule.Said.Text::new);
            default -> {
                var join = Objects.requireNonNull(entries.all().get("join"));
                yield Optional.of(new ValueRule.Said.Joined(texts(join.value(), "join")));
            }
        };
    }

    private Optional<String> text(Entries entries, String key) {
        return Optional.ofNullable(entries.all().get(key)).flatMap(entry -> problems.text(entry.value(), key));
    }

    private boolean isTrue(Entries entries, String key) {
        return text(entries, key)
                .filter(word -> {
                    if (!List.of("true", "false").contains(word)) {
                        problems.add(
                                line(entries, key),
                                "%s is '%s', must be true or false.".formatted(key, Row.shown(word)));
                    }
                    return word.equals("true");
                })
                .isPresent();
    }

    private Map<String, String> words(Entries entries) {
        var words = new TreeMap<String, String>();
        Optional.ofNullable(entries.all().get("words"))
                .flatMap(entry -> problems.entries(entry.value(), "words"))
                .ifPresent(written -> written.all()
                        .forEach((word, entry) -> problems.text(entry.value(), "a word")
                                .ifPresent(meaning -> putWord(words, word, meaning, entry.line()))));
        return words;
    }

    private void putWord(Map<String, String> words, String word, String meaning, int line) {
        if (words.putIfAbsent(word.toLowerCase(Locale.ROOT), meaning) != null) {
            problems.add(
                    line,
                    "the word '%s' stands twice but for upper and lower case, which do not matter."
                            .formatted(Row.shown(word)));
        }
    }

    private Optional<ReferenceRule> reference(YamlTree tree, Attribute attribute) {
        var ways = waysTo(attribute);
        if (!(tree instanceof Entries entries) || entries.all().size() != 1) {
            problems.add(
                    tree.line(),
                    "%s is %s, must say what it is found by: %s."
                            .formatted(attribute.name(), tree.inWords(), forms(attribute, ways)));
            return Optional.empty();
        }
        var way = entries.all().keySet().iterator().next();
        var entry = Objects.requireNonNull(entries.all().get(way));
        if (!ways.contains(way)) {
            problems.unknown(entry.line(), "way to find the " + attribute.name(), way, ways);
            return Optional.empty();
        }
        return switch (way) {
            case "id" -> Optional.of(new ReferenceRule.ById(key(entry.value())));
            case "name" -> value(entry.value()).map(ReferenceRule.ByName::new);
            case "email" -> value(entry.value()).map(ReferenceRule.ByEmail::new);
            default -> value(entry.value()).map(ReferenceRule.ByDomain::new);
        };
    }

    private static List<String> waysTo(Attribute attribute) {
        return switch (attribute.kind()) {
            case ACCOUNT -> List.of("id", "name", "domain");
            case PERSON -> List.of("id", "email");
            case OPPORTUNITY -> List.of("id");
            case USER -> List.of("id", "name", "email");
            case TEXT, WHOLE, DECIMAL, DATE, WORD, FOREIGN, TIME -> List.of();
        };
    }

    private static String forms(Attribute attribute, List<String> ways) {
        return String.join(
                " or ",
                ways.stream()
                        .map(way -> "'%s: {%s: COLUMN}'".formatted(attribute.name(), way))
                        .toList());
    }

    private Optional<TimeRule> time(YamlTree tree, String attribute) {
        var places = new ArrayList<TimeRule.Said>();
        var items = tree instanceof YamlTree.Items ? problems.items(tree, attribute) : List.of(tree);
        items.forEach(item -> timeIn(item, attribute).ifPresent(places::add));
        return places.isEmpty() ? Optional.empty() : Optional.of(new TimeRule(tree.line(), places));
    }

    private Optional<TimeRule.Said> timeIn(YamlTree tree, String attribute) {
        if (tree instanceof Entries entries) {
            problems.refuseOthers(entries, "entry of a time", List.of("column", "optional"));
            return required(entries, "column", attribute)
                    .flatMap(entry -> problems.text(entry.value(), "column"))
                    .map(name -> new TimeRule.Said.Column(name, isTrue(entries, "optional")));
        }
        return problems.text(tree, attribute).map(word -> switch (word) {
            case "export" -> new TimeRule.Said.Export();
            case "beginning" -> new TimeRule.Said.Beginning();
            default -> new TimeRule.Said.Column(word, false);
        });
    }
}
