package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any columns become facts as their mapping says, and what it says wrongly is said back with its line. */
class GenericMappingTest {

    static final Path EXAMPLES = Path.of(System.getProperty("caucus.docs", "../docs"), "examples", "mappings");

    private ImportTrial trial;

    @BeforeEach
    void begin(@TempDir Path temporary) throws IOException {
        trial = new ImportTrial(temporary);
    }

    @Test
    void theMavenSetMappedIsTheMavenProfile() throws IOException {
        assertSameFacts("maven-crm.yaml", "source: maven", "maven-crm", ImportTrial.fixture("maven-crm"));
    }

    @Test
    void theRealMavenSetMappedIsTheMavenProfile() throws IOException {
        assertSameFacts("maven-crm.yaml", "source: maven", "maven-crm", dataSet("maven-crm"));
    }

    @Test
    void hubSpotContactsMappedAreThoseOfTheProfile(@TempDir Path copies) throws IOException {
        for (String file : new String[] {"hubspot_companies.csv", "hubspot_contacts.csv"}) {
            Files.copy(dataSet("hubspot-dummy").resolve(file), copies.resolve(file));
        }
        assertSameFacts("hubspot-contacts.yaml", "source: crm", "hubspot", copies);
    }

    @Test
    void theOlistFunnelAddsUp() throws IOException {
        var folder = dataSet("olist-funnel");

        var report = run(Mapping.read(EXAMPLES.resolve("olist-funnel.yaml")), folder);

        assertThat(trial.graph.facts(Account.class)).hasSize(8_000);
        assertThat(trial.graph.facts(Opportunity.class)).hasSize(8_000);
        assertThat(trial.graph.facts(StageChange.class))
                .filteredOn(change -> change.outcome() == Outcome.WON)
                .hasSize(842);
        assertThat(report.rejected()).isZero();
        assertThat(run(Mapping.read(EXAMPLES.resolve("olist-funnel.yaml")), folder)
                        .accepted())
                .isZero();
    }

    @Test
    void aRowMayTellThatItsRecordWasDeletedOrRestored() throws IOException {
        trial.file("firms.csv", """
                No,Firm,Since,Gone,Back
                1,Acme,2024-01-05,2024-03-01,
                2,Birch,2024-02-01,2024-03-01,2024-03-05
                3,Cedar,2024-02-01,,
                """);

        var report = run("""
                source: shop
                files:
                  - file: firms.csv
                    records:
                      - {entity: account, id: No, at: Since, name: Firm}
                      - {entity: deletion, of: {constant: account}, id: No, at: Gone, when: Gone}
                      - {entity: restoration, of: {constant: account}, id: No, at: Back, when: Back}
                """);

        assertThat(report.accepted()).isEqualTo(3 + 2 + 1);
        assertThat(trial.graph.facts(Tombstone.class))
                .containsExactlyInAnyOrder(
                        Tombstone.of(new AccountId("shop:1"), on("2024-03-01")),
                        Tombstone.of(new AccountId("shop:2"), on("2024-03-01")),
                        Tombstone.lifted(new AccountId("shop:2"), on("2024-03-05")));
    }

    @Test
    void whatCannotBeDeletedIsRefusedWithWhatCan() {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> run("""
                        source: shop
                        files:
                          - file: firms.csv
                            records:
                              - {entity: deletion, of: {constant: user}, id: No, at: Gone}
                        """))
                .withMessageContaining("user")
                .withMessageContaining("account, person, opportunity, engagement, ticket");
    }

    private static FactTime on(String day) {
        return FactTime.at(Instant.parse(day + "T00:00:00Z"));
    }

    @Test
    void theExampleOfTheDocumentDoesWhatItSays() throws IOException {
        var document = Files.readString(EXAMPLES.resolve("../../mapping.md").normalize());
        trial.file("firms.csv", block(document, "csv")).file("people.jsonl", block(document, "json"));

        var report = run(block(document, "yaml"));

        assertThat(report.read()).isEqualTo(6);
        assertThat(report.accepted()).isEqualTo(5);
        assertThat(Rejects.read(trial.rejects).open())
                .extracting(KeptReject::code)
                .containsExactly(RejectCode.UNRESOLVED_REFERENCE);
    }

    private static String block(String document, String language) {
        int start = document.indexOf("```" + language + "\n") + language.length() + 4;
        return document.substring(start, document.indexOf("```", start));
    }

    private void assertSameFacts(String example, String source, String profile, Path folder) throws IOException {
        var builtIn = new ImportTrial(trial.folder.resolve("built-in"));
        builtIn.run(builtIn.request(profile, folder));
        var text = Files.readString(EXAMPLES.resolve(example)).replace(source, "source: " + profile);

        run(Mapping.parse(example, text), folder);

        assertThat(new HashSet<>(trial.graph.facts(Fact.class)))
                .isEqualTo(new HashSet<>(builtIn.graph.facts(Fact.class)))
                .isNotEmpty();
    }

    private static Path dataSet(String name) {
        var folder = Path.of(System.getProperty("caucus.shared-data", "../../shared/data"))
                .resolve(name);
        boolean there = Files.isDirectory(folder);
        if (!there) {
            System.out.println("skipped: data set " + name + " not found");
        }
        assumeThat(there).as("skipped: data set %s not found", name).isTrue();
        return folder;
    }

    private ImportReport run(Mapping mapping, Path folder) {
        return trial.run(new ImportRequest("generic", Optional.of(mapping), folder, "batch-1", trial.rejects));
    }

    private ImportReport run(String mapping) {
        return run(Mapping.parse("crm.yaml", mapping), trial.folder);
    }

    @Test
    void everyEntityCanBeToldFromAnyColumns() throws IOException {
        trial.file("firms.csv", "key;\nx\n".replace(";", "") + "y\n").file("all.jsonl", """
                {"id":"1","who":{"mail":"Ana@X.example","name":"Ana"},"firm":"x","date":"31.01.2024","what":"Anruf","by":"us","role":"Chef"}
                {"id":"2","who":{"mail":"bo@x.example","name":"Bo"},"firm":"x","date":"1.02.2024","what":"Besuch","by":"them","role":"Einkauf"}
                """);

        var report = run("""
                source: eigen
                dates: {format: d.MM.yyyy, zone: Europe/Berlin}
                files:
                  - file: firms.csv
                    records:
                      - {entity: account, id: key, at: beginning, name: {text: "Firma {key}"}}
                  - file: all.jsonl
                    records:
                      - {entity: user, id: {constant: u1}, name: {constant: Uta}}
                      - {entity: person, id: {column: who.mail, as: private}, at: date, name: who.name, email: who.mail}
                      - entity: employment
                        id: id
                        at: date
                        person: {email: who.mail}
                        account: {id: firm}
                        title: role
                        seniority: {column: role, words: {Chef: cxo}, otherwise: unknown}
                      - {entity: opportunity, id: firm, at: date, name: firm, account: {id: firm}, stage: {constant: Neu},
                         outcome: {constant: open}, owner: {id: {constant: u1}}}
                      - entity: role
                        id: id
                        at: date
                        person: {email: who.mail}
                        opportunity: {id: firm}
                        role: {column: role, words: {Chef: decision-maker, Einkauf: procurement}}
                      - entity: engagement
                        id: id
                        at: date
                        person: {email: who.mail}
                        kind: {column: what, words: {Anruf: call, Besuch: meeting}}
                        side: {column: by, words: {us: seller, them: buyer}}
                        excluded: {constant: not-held}
                      - {entity: ticket, id: id, at: date, account: {id: firm}, person: {email: who.mail}, answered: date, closed: date}
                """);

        assertThat(report.rejected()).isZero();
        assertThat(trial.graph.facts(Person.class))
                .extracting(person -> person.id().value())
                .allMatch(key -> key.matches("eigen:user-[0-9a-f]{12}"));
        assertThat(trial.graph.facts(Person.class).getFirst().time())
                .isEqualTo(FactTime.at(Instant.parse("2024-01-30T23:00:00Z")));
        assertThat(trial.graph.facts(Employment.class)).hasSize(2);
        assertThat(trial.graph.facts(RoleHolding.class))
                .extracting(RoleHolding::role)
                .containsExactly(CommitteeRole.DECISION_MAKER, CommitteeRole.PROCUREMENT);
        assertThat(trial.graph.facts(Engagement.class))
                .extracting(Engagement::kind)
                .containsExactly(EngagementKind.CALL, EngagementKind.MEETING);
        assertThat(trial.graph.facts(Engagement.class).getLast().excluded()).contains(Exclusion.NOT_HELD);
        assertThat(trial.graph.facts(Ticket.class))
                .hasSize(2)
                .allSatisfy(ticket -> assertThat(ticket.answered()).isEqualTo(ticket.closed()));
        assertThat(trial.graph.facts(User.class)).extracting(User::name).contains("Uta");
        assertThat(trial.graph.facts(FieldChange.class)).isNotEmpty();
    }

    @Test
    void whatAccountsHaveToDoWithOthersCanBeTold() throws IOException {
        trial.file("firms.csv", "key,segment,area\nx,Mid-Market,North\ny,,\n")
                .file(
                        "rounds.csv",
                        "no,firm,fund,day,sold\n1,x,North Fund,2024-02-01,\n2,y,North Fund,2024-03-01,2025-01-01\n")
                .file("listings.csv", "firm,day,status\ny,2025-01-01,public\nx,2025-01-01,nationalised\n")
                .file("licences.csv", "firm,day,bought,used\nx,2024-02-01,50,12\n")
                .file("channel.csv", "firm,day,by,through\nx,2024-02-01,,Rivera\nx,2024-03-01,y,\ny,2024-03-01,y,\n");

        var report = run("""
                source: crm
                files:
                  - file: firms.csv
                    records:
                      - {entity: account, id: key, at: beginning, name: key}
                      - {entity: segment, id: key, at: beginning, when: segment, segment: segment, account: {id: key}}
                      - {entity: territory, id: key, at: beginning, when: area, territory: area, account: {id: key}}
                  - file: rounds.csv
                    records:
                      - {entity: investment, id: no, at: day, investor: fund, account: {id: firm}, ended: sold}
                  - file: listings.csv
                    records:
                      - {entity: field-change, id: firm, at: day, account: {id: firm}, field: {constant: ownership}, value: status}
                  - file: licences.csv
                    records:
                      - {entity: seats, id: firm, at: day, product: {constant: Suite}, account: {id: firm}, bought: bought, active: used}
                  - file: channel.csv
                    records:
                      - {entity: referral, record: by partner, id: firm, at: day, when: through, partner: through, account: {id: firm}}
                      - {entity: referral, record: by account, id: {join: [firm, day]}, at: day, when: by, by-account: {id: by}, account: {id: firm}}
                """);

        assertThat(report.rejected()).isEqualTo(2);
        assertThat(trial.graph.facts(Link.class))
                .extracting(link -> "%s %s %s %s %s %s"
                        .formatted(
                                link.from(),
                                link.type(),
                                link.to(),
                                link.time().occurredAt(),
                                link.ended().map(FactTime::occurredAt),
                                link.measures()))
                .containsExactly(
                        "Account crm:x IN_SEGMENT Segment crm:mid-market 2024-02-01T00:00:00Z Optional.empty {}",
                        "Account crm:x IN_TERRITORY Territory crm:north 2024-02-01T00:00:00Z Optional.empty {}",
                        "Investor crm:north-fund INVESTED_IN Account crm:x 2024-02-01T00:00:00Z Optional.empty {}",
                        "Investor crm:north-fund INVESTED_IN Account crm:y 2024-03-01T00:00:00Z Optional[2025-01-01T00:00:00Z] {}",
                        "Account crm:x USES Product crm:suite 2024-02-01T00:00:00Z Optional.empty {SEATS_BOUGHT=50.0, SEATS_ACTIVE=12.0}",
                        "Partner crm:rivera REFERRED Account crm:x 2024-02-01T00:00:00Z Optional.empty {}",
                        "Account crm:y REFERRED Account crm:x 2024-03-01T00:00:00Z Optional.empty {}");
        assertThat(trial.graph.facts(FieldChange.class))
                .filteredOn(change -> change.field() == ChangeField.OWNERSHIP)
                .extracting(FieldChange::value)
                .containsExactly("PUBLIC");
        assertThat(trial.graph.facts(Thing.class))
                .extracting(Thing::name)
                .contains("North Fund", "Mid-Market", "North", "Suite", "Rivera");
    }

    @Test
    void referralsAndSeatsSayWhoAndHowMany() {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> Mapping.parse("crm.yaml", """
                        source: crm
                        files:
                          - file: channel.csv
                            records:
                              - {entity: referral, id: firm, at: day, partner: a, by-account: {id: b}}
                              - {entity: seats, id: firm, at: day, product: a, account: {id: firm}}
                        """))
                .withMessageContaining(
                        "crm.yaml:5: somebody refers us to an account or to an opportunity: give one of both.")
                .withMessageContaining(
                        "crm.yaml:5: who referred us is a partner, a person or an account: give one of partner, person and by-account.")
                .withMessageContaining(
                        "crm.yaml:6: seats are counted: give how many were bought, are active, or both.");
    }

    @Test
    void allMistakesAreNamedAtOnceWithLineAndWhatWasMeant() {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> Mapping.parse("crm.yaml", """
                        source: Acme CRM
                        files:
                          - file: deals.csv
                            records:
                              - entity: oportunity
                              - entity: engagement
                                id: key
                                at: day
                                kind: {column: what, words: {Ruf: cal}}
                                side: {constant: seller}
                                accout: {id: firm}
                          - file: Deals.csv
                            records: []
                        """))
                .withMessage("""
                        mapping 'crm.yaml' cannot be used:
                          crm.yaml:1: source is 'Acme CRM', must be 1 to 31 lower-case letters, digits and hyphens, such as acme-crm: keys begin with it.
                          crm.yaml:5: there is no entity 'oportunity'. Did you mean 'opportunity'? There are: account, person, employment, opportunity, stage-change, field-change, role, engagement, ticket, user, subsidiary, investment, partnership, referral, segment, territory, seats, deletion, restoration.
                          crm.yaml:11: there is no attribute of the entity engagement 'accout'. Did you mean 'account'? There are: entity, record, id, when, expect, account, person, kind, side, excluded, owner, at, known.
                          crm.yaml:9: there is no kind 'cal'. Did you mean 'call'? There are: email, reply, forward, introduction, call, meeting, webinar, event, visit, pricing-visit, download, form, product-use, chat, task, note.
                          crm.yaml:6: an engagement needs an account, or a person who works at one.
                          crm.yaml:13: records is a list, must be a list; begin each with '- '
                          crm.yaml:12: file 'Deals.csv' stands in line 3 already. List all its records under one.""");
    }

    @Test
    void yamlThatIsMoreThanTextsListsAndEntriesIsRefused() {
        for (String text : new String[] {
            "a: &x 1\nb: *x", "a: !!java.net.URL [x]", "a: 1\na: 2", "- - [", "a: 1\n---\nb: 2", "", "[".repeat(30)
        }) {
            assertThatExceptionOfType(ImportRefused.class)
                    .as(text)
                    .isThrownBy(() -> Mapping.parse("crm.yaml", text))
                    .withMessageContaining("crm.yaml:");
        }
    }

    @Test
    void aColumnThatIsNotThereIsToldBeforeAnyRowIsRead() throws IOException {
        trial.file("firms.csv", "Kez,Name\n1,Acme\n");

        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> run(firms("Key")))
                .withMessageContaining(
                        "crm.yaml:3: firms.csv has no column 'Key'. Did you mean 'Kez'? It has: Kez, Name.");
        assertThat(trial.graph.size()).isZero();
    }

    private static String firms(String key) {
        return """
                source: own
                files:
                  - file: firms.csv
                    records:
                      - {entity: account, id: %s, at: Since, name: Name}
                """.formatted(key);
    }

    @Test
    void rejectedRowsCarryTheirMappingAndAreReplayedByIt() throws IOException {
        trial.file("firms.csv", "Key,Name,Since\n1,Acme,2024-01-01\n2,Beta,yesterday\n");
        assertThat(run(firms("Key")).rejected()).isOne();

        Rejects.read(trial.rejects)
                .withValue(reject -> true, "Since", "2024-01-02", Instant.EPOCH)
                .save();
        var report = new Importer(trial.graph, trial.graph, ImportTrial.RULES, trial.graph)
                .replay(Rejects.read(trial.rejects), "replay", Instant.EPOCH);

        assertThat(report.accepted()).isOne();
        assertThat(trial.graph.facts(Account.class))
                .extracting(account -> account.id().value())
                .containsExactly("own:1", "own:2");
    }

    @Test
    void aChangedMappingReadsItsRecordsAnewAndAChangedCommentDoesNot() throws IOException {
        trial.file("firms.csv", "Key,Name,Since,Long Name\n1,Acme,2024-01-01,Acme Inc\n");
        run(firms("Key"));

        assertThat(run("# a comment\n" + firms("Key")).duplicate()).isOne();
        assertThat(run(firms("Key").replace("name: Name", "name: Long Name")).accepted())
                .isOne();
    }

    @Test
    void aWordNobodyTranslatesIsRejectedWithTheWordsThereAre() throws IOException {
        trial.file("firms.csv", "Key,Name,Since\n1,Acme,2024-01-01\n")
                .file("steps.csv", "Key,Step,On\n1,Gewonnen,2024-01-02\n");

        run(firms("Key") + """
                      - {entity: opportunity, id: Key, at: Since, name: Name, account: {id: Key}}
                  - file: steps.csv
                    records:
                      - {entity: stage-change, id: Key, at: On, opportunity: {id: Key}, stage: Step, outcome: Step}
                """);

        assertThat(Rejects.read(trial.rejects).open())
                .extracting(KeptReject::reason)
                .containsExactly(
                        "Column 'Step' has 'Gewonnen', must be open, won, lost, or one of the words that line 9 of the"
                                + " mapping translates. Use one of the words the reason names.");
    }

    @Test
    void idsInOtherSystemsAreToldWhereTheRowHasThem() throws IOException {
        trial.file("firms.csv", "Id,Name,Since,HubSpot,ERP\n0015g00000XyZ1a,Acme,2024-01-01,17,\n")
                .file(
                        "people.csv",
                        "Id,Name,Since,HubSpot,Firm\n0035g00000AbCd1AAF,Ana,2024-01-01,,0015g00000XyZ1aAAF\n");

        var report = run("""
                source: salesforce
                files:
                  - file: firms.csv
                    records:
                      - entity: account
                        id: Id
                        at: Since
                        name: Name
                        foreign-id: [{column: HubSpot, from: hubspot}, {column: ERP, from: erp}]
                  - file: people.csv
                    records:
                      - {entity: person, id: Id, at: Since, name: Name, foreign-id: {column: HubSpot, from: hubspot}}
                      - {entity: employment, id: Id, at: Since, person: {id: Id}, account: {id: Firm}}
                """);

        assertThat(report.rejected()).isZero();
        assertThat(trial.graph.facts(FieldChange.class))
                .extracting(change -> change.entity().key(), FieldChange::field, FieldChange::value)
                .containsExactly(Tuple.tuple("salesforce:0015g00000XyZ1aAAF", ChangeField.FOREIGN_ID, "hubspot:17"));
        assertThat(trial.graph.facts(Employment.class))
                .extracting(job -> job.account().value())
                .containsExactly("salesforce:0015g00000XyZ1aAAF");
        assertThat(trial.graph.records()).extracting(SourceRecord::nativeId).contains("0015g00000XyZ1aAAF");
    }

    @Test
    void anIdInAnotherSystemMustSayInWhich() {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> Mapping.parse("crm.yaml", """
                        source: own
                        files:
                          - file: firms.csv
                            records:
                              - entity: account
                                id: Id
                                at: Since
                                name: Name
                                foreign-id: HubSpot
                              - entity: person
                                id: Id
                                at: Since
                                name: Name
                                foreign-id: {column: Other, from: own}
                        """))
                .withMessage("""
                        mapping 'crm.yaml' cannot be used:
                          crm.yaml:9: foreign-id must say in which other source the record has that id: 'foreign-id: {column: COLUMN, from: hubspot}'.
                          crm.yaml:14: foreign-id must say in which other source the record has that id: 'foreign-id: {column: COLUMN, from: hubspot}'.""");
    }

    @Test
    void anAddressAsTheIdOfAPersonIsNeverAKey() throws IOException {
        trial.file("people.csv", "Mail,Since\nana@x.example,2024-01-01\n");

        run("""
                source: own
                files:
                  - file: people.csv
                    records:
                      - {entity: person, id: Mail, at: Since, name: Mail}
                """);

        assertThat(Rejects.read(trial.rejects).open())
                .extracting(KeptReject::code)
                .containsExactly(RejectCode.BAD_KEY);
    }
}
