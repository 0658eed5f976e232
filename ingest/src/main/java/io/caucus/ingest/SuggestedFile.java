package io.caucus.ingest;

import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.ingest.ColumnWords.Meaning;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is proposed for one file: which records its rows are, and what they are told to be. */
final class SuggestedFile {

    private static final String AS_ABOVE = "as above";

    /** What other systems are called in the names of columns that hold their ids, and the sources they are. */
    private static final Map<String, String> SYSTEMS =
            new TreeMap<>(Map.of("hubspot", "hubspot", "salesforce", "salesforce", "sfdc", "salesforce"));

    private final SampledFile file;
    private final List<SampledFile> files;
    private final String source;
    private final YamlLines lines = new YamlLines();
    private final RecordLines record;
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
        record = new RecordLines(file, recordNames, lines);
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
                yield file.dated(Meaning.HAPPENED)
                                .or(() -> file.dated(Meaning.CREATED))
                                .isEmpty()
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
            case EMPLOYMENT,
                    STAGE_CHANGE,
                    FIELD_CHANGE,
                    ROLE,
                    SUBSIDIARY,
                    INVESTMENT,
                    PARTNERSHIP,
                    REFERRAL,
                    SEGMENT,
                    TERRITORY,
                    SEATS,
                    DELETION,
                    RESTORATION ->
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

    private void user(SampledColumn id, MappedEntity entity) {
        record.begin(entity, entity.inWords(), whyEntity(entity));
        record.ownId(id, entity);
        record.name(entity, id, Meaning.NAME, Meaning.OWNER);
        file.dated(Meaning.CREATED)
                .ifPresent(column -> record.attribute(
                        "at", record.time(column, "beginning"), RecordLines.why(column, Meaning.CREATED, "dates")));
    }

    private void account(SampledColumn id, MappedEntity entity) {
        record.begin(entity, entity.inWords(), whyEntity(entity));
        record.ownId(id, entity);
        record.at("beginning");
        record.name(entity, id, Meaning.COMPANY, Meaning.NAME);
        var domain = file.find(Meaning.DOMAIN, SampledColumn::hasDomains)
                .or(() -> file.find(Meaning.DOMAIN, SampledColumn::hasWebsites));
        domain.ifPresent(column -> record.attribute("domain", column, Meaning.DOMAIN, "addresses of websites"));
        record.optional("industry", Meaning.INDUSTRY);
        record.optional("headcount", Meaning.HEADCOUNT, SampledColumn::hasNumbers, "numbers");
        record.owner();
        foreignIds(id, Meaning.CONTACT, Meaning.OWNER, Meaning.PARENT, Meaning.DEAL);
        record.changed();
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
            record.begin(
                    MappedEntity.FIELD_CHANGE,
                    "%s of %s".formatted(MappedEntity.word(field), entity.inWords()),
                    "what %s has no attribute for".formatted(entity.inWords()));
            record.attribute("when", lines.column(column), "rows that say something there");
            record.attribute("id", record.id(id, entity), AS_ABOVE);
            record.attribute(
                    "at",
                    file.dated(Meaning.CHANGED)
                            .map(changed -> record.time(changed, "export"))
                            .orElse("export"),
                    "when it was so");
            record.attribute(MappedEntity.word(entity), "{id: %s}".formatted(record.id(id, entity)), AS_ABOVE);
            record.attribute("field", "{constant: %s}".formatted(MappedEntity.word(field)), "what the column says");
            record.attribute("value", column, meaning, kindInWords);
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
            record.attribute(
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
            record.begin(MappedEntity.SUBSIDIARY, "subsidiary", "of the column %s".formatted(parent.name()));
            record.attribute("when", lines.column(parent), "rows that say something there");
            record.attribute("id", record.id(id, MappedEntity.ACCOUNT), AS_ABOVE);
            record.attribute(
                    "at",
                    file.dated(Meaning.CHANGED)
                            .map(changed -> record.time(changed, "export"))
                            .orElse("export"),
                    "when it was so");
            record.attribute("account", "{id: %s}".formatted(record.id(id, MappedEntity.ACCOUNT)), AS_ABOVE);
            record.attribute(
                    "parent",
                    byName
                            ? "{name: %s}".formatted(lines.column(parent))
                            : "{id: %s}".formatted(RecordLines.key(lines.column(parent), id, MappedEntity.ACCOUNT)),
                    RecordLines.why(parent, Meaning.PARENT, ""));
        });
    }

    private void person(SampledColumn id, MappedEntity entity) {
        var account = account(id).or(() -> ownAccounts(id).map(this::tellAccounts));
        record.begin(entity, entity.inWords(), whyEntity(entity));
        record.ownId(id, entity);
        record.at("beginning");
        record.name(entity, id, Meaning.NAME, Meaning.CONTACT, Meaning.EMAIL);
        file.find(Meaning.EMAIL, SampledColumn::hasEmails)
                .or(() -> file.find(SampledColumn::hasEmails))
                .ifPresent(column -> record.attribute("email", column, Meaning.EMAIL, "e-mail addresses"));
        foreignIds(id, Meaning.COMPANY, Meaning.OWNER, Meaning.DEAL);
        record.changed();
        account.ifPresent(found -> {
            record.begin(MappedEntity.EMPLOYMENT, MappedEntity.EMPLOYMENT.inWords(), "the rows lead to accounts");
            record.attribute("when", lines.column(found.column()), "rows that say something there");
            record.attribute("id", record.id(id, entity), AS_ABOVE);
            record.at("export");
            record.attribute("person", "{id: %s}".formatted(record.id(id, entity)), AS_ABOVE);
            record.attribute("account", found.written(), found.why());
            record.optional("title", Meaning.JOB_TITLE);
        });
    }

    private void opportunity(SampledColumn id, MappedEntity entity) {
        var account =
                account(id).or(() -> ownAccounts(id).map(this::tellAccounts)).orElseThrow();
        record.begin(entity, entity.inWords(), whyEntity(entity));
        record.ownId(id, entity);
        record.at("export");
        record.name(entity, id, Meaning.NAME, Meaning.DEAL, Meaning.HEADING, Meaning.PRODUCT);
        lines.column(account.column());
        record.attribute("account", account.written(), account.why());
        record.optional("pipeline", Meaning.PIPELINE, SampledColumn::isOfWords, "a few words");
        stage();
        record.optional("amount", Meaning.AMOUNT, SampledColumn::hasNumbers, "numbers");
        record.optional("close-date", Meaning.CLOSED, file.dates()::has, "dates");
        record.owner();
        record.changed();
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
                    record.attribute("stage", column, Meaning.STAGE, "a few words");
                    record.words("outcome", column, words::outcome, Outcome.values());
                });
    }

    private void ticket(SampledColumn id, MappedEntity entity) {
        record.begin(entity, entity.inWords(), whyEntity(entity));
        record.ownId(id, entity);
        record.at("export");
        account(id).ifPresent(found -> record.attribute("account", found.write(lines), found.why()));
        person(id).ifPresent(found -> record.attribute("person", found.write(lines), found.why()));
        record.optional("priority", Meaning.PRIORITY, SampledColumn::isOfWords, "a few words");
        file.dated(Meaning.CLOSED).ifPresent(column -> record.attribute("closed", column, Meaning.CLOSED, "dates"));
        record.owner();
    }

    private void engagement(SampledColumn id, MappedEntity entity) {
        record.begin(entity, entity.inWords(), whyEntity(entity));
        record.ownId(id, entity);
        var happened = file.dated(Meaning.HAPPENED)
                .or(() -> file.dated(Meaning.CREATED))
                .orElseThrow();
        record.attribute("at", record.time(happened, "export"), RecordLines.why(happened, Meaning.HAPPENED, "dates"));
        account(id).ifPresent(found -> record.attribute("account", found.write(lines), found.why()));
        person(id).ifPresent(found -> record.attribute("person", found.write(lines), found.why()));
        kindAndSide();
        record.owner();
    }

    private void kindAndSide() {
        var words = ColumnWords.get();
        var kind = file.find(Meaning.KIND, SampledColumn::isOfWords);
        kind.ifPresentOrElse(
                column -> record.words("kind", column, words::kind, EngagementKind.values()),
                () -> record.attribute("kind", "{constant: \"?\"}", RecordLines.oneOf(EngagementKind.values())));
        var direction = file.find(Meaning.DIRECTION, SampledColumn::isOfWords);
        direction.ifPresentOrElse(
                column -> record.words("side", column, words::side, ActorSide.values()),
                () -> record.attribute(
                        "side",
                        "{constant: \"?\"}",
                        RecordLines.QUESTION
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
        record.begin(
                MappedEntity.ACCOUNT, MappedEntity.ACCOUNT.inWords(), "of the column %s".formatted(company.name()));
        var written = lines.column(company);
        record.attribute("when", written, "rows that say something there");
        record.attribute(
                "id",
                "{column: %s, as: slug}".formatted(written),
                "likely: no file tells of accounts, so they are known by name");
        record.at("beginning");
        record.attribute("name", company, Meaning.COMPANY, "");
        return new SuggestedReference(
                company, "{id: {column: %s, as: slug}}".formatted(written), "sure: the account above");
    }
}
