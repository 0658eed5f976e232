package io.caucus.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.cypher.Neo4j;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.identity.MemberRecord;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.ingest.ImportRequest;
import io.caucus.ingest.Importer;
import io.caucus.ingest.conversation.Competitors;
import io.caucus.ingest.conversation.RuleExtractor;
import io.caucus.ingest.identity.Candidate;
import io.caucus.ingest.identity.IdentityCandidates;
import io.caucus.testkit.Neo4jServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two exports of one HubSpot portal, between which a company and its people were renamed, and one of the Salesforce organisation it knows. */
@Tag("neo4j")
class RenamedRecordsTest {

    private static final Instant NOW = Instant.parse("2024-07-01T00:00:00Z");

    private static final Map<String, String> MARCH = hubSpot("Acme", "acme.example", "Ana", "2024-03-01");
    private static final Map<String, String> JUNE = hubSpot("Birch", "birch.example", "Eva", "2024-06-01");
    private static final Map<String, String> SALESFORCE = Map.of(
            "Account.csv",
            "Id,Name,CreatedDate\n0015g00000XyZ1a,Something Else,2024-01-11\n",
            "Contact.csv",
            "Id,AccountId,LastName,CreatedDate\n0035g00000AbCd1,0015g00000XyZ1a,Silva,2024-01-11\n");

    @TempDir
    private Path temporary;

    private Neo4j neo4j;

    private static Map<String, String> hubSpot(String firm, String domain, String person, String changed) {
        return Map.of(
                "companies.csv",
                "Company ID,Company Name,Company Domain Name,Create Date,Last Modified Date,Salesforce Account ID\n"
                        + "1,%s,%s,2024-01-10,%s,0015g00000XyZ1aAAF\n".formatted(firm, domain, changed),
                "contacts.csv",
                "Contact ID,First Name,Email,Associated Company Domain,Create Date,Last Modified Date,Salesforce Contact ID\n"
                        + "7,%s,%s@%s,%s,2024-01-10,%s,0035g00000AbCd1AAF\n"
                                .formatted(person, person, domain, domain, changed),
                "deals.csv",
                "Deal ID,Deal Name,Deal Stage,Associated Company Domain,Create Date,Last Modified Date\n"
                        + "9,Sale to %s,Contract Sent,%s,2024-01-10,%s\n".formatted(firm, domain, changed));
    }

    @BeforeEach
    void start() {
        var database = Neo4jServer.shared();
        database.wipe();
        neo4j = Neo4j.open(database.uri(), database.user(), database.password(), InstantSource.fixed(NOW))
                .patient();
        neo4j.migrate();
    }

    @AfterEach
    void stop() {
        neo4j.close();
    }

    @Test
    void theOrderOfTwoExportsCannotBeToldFromTheGraph() throws IOException {
        load("hubspot", MARCH);
        load("hubspot", JUNE);
        var digest = neo4j.digest();
        assertNames();

        Neo4jServer.shared().wipe();
        neo4j.migrate();
        load("hubspot", JUNE);
        load("hubspot", MARCH);

        assertNames();
        assertThat(neo4j.digest()).isEqualTo(digest);
    }

    private void assertNames() {
        assertThat(names("2024-01-15")).isEqualTo("Acme acme.example, Ana ana@acme.example, Sale to Acme");
        assertThat(names("2024-04-01")).isEqualTo("Acme acme.example, Ana ana@acme.example, Sale to Acme");
        assertThat(names("2024-06-02")).isEqualTo("Birch birch.example, Eva eva@birch.example, Sale to Birch");
    }

    private String names(String day) {
        var history =
                neo4j.accountGraph().history(new AccountId("hubspot:1"), new AsOf(Instant.parse(day + "T00:00:00Z")));
        return "%s %s, %s %s, %s"
                .formatted(
                        history.account().name(),
                        history.account().domain().orElse("-"),
                        history.people().getFirst().name(),
                        history.people().getFirst().email().orElse("-"),
                        history.opportunities().getFirst().name());
    }

    @Test
    void recordsThatGiveTheirSalesforceIdsAreCandidatesWithNothingElseInCommon() throws IOException {
        load("hubspot", JUNE);
        assertThat(candidates()).isEmpty();

        load("salesforce", SALESFORCE);

        assertThat(candidates())
                .extracting(candidate -> candidate.grounds().evidence())
                .containsExactly(
                        "Account hubspot:1 gives, as its id in another system, that of Account salesforce:0015g00000XyZ1aAAF.",
                        "Person hubspot:7 gives, as its id in another system, that of Person salesforce:0035g00000AbCd1AAF.");
    }

    private List<Candidate> candidates() {
        var candidates = new IdentityCandidates();
        neo4j.identityStore().forEachRecord(candidates::add);
        return candidates.candidates(Identities.of(Map.of()));
    }

    @Test
    void aRecordThatTellsOfTwoInstantsIsOneSource() throws IOException {
        load("hubspot", JUNE);
        var account = new EntityRef(NodeLabel.ACCOUNT, "hubspot:1");

        var members = neo4j.identityStore().members(List.of(account), new AsOf(NOW));

        assertThat(members.get(account))
                .singleElement()
                .extracting(MemberRecord::sources)
                .satisfies(sources -> assertThat(sources).hasSize(1));
    }

    private void load(String profile, Map<String, String> files) throws IOException {
        var folder = Files.createTempDirectory(temporary, profile);
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        var report = new Importer(
                        neo4j.factWriter(),
                        neo4j.entityDirectory(),
                        RuleExtractor.with(Competitors.NONE),
                        neo4j.importMemory())
                .run(new ImportRequest(profile, folder, folder.toString(), temporary.resolve("rejects.jsonl"))
                        .withNow(NOW));
        assertThat(report.rejected()).isZero();
    }
}
