package io.caucus.ingest;

import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.ingest.ColumnWords.Meaning;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is proposed for one file. */
final class SuggestedFile {

    static final String QUESTION = "QUESTION:";

    private static final String AS_ABOVE = "as above";
    private static final int RECORD = 6;
    private static final int ATTRIBUTE = 8;
    private static final int LONGEST_RECORD_NAME = 36;

    /** What other systems are called in the names of columns that hold their ids, and the sources they are. */
    private static final Map<String, String> SYSTEMS =
            new TreeMap<>(Map.of("hubspot", "hubspot", "salesforce", "salesforce", "sfdc", "salesforce"));

    private final SampledFile file;
    private final List<SampledFile> files;
    private final Set<String> recordNames;
    private final String source;
    private final YamlLines lines = new YamlLines();
    private boolean placed;

    /**
     * @param files all that are looked at, this one among them
     * @param recordNames those given so far
     * @param source what the system is called
     */
    SuggestedFile(SampledFile file, List<SampledFile> files, Set<String> recordNames, String source) {
        this.file = file;
        this.source = source;
        this.files = files;
        this.recordNames = recordNames;
        propose();
    }

    List<String> lines() {
        return lines.all();
    }

    /** Whether something of it is imported. */
    boolean isPlaced() {
        return placed;
    }

    private void propose() {
        var entity = file.entity();
        var id = file.id();
        var obstacle = entity.isEmpty()
                ? Optional.of("neither its name nor its columns say what its rows are")
                : id.isEmpty()
                        ? Optional.of("no column is different in each row, to know a row by")
                        : obstacle(entity.get(), id.get());
        if (obstacle.isPresent()) {
            lines.remark(2, "%s was not placed: %s. It has:".formatted(file.file(), obstacle.get()));
        } else {
            placed = true;
            lines.add(2, "- file: " + YamlLines.quoted(file.file()));
            new SuggestedForms(file, files, lines).write();
            lines.add(4, "records:");
            records(entity.orElseThrow(), id.orElseThrow());
        }
        rest();
    }

    private Optional<String> obstacle(MappedEntity entity, SampledColumn id) {
        return switch (entity) {
            case OPPORTUNITY ->
                account(id).isEmpty() && ownAccounts(id).isEmpty()
                        ? Optional.of("no column leads to an account; name the file of the accounts, too")
                        : Optional.empty();
            case ENGAGEMENT -> {
                if (person(id).isEmpty()) {
                    yield Optional.of("no column leads to a person; name the file of the contacts, too");
                }
                yield dated(Meaning.HAPPENED).or(() -> dated(Meaning.CREATED)).isEmpty()
                        ? Optional.of("no column says when it happened")
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** Columns that nothing was made of, for a person to decide about. */
    private void rest() {
        var rest = file.columns().stream().filter(column -> !lines.uses(column)).toList();
        if (placed && !rest.isEmpty()) {
            lines.remark(4, "Not mapped:");
        }
        rest.forEach(column -> lines.remark(4, "  %s: %s".formatted(column.name(), column.examples())));
    }

    private void records(MappedEntity entity, SampledColumn id) {
        switch (entity) {
            case ACCOUNT -> account(id, entity);
            case PERSON -> person(id, entity);
            case OPPORTUNITY -> opportunity(id, entity);
            case TICKET -> ticket(id, entity);
            case ENGAGEMENT -> engagement(id, entity);
            case USER -> user(id, entity);
            case EMPLOYMENT, STAGE_CHANGE, FIELD_CHANGE, ROLE, SUBSIDIARY, DELETION, RESTORATION ->
                throw new IllegalStateException("no file is proposed to be about %s alone".formatted(entity));
        }
    }

    private String whyEntity(MappedEntity entity) {
        var called = ColumnWords.get().entity(file.stem());
        if (called.equals(Optional.of(entity))) {
            return "likely: so the file is called";
        }
        return called.isPresent()
                ? "likely: the rows name nobody, so they are companies"
                : "likely: so its columns look";
    }

    /** Begins a record with a name of its own. */
    private void begin(MappedEntity entity, String name, String why) {
        lines.add(RECORD, "- entity: " + MappedEntity.word(entity), why);
        var bare = name.replaceAll("[^\\p{L}\\p{N} _.-]", "");
        var cut =
                bare.substring(0, Math.min(LONGEST_RECORD_NAME, bare.length())).strip();
        var unique = cut;
        for (int number = 2; !recordNames.add(Header.canonical(unique)); number++) {
            unique = cut + " " + number;
        }
        if (!unique.equals(entity.inWords())) {
            lines.add(ATTRIBUTE, "record: " + YamlLines.quoted(unique));
        }
    }

    private void attribute(String name, String value, String why) {
        lines.add(ATTRIBUTE, name + ": " + value, why);
    }

    private void attribute(String name, SampledColumn column, Meaning meaning, String kind) {
        attribute(name, lines.column(column), why(column, meaning, kind));
    }

    private static String why(SampledColumn column, Meaning meaning, String kind) {
        var values = kind.isEmpty() ? "" : ", and the values are " + kind;
        return column.means(meaning) >= 0.99
                ? "sure: so it is called" + values
                : "likely: so a part of its name says" + values;
    }

    private void optional(String name, Meaning meaning, Predicate<SampledColumn> kind, String kindInWords) {
        file.find(meaning, kind).ifPresent(column -> attribute(name, column, meaning, kindInWords));
    }

    private void optional(String name, Meaning meaning) {
        optional(name, meaning, column -> true, "");
    }

    /** The id of the file's own records, as a key is made of it. */
    private String id(SampledColumn id, MappedEntity entity) {
        return key(lines.column(id), id, entity);
    }

    static String key(String written, SampledColumn id, MappedEntity entity) {
        if (id.hasEmails() || (entity.isPerson() && id.hasNames())) {
            return "{column: %s, as: private}".formatted(written);
        }
        return id.values().stream().anyMatch(value -> value.contains(" "))
                ? "{column: %s, as: slug}".formatted(written)
                : written;
    }

    private void ownId(SampledColumn id, MappedEntity entity) {
        var certainty = id.mentions(Meaning.ID) > 0 ? "sure" : "likely";
        var rows = file.isDifferentInEachRow(id) ? "each row" : "nearly each row";
        attribute("id", id(id, entity), "%s: it is there and different in %s".formatted(certainty, rows));
    }

    private Optional<SampledColumn> dated(Meaning meaning) {
        return file.find(meaning, file.dates()::has);
    }

    /** A column of dates that is neither of a change nor of an end, if there is but one. */
    private Optional<SampledColumn> onlyDate() {
        var dates = file.dates().columns().stream()
                .filter(column -> column.means(Meaning.CHANGED) == 0 && column.means(Meaning.CLOSED) == 0)
                .toList();
        return dates.size() == 1 ? Optional.of(dates.getFirst()) : Optional.empty();
    }

    /**
     * When the rows came to be.
     *
     * @param otherwise what stands for no date: {@code beginning} or {@code export}
     */
    private void at(String otherwise) {
        var created = dated(Meaning.CREATED);
        var only = onlyDate();
        if (created.isPresent()) {
            attribute("at", time(created.get(), otherwise), why(created.get(), Meaning.CREATED, "dates"));
        } else if (only.isPresent()) {
            attribute("at", time(only.get(), otherwise), "likely: it is the only date that can be meant");
        } else if (file.dates().columns().size() > 1) {
            attribute(
                    "at",
                    "\"?\"",
                    "%s since when? Dates stand in %s; or %s"
                            .formatted(
                                    QUESTION,
                                    file.dates().columns().stream()
                                            .map(SampledColumn::name)
                                            .collect(Collectors.joining(", ")),
                                    otherwise));
        } else {
            dated(Meaning.CLOSED)
                    .ifPresentOrElse(
                            closed -> attribute("at", time(closed, otherwise), "likely: no earlier date is there"),
                            () -> attribute("at", otherwise, "likely: the file does not say since when"));
        }
    }

    private String time(SampledColumn column, String otherwise) {
        var written = lines.column(column);
        var place =
                List.of("export", "beginning").contains(column.name()) ? "{column: %s}".formatted(written) : written;
        return column.values().size() < file.rows() ? "[%s, %s]".formatted(place, otherwise) : place;
    }

    private void changed() {
        dated(Meaning.CHANGED)
                .ifPresent(
                        column -> attribute("changed", time(column, "export"), why(column, Meaning.CHANGED, "dates")));
    }

    private void owner() {
        file.find(Meaning.OWNER).ifPresent(column -> attribute("owner", owner(column), why(column, Meaning.OWNER, "")));
    }

    private String owner(SampledColumn column) {
        var written = lines.column(column);
        if (column.hasEmails()) {
            return "{email: %s}".formatted(written);
        }
        return column.hasNames() ? "{name: %s}".formatted(written) : "{id: %s}".formatted(written);
    }

    private void user(SampledColumn id, MappedEntity entity) {
        begin(entity, entity.inWords(), whyEntity(entity));
        ownId(id, entity);
        name(entity, id, Meaning.NAME, Meaning.OWNER);
        dated(Meaning.CREATED)
                .ifPresent(column -> attribute("at", time(column, "beginning"), why(column, Meaning.CREATED, "dates")));
    }

    /** The first of these meanings that a column has, else what the rows are known by. */
    private void name(MappedEntity entity, SampledColumn id, Meaning... meanings) {
        var found = Stream.of(meanings)
                .flatMap(meaning -> file.find(meaning, column -> isName(column, id)).stream()
                        .map(column -> new Found(column, why(column, meaning, ""))))
                .findFirst();
        var parts = entity.isPerson() ? nameInParts() : Optional.<String>empty();
        if (parts.isPresent()) {
            attribute("name", parts.get(), "sure: so they are called");
        } else if (found.isPresent()) {
            var column = found.get().column();
            attribute("name", orId(column, id), found.get().why());
        } else {
            attribute("name", lines.column(id), "likely: nothing else names it");
        }
    }

    private record Found(SampledColumn column, String why) {}

    private boolean isName(SampledColumn column, SampledColumn id) {
        boolean reference = column.mentions(Meaning.ID) > 0 || column.hasEmails() || column.hasDomains();
        return column.equals(id) ? id.mentions(Meaning.ID) == 0 : !reference;
    }

    private String orId(SampledColumn column, SampledColumn id) {
        var written = lines.column(column);
        return column.values().size() < file.rows() ? "[%s, %s]".formatted(written, lines.column(id)) : written;
    }

    private Optional<String> nameInParts() {
        var first = file.find(Meaning.FIRST_NAME);
        var last = file.find(Meaning.LAST_NAME, column -> !first.equals(Optional.of(column)));
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        var joined = "{join: [%s, %s]}".formatted(lines.column(first.get()), lines.column(last.get()));
        return Optional.of(file.find(SampledColumn::hasEmails)
                .map(email -> "[%s, %s]".formatted(joined, lines.column(email)))
                .orElse(joined));
    }

    private void account(SampledColumn id, MappedEntity entity) {
        begin(entity, entity.inWords(), whyEntity(entity));
        ownId(id, entity);
        at("beginning");
        name(entity, id, Meaning.COMPANY, Meaning.NAME);
        var domain = file.find(Meaning.DOMAIN, SampledColumn::hasDomains)
                .or(() -> file.find(Meaning.DOMAIN, SampledColumn::hasWebsites));
        domain.ifPresent(column -> attribute("domain", column, Meaning.DOMAIN, "addresses of websites"));
        optional("industry", Meaning.INDUSTRY);
        optional("headcount", Meaning.HEADCOUNT, SampledColumn::hasNumbers, "numbers");
        owner();
        foreignIds(id, Meaning.CONTACT, Meaning.OWNER, Meaning.PARENT, Meaning.DEAL);
        changed();
        change(id, entity, ChangeField.ANNUAL_REVENUE, Meaning.REVENUE, SampledColumn::hasNumbers, "numbers");
        change(id, entity, ChangeField.REGION, Meaning.COUNTRY, SampledColumn::hasCountries, "countries");
        change(id, entity, ChangeField.LEAD_SOURCE, Meaning.LEAD_SOURCE, SampledColumn::isOfWords, "a few words");
        parent(id);
    }

    /** A field that an entity has no attribute for, told as a change. */
    private void change(
            SampledColumn id,
            MappedEntity entity,
            ChangeField field,
            Meaning meaning,
            Predicate<SampledColumn> kind,
            String kindInWords) {
        file.find(meaning, kind).filter(column -> !lines.uses(column)).ifPresent(column -> {
            begin(
                    MappedEntity.FIELD_CHANGE,
                    "%s of %s".formatted(MappedEntity.word(field), entity.inWords()),
                    "what %s has no attribute for".formatted(entity.inWords()));
            attribute("when", lines.column(column), "rows that say something there");
            attribute("id", id(id, entity), AS_ABOVE);
            attribute(
                    "at",
                    dated(Meaning.CHANGED)
                            .map(changed -> time(changed, "export"))
                            .orElse("export"),
                    "when it was so");
            attribute(MappedEntity.word(entity), "{id: %s}".formatted(id(id, entity)), AS_ABOVE);
            attribute("field", "{constant: %s}".formatted(MappedEntity.word(field)), "what the column says");
            attribute("value", column, meaning, kindInWords);
        });
    }

    /** Ids in other systems, of what the rows are about; what other things have the name of is left out. */
    private void foreignIds(SampledColumn id, Meaning... ofOthers) {
        var found = file.columns().stream()
                .filter(column -> !column.equals(id) && column.mentions(Meaning.ID) > 0)
                .filter(column -> !column.isBlank() && column.isDifferentInNearlyEachValue())
                .filter(column -> Stream.of(ofOthers).allMatch(meaning -> column.mentions(meaning) == 0))
                .flatMap(column ->
                        system(column)
                                .map(system -> "{column: %s, from: %s}".formatted(lines.column(column), system))
                                .stream())
                .toList();
        if (!found.isEmpty()) {
            attribute(
                    MappedEntity.FOREIGN_ID,
                    found.size() == 1 ? found.getFirst() : found.toString(),
                    "likely: an id that is called after another system");
        }
    }

    private Optional<String> system(SampledColumn column) {
        var letters = ColumnWords.words(column.name()).replace(" ", "");
        return SYSTEMS.entrySet().stream()
                .filter(system -> letters.contains(system.getKey()))
                .map(Map.Entry::getValue)
                .filter(system -> !system.equals(source))
                .findFirst();
    }

    private void parent(SampledColumn id) {
        file.find(Meaning.PARENT).ifPresent(parent -> {
            var name = file.find(Meaning.COMPANY).or(() -> file.find(Meaning.NAME));
            boolean byName = name.isPresent() && parent.shareIn(name.get()) > parent.shareIn(id);
            begin(MappedEntity.SUBSIDIARY, "subsidiary", "of the column %s".formatted(parent.name()));
            attribute("when", lines.column(parent), "rows that say something there");
            attribute("id", id(id, MappedEntity.ACCOUNT), AS_ABOVE);
            attribute(
                    "at",
                    dated(Meaning.CHANGED)
                            .map(changed -> time(changed, "export"))
                            .orElse("export"),
                    "when it was so");
            attribute("account", "{id: %s}".formatted(id(id, MappedEntity.ACCOUNT)), AS_ABOVE);
            attribute(
                    "parent",
                    byName
                            ? "{name: %s}".formatted(lines.column(parent))
                            : "{id: %s}".formatted(key(lines.column(parent), id, MappedEntity.ACCOUNT)),
                    why(parent, Meaning.PARENT, ""));
        });
    }

    private void person(SampledColumn id, MappedEntity entity) {
        var account = account(id).or(() -> ownAccounts(id).map(this::tellAccounts));
        begin(entity, entity.inWords(), whyEntity(entity));
        ownId(id, entity);
        at("beginning");
        name(entity, id, Meaning.NAME, Meaning.CONTACT, Meaning.EMAIL);
        file.find(Meaning.EMAIL, SampledColumn::hasEmails)
                .or(() -> file.find(SampledColumn::hasEmails))
                .ifPresent(column -> attribute("email", column, Meaning.EMAIL, "e-mail addresses"));
        foreignIds(id, Meaning.COMPANY, Meaning.OWNER, Meaning.DEAL);
        changed();
        account.ifPresent(found -> {
            begin(MappedEntity.EMPLOYMENT, MappedEntity.EMPLOYMENT.inWords(), "the rows lead to accounts");
            attribute("when", lines.column(found.column()), "rows that say something there");
            attribute("id", id(id, entity), AS_ABOVE);
            at("export");
            attribute("person", "{id: %s}".formatted(id(id, entity)), AS_ABOVE);
            attribute("account", found.written(), found.why());
            optional("title", Meaning.JOB_TITLE);
        });
    }

    private void opportunity(SampledColumn id, MappedEntity entity) {
        var account =
                account(id).or(() -> ownAccounts(id).map(this::tellAccounts)).orElseThrow();
        begin(entity, entity.inWords(), whyEntity(entity));
        ownId(id, entity);
        at("export");
        name(entity, id, Meaning.NAME, Meaning.DEAL, Meaning.HEADING, Meaning.PRODUCT);
        lines.column(account.column());
        attribute("account", account.written(), account.why());
        optional("pipeline", Meaning.PIPELINE, SampledColumn::isOfWords, "a few words");
        stage();
        optional("amount", Meaning.AMOUNT, SampledColumn::hasNumbers, "numbers");
        optional("close-date", Meaning.CLOSED, file.dates()::has, "dates");
        owner();
        changed();
        change(id, entity, ChangeField.LEAD_SOURCE, Meaning.LEAD_SOURCE, SampledColumn::isOfWords, "a few words");
    }

    private void stage() {
        var words = ColumnWords.get();
        file.columns().stream()
                .filter(column -> column.means(Meaning.STAGE) > 0 && column.isOfWords())
                .max(Comparator.comparingDouble((SampledColumn column) ->
                                column.share(word -> words.outcome(word).isPresent()))
                        .thenComparingDouble(column -> column.means(Meaning.STAGE)))
                .ifPresent(column -> {
                    attribute("stage", column, Meaning.STAGE, "a few words");
                    words("outcome", column, words::outcome, Outcome.values());
                });
    }

    /** Every word of a column with what it stands for; the unknown ones are questions. */
    private <E extends Enum<E>> void words(
            String name, SampledColumn column, Function<String, Optional<E>> meaning, E[] known) {
        lines.add(ATTRIBUTE, name + ":");
        lines.add(ATTRIBUTE + 2, "column: " + lines.column(column));
        lines.add(ATTRIBUTE + 2, "words:", "all that stand there in these rows; another one rejects its row");
        var seen = new LinkedHashSet<String>();
        for (String word : column.values()) {
            if (seen.add(Header.canonical(word))) {
                var meant = meaning.apply(word).map(MappedEntity::word);
                lines.add(
                        ATTRIBUTE + 4,
                        "%s: %s".formatted(YamlLines.quoted(word), meant.orElse("\"?\"")),
                        meant.isPresent() ? "" : QUESTION + " " + oneOf(known));
            }
        }
    }

    private static String oneOf(Enum<?>[] known) {
        return Arrays.stream(known).map(MappedEntity::word).collect(Collectors.joining(", ")) + "?";
    }

    private void ticket(SampledColumn id, MappedEntity entity) {
        begin(entity, entity.inWords(), whyEntity(entity));
        ownId(id, entity);
        at("export");
        account(id).ifPresent(found -> attribute("account", found.write(lines), found.why()));
        person(id).ifPresent(found -> attribute("person", found.write(lines), found.why()));
        optional("priority", Meaning.PRIORITY, SampledColumn::isOfWords, "a few words");
        dated(Meaning.CLOSED).ifPresent(column -> attribute("closed", column, Meaning.CLOSED, "dates"));
        owner();
    }

    private void engagement(SampledColumn id, MappedEntity entity) {
        begin(entity, entity.inWords(), whyEntity(entity));
        ownId(id, entity);
        var happened = dated(Meaning.HAPPENED).or(() -> dated(Meaning.CREATED)).orElseThrow();
        attribute("at", time(happened, "export"), why(happened, Meaning.HAPPENED, "dates"));
        account(id).ifPresent(found -> attribute("account", found.write(lines), found.why()));
        person(id).ifPresent(found -> attribute("person", found.write(lines), found.why()));
        kindAndSide();
        owner();
    }

    private void kindAndSide() {
        var words = ColumnWords.get();
        var kind = file.find(Meaning.KIND, SampledColumn::isOfWords);
        kind.ifPresentOrElse(
                column -> words("kind", column, words::kind, EngagementKind.values()),
                () -> attribute("kind", "{constant: \"?\"}", QUESTION + " " + oneOf(EngagementKind.values())));
        var direction = file.find(Meaning.DIRECTION, SampledColumn::isOfWords);
        direction.ifPresentOrElse(
                column -> words("side", column, words::side, ActorSide.values()),
                () -> attribute(
                        "side",
                        "{constant: \"?\"}",
                        QUESTION
                                + " who acted, buyer or seller? Where that differs, name a column: {column: …, words: {…: buyer, …: seller}}"));
    }

    private Optional<SuggestedReference> account(SampledColumn id) {
        return SuggestedReference.find(file, id, files, MappedEntity.ACCOUNT);
    }

    private Optional<SuggestedReference> person(SampledColumn id) {
        return SuggestedReference.find(file, id, files, MappedEntity.PERSON)
                .or(() -> file.find(column -> column.hasEmails() && column.mentions(Meaning.OWNER) == 0)
                        .map(SuggestedReference::byEmail));
    }

    /** Where no file tells of accounts, the column that names them. */
    private Optional<SampledColumn> ownAccounts(SampledColumn id) {
        boolean told = files.stream().anyMatch(other -> other.entity().equals(Optional.of(MappedEntity.ACCOUNT)));
        return told
                ? Optional.empty()
                : file.find(
                        Meaning.COMPANY,
                        column -> !column.equals(id) && column.mentions(Meaning.ID) == 0 && column.hasNames());
    }

    private SuggestedReference tellAccounts(SampledColumn company) {
        begin(MappedEntity.ACCOUNT, MappedEntity.ACCOUNT.inWords(), "of the column %s".formatted(company.name()));
        var written = lines.column(company);
        attribute("when", written, "rows that say something there");
        attribute(
                "id",
                "{column: %s, as: slug}".formatted(written),
                "likely: no file tells of accounts, so they are known by name");
        at("beginning");
        attribute("name", company, Meaning.COMPANY, "");
        return new SuggestedReference(
                company, "{id: {column: %s, as: slug}}".formatted(written), "sure: the account above");
    }
}
