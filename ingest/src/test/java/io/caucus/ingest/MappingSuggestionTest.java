package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed can be used, is right, and imports the files it was proposed for; what cannot be told is asked. */
class MappingSuggestionTest {

    private ImportTrial trial;

    @BeforeEach
    void begin(@TempDir Path temporary) throws IOException {
        trial = new ImportTrial(temporary);
    }

    @Test
    void aGermanExportIsUnderstoodWithoutAQuestion() throws IOException {
        german();

        var proposal = proposal();

        assertThat(proposal).doesNotContain("QUESTION").contains("dates: {format: d.M.yyyy}", "numbers: \"1.234,50\"");
        assertRight(proposal, """
                firmen.csv account.id=Kundennr
                firmen.csv account.at=Angelegt am
                firmen.csv account.name=Firma
                firmen.csv account.domain=Webseite
                firmen.csv account.industry=Branche
                firmen.csv account.headcount=Mitarbeiter
                firmen.csv account.owner=Betreuer
                firmen.csv region=Land
                kontakte.csv person.id=Nr
                kontakte.csv person.at=Erstellt am
                kontakte.csv person.name=Vorname,Nachname,E-Mail
                kontakte.csv person.email=E-Mail
                kontakte.csv employment.account=Kundennr
                kontakte.csv employment.title=Position
                verkaufschancen.csv opportunity.id=Chance-Nr
                verkaufschancen.csv opportunity.at=Erstellt am
                verkaufschancen.csv opportunity.name=Bezeichnung
                verkaufschancen.csv opportunity.account=Kundennr
                verkaufschancen.csv opportunity.stage=Phase
                verkaufschancen.csv opportunity.outcome=Phase
                verkaufschancen.csv opportunity.amount=Betrag
                verkaufschancen.csv opportunity.close-date=Abschlussdatum
                """, 1, 1);

        var report = imported(proposal);
        assertThat(report.rejected()).isZero();
        assertThat(trial.graph.facts(Account.class))
                .extracting(Account::domain)
                .containsExactly(Optional.of("nordwind.example"), Optional.of("birke.example"), Optional.empty());
        assertThat(trial.graph.facts(Person.class)).extracting(Person::name).containsExactly("Ana Müller", "Bo Groß");
        assertThat(trial.graph.facts(Employment.class)).hasSize(2);
        assertThat(trial.graph.facts(FieldChange.class))
                .filteredOn(change -> change.field() == ChangeField.AMOUNT)
                .extracting(FieldChange::value)
                .containsExactly("12500.5", "800", "1234567");
        assertThat(trial.graph.facts(StageChange.class))
                .extracting(StageChange::outcome)
                .containsExactly(Outcome.WON, Outcome.LOST, Outcome.OPEN);
    }

    private void german() throws IOException {
        trial.file("firmen.csv", """
                        Kundennr;Firma;Webseite;Branche;Mitarbeiter;Land;Angelegt am;Betreuer
                        K1;"Nordwind; Söhne";https://www.nordwind.example;Maschinenbau;1.200;Deutschland;31.01.2024;Pam Lee
                        K2;Birke AG;https://birke.example/;Handel;85;Österreich;1.02.2024;Pam Lee
                        K3;Cirrus;;Handel;7;Schweiz;1.02.2024;Jo Kay
                        """).file("kontakte.csv", """
                        Nr;Vorname;Nachname;E-Mail;Telefon;Position;Kundennr;Erstellt am
                        1;Ana;Müller;ana@nordwind.example;+49 1;Leiterin Einkauf;K1;13.02.2024
                        2;Bo;Groß;bo@birke.example;+49 2;Geschäftsführer;K2;14.02.2024
                        """).file("verkaufschancen.csv", """
                        Chance-Nr;Bezeichnung;Kundennr;Phase;Betrag;Erstellt am;Abschlussdatum
                        C1;Pilot;K1;5 - Gewonnen;12.500,50 €;1.03.2024;20.03.2024
                        C2;Ausbau;K2;Verloren;800;2.03.2024;21.03.2024
                        C3;Vertrag;K3;Angebot (40 %);1.234.567;3.03.2024;22.03.2024
                        """);
    }

    @Test
    void frenchSpanishAndPortugueseFilesOfOneKindAreUnderstood() throws IOException {
        assertAlone("affaires.csv", """
                        Référence;Nom de l'affaire;Société;Étape;Montant;Créé le;Date de clôture;Responsable
                        A-1;Pilote;Nord SA;Gagnée;1 250,00 €;28/02/2024;15/03/2024;Léa Roy
                        A-2;Suite;Sud SARL;En cours;900,00 €;01/03/2024;30/04/2024;Léa Roy
                        """, """
                        affaires.csv account.name=Société
                        affaires.csv opportunity.id=Référence
                        affaires.csv opportunity.at=Créé le
                        affaires.csv opportunity.name=Nom de l'affaire
                        affaires.csv opportunity.account=Société
                        affaires.csv opportunity.stage=Étape
                        affaires.csv opportunity.outcome=Étape
                        affaires.csv opportunity.amount=Montant
                        affaires.csv opportunity.close-date=Date de clôture
                        affaires.csv opportunity.owner=Responsable
                        """);
        assertAlone("contactos.csv", """
                        ID,Nombre,Apellidos,Correo electrónico,Cargo,Empresa,Fecha de creación
                        1,Ana,Silva,ana@uno.example,Directora general,Uno,2024-01-15 10:00
                        2,Bo,Ruiz,bo@dos.example,Compras,Dos,2024-01-16 11:30
                        """, """
                        contactos.csv account.name=Empresa
                        contactos.csv person.id=ID
                        contactos.csv person.at=Fecha de creación
                        contactos.csv person.name=Nombre,Apellidos,Correo electrónico
                        contactos.csv person.email=Correo electrónico
                        contactos.csv employment.account=Empresa
                        contactos.csv employment.title=Cargo
                        """);
        assertAlone("empresas.csv", """
                        Código\tRazão social\tSite\tSetor\tNúmero de funcionários\tPaís\tCriado em
                        E1\tUm Ltda\twww.um.example\tVarejo\t120\tBrasil\t2024-01-15
                        E2\tDois SA\twww.dois.example\tIndústria\t40\tPortugal\t2024-01-16
                        """, """
                        empresas.csv account.id=Código
                        empresas.csv account.at=Criado em
                        empresas.csv account.name=Razão social
                        empresas.csv account.domain=Site
                        empresas.csv account.industry=Setor
                        empresas.csv account.headcount=Número de funcionários
                        empresas.csv region=País
                        """);
    }

    private void assertAlone(String file, String content, String truth) throws IOException {
        trial = new ImportTrial(trial.folder.resolve("beside-" + file)).file(file, content);
        var proposal = proposal();
        assertRight(proposal, truth, 1, 1);
        assertThat(imported(proposal).rejected()).as(file).isZero();
    }

    @Test
    void whatTheValuesDoNotDecideIsAskedAndNoMappingWithAQuestionIsUsed() throws IOException {
        trial.file("deals.csv", """
                Deal ID,Deal Name,Company,Stage,Amount,Created
                D-1,Pilot,Acme,Closed Won,1.250,03/04/2025
                D-2,Roll-out,Birch,Parked,2.500,05/06/2025
                """);

        var proposal = proposal();

        assertThat(proposal)
                .contains(
                        "# 3 questions are open",
                        "dates: {format: \"?\"}   # QUESTION: M/d/yyyy or d/M/yyyy? All dates fit each of them, such as 03/04/2025",
                        "numbers: \"?\"   # QUESTION: is 1234.50 written as 1234.50 or 1.234,50? 1.250 is another number in each",
                        "Parked: \"?\"   # QUESTION: open, won, lost?");
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> Mapping.parse("crm.yaml", proposal))
                .withMessageContaining("crm.yaml:8: the question there is not answered.")
                .withMessageContaining("crm.yaml:9: the question there is not answered.")
                .withMessageContaining("crm.yaml:26: the question there is not answered.");

        var answered = proposal.replace("{format: \"?\"}", "{format: d/M/yyyy}")
                .replace("numbers: \"?\"", "numbers: \"1.234,50\"")
                .replace("Parked: \"?\"", "Parked: open");
        assertThat(imported(answered).rejected()).isZero();
        assertThat(trial.graph.facts(Opportunity.class).getFirst().time().occurredAt())
                .isEqualTo(Instant.parse("2025-04-03T00:00:00Z"));
        assertThat(trial.graph.facts(FieldChange.class))
                .extracting(FieldChange::value)
                .containsExactly("1250", "2500");
    }

    @Test
    void datesThatOtherFilesDecideAreWrittenAsThere() throws IOException {
        trial.file(
                        "companies.csv",
                        "Id,Company,Domain,Created\nA1,Acme,acme.example,31/12/2024\nA2,Birch,birch.example,1/2/2025\n")
                .file("contacts.csv", "Id,Name,Email,Company,Created\n1,Ana,ana@acme.example,Acme,3/4/2025\n");

        assertThat(proposal())
                .contains("dates: {format: d/M/yyyy}   # likely: so the dates of other files are written");
    }

    @Test
    void aProposalRepeatsNothingAboutPeople() throws IOException {
        german();
        trial.file("kontakte.csv", """
                Nr;Vorname;Nachname;E-Mail;Telefon;Vorgesetzte;Privat
                1;Ana;Müller;ana@nordwind.example;+49 301;Cleo Zimt;ana@home.example
                2;Bo;Groß;bo@birke.example;+49 302;Dora Moos;bo@home.example
                """);

        assertThat(proposal())
                .contains("Telefon: 2 different texts", "Vorgesetzte: 2 different texts", "Privat: e-mail addresses")
                .doesNotContain("ana@", "Zimt", "301");
    }

    @Test
    void theMavenSetIsUnderstood() throws IOException {
        var folder = dataSet("maven-crm");

        var proposal = proposal(folder);

        assertRight(proposal, """
                sales_teams.csv user.id=sales_agent
                sales_teams.csv user.name=sales_agent
                accounts.csv account.id=account
                accounts.csv account.name=account
                accounts.csv account.industry=sector
                accounts.csv account.headcount=employees
                accounts.csv annual-revenue=revenue
                accounts.csv region=office_location
                accounts.csv subsidiary.parent=subsidiary_of
                sales_pipeline.csv opportunity.id=opportunity_id
                sales_pipeline.csv opportunity.at=engage_date
                sales_pipeline.csv opportunity.name=product
                sales_pipeline.csv opportunity.account=account
                sales_pipeline.csv opportunity.stage=deal_stage
                sales_pipeline.csv opportunity.outcome=deal_stage
                sales_pipeline.csv opportunity.amount=close_value
                sales_pipeline.csv opportunity.close-date=close_date
                sales_pipeline.csv opportunity.owner=sales_agent
                """, 1, 1);
        var report = imported(proposal, folder);
        assertThat(report.rejected()).as("opportunities without account").isEqualTo(1_425);
        assertThat(report.refused()).isEmpty();
    }

    @Test
    void theHubSpotSetIsUnderstood() throws IOException {
        var folder = dataSet("hubspot-dummy");

        var proposal = proposal(folder);

        assertRight(answeredBySeller(proposal), """
                hubspot_companies.csv account.id=Company ID
                hubspot_companies.csv account.at=Create Date
                hubspot_companies.csv account.name=Company Name
                hubspot_companies.csv account.domain=Company Domain Name
                hubspot_companies.csv account.industry=Industry
                hubspot_companies.csv account.headcount=Number of Employees
                hubspot_companies.csv account.owner=Company Owner
                hubspot_companies.csv account.changed=Last Modified Date
                hubspot_companies.csv annual-revenue=Annual Revenue
                hubspot_companies.csv region=Country
                hubspot_contacts.csv person.id=Contact ID
                hubspot_contacts.csv person.at=Create Date
                hubspot_contacts.csv person.name=First Name,Last Name,Email
                hubspot_contacts.csv person.email=Email
                hubspot_contacts.csv person.changed=Last Modified Date
                hubspot_contacts.csv employment.account=Associated Company Domain
                hubspot_contacts.csv employment.title=Job Title
                hubspot_deals.csv opportunity.id=Deal ID
                hubspot_deals.csv opportunity.at=Create Date
                hubspot_deals.csv opportunity.name=Deal Name
                hubspot_deals.csv opportunity.account=Associated Company Domain
                hubspot_deals.csv opportunity.pipeline=Pipeline
                hubspot_deals.csv opportunity.stage=Deal Stage
                hubspot_deals.csv opportunity.outcome=Deal Stage
                hubspot_deals.csv opportunity.amount=Amount
                hubspot_deals.csv opportunity.close-date=Close Date
                hubspot_deals.csv opportunity.owner=Deal Owner
                hubspot_tickets.csv ticket.id=Ticket ID
                hubspot_tickets.csv ticket.at=Create Date
                hubspot_tickets.csv ticket.account=Associated Company Domain
                hubspot_tickets.csv ticket.person=Associated Contact Email
                hubspot_tickets.csv ticket.priority=Ticket Priority
                hubspot_tickets.csv ticket.closed=Close Date
                hubspot_tickets.csv ticket.owner=Ticket Owner
                hubspot_activities.csv engagement.id=Activity ID
                hubspot_activities.csv engagement.at=Activity Date
                hubspot_activities.csv engagement.person=Associated Contact Email
                hubspot_activities.csv engagement.kind=Activity Type
                hubspot_activities.csv engagement.side=Meeting Outcome
                hubspot_activities.csv engagement.owner=Activity Owner
                """, 1, 0.95);
        var report = imported(answeredBySeller(proposal), folder);
        assertThat(report.files())
                .allSatisfy(file -> assertThat(file.rejects().keySet())
                        .as("activities of contacts without company")
                        .isSubsetOf(RejectCode.NO_ACCOUNT));
        assertThat(report.accepted()).isGreaterThan(3_900);
    }

    @Test
    void theOlistFunnelIsUnderstoodButForTheBeginningOfItsDeals() throws IOException {
        var folder = dataSet("olist-funnel");

        var proposal = proposal(folder);

        assertRight(proposal, """
                olist_marketing_qualified_leads_dataset.csv account.id=mql_id
                olist_marketing_qualified_leads_dataset.csv account.at=first_contact_date
                olist_marketing_qualified_leads_dataset.csv account.name=mql_id
                olist_marketing_qualified_leads_dataset.csv lead-source=origin
                olist_closed_deals_dataset.csv opportunity.id=mql_id
                olist_closed_deals_dataset.csv opportunity.name=mql_id
                olist_closed_deals_dataset.csv opportunity.account=mql_id
                olist_closed_deals_dataset.csv opportunity.close-date=won_date
                olist_closed_deals_dataset.csv opportunity.owner=sr_id
                """, 0.88, 0.88);
        assertThat(imported(proposal, folder).rejected()).isZero();
    }

    @Test
    void theSalesforceFixtureIsUnderstoodByTheGenericMapping() throws IOException {
        var folder = ImportTrial.fixture("salesforce");

        var proposal = answeredBySeller(proposal(folder));

        assertThat(Mapping.parse("crm.yaml", proposal).files()).hasSizeGreaterThan(5);
    }

    @Test
    void idsCalledAfterOtherSystemsAreProposedForWhatTheRowsAreAbout() throws IOException {
        trial.file("companies.csv", """
                        Id,Company Name,Domain,HubSpot Company ID,SFDC Id,HubSpot Portal Id,HubSpot Owner Id
                        K1,Nordwind,nordwind.example,51,0015g00000XyZ1aAAF,9,4
                        K2,Birch,birch.example,52,0015g00000QrSt3AAF,9,5
                        """).file("contacts.csv", """
                        Id,First Name,Last Name,Email,Company Id,Salesforce Account ID,Salesforce Contact ID,Last Modified
                        P1,Ana,Lima,ana@nordwind.example,K1,0015g00000XyZ1aAAF,0035g00000AbCd1AAF,2024-02-01
                        P2,Bo,Lind,bo@birch.example,K2,0015g00000QrSt3AAF,,2024-02-02
                        """);

        var proposal = proposal();

        assertThat(proposal.lines().filter(line -> line.contains("foreign-id")))
                .extracting(String::strip)
                .containsExactly(
                        "foreign-id: [{column: HubSpot Company ID, from: hubspot}, {column: SFDC Id, from: salesforce}]"
                                + "   # likely: an id that is called after another system",
                        "foreign-id: {column: Salesforce Contact ID, from: salesforce}"
                                + "   # likely: an id that is called after another system");
        assertThat(imported(proposal).rejected()).isZero();
        assertThat(trial.graph.facts(FieldChange.class))
                .filteredOn(change -> change.field() == ChangeField.FOREIGN_ID)
                .hasSize(5);
    }

    @Test
    void whereNothingCanBePlacedThatIsSaid() throws IOException {
        trial.file("things.csv", "a,b\n1,2\n1,2\n");

        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(this::proposal)
                .withMessageStartingWith("nothing to import was found in things.csv: a file needs");
    }

    @Test
    void whateverTheColumnsAreCalledAProposalCanBeReadOrIsRefused() throws IOException {
        var draw = new Random(5);
        var pieces = List.of(
                "Company", "Id", "Name", " ", ",", "\"", "\n", ": ", "#", "{", "}", "[", "- ", "?", "\\", "é", "\u2028",
                "\uFEFF", "E-Mail", "Stage", "Date", "'", "&", "*", "!", "|", ">", "%", "@", "`", "\t");
        for (int number = 0; number < 200; number++) {
            var header = new ArrayList<String>();
            for (int column = 0; column < 1 + draw.nextInt(6); column++) {
                var name = new StringBuilder();
                for (int piece = 0; piece < 1 + draw.nextInt(4); piece++) {
                    name.append(pieces.get(draw.nextInt(pieces.size())));
                }
                header.add("\"" + name.toString().replace("\"", "\"\"") + "\"");
            }
            trial.file(
                    "deals.csv",
                    String.join(",", header) + "\n"
                            + "\"a b\",".repeat(header.size() - 1) + "\"=1\"\n"
                            + "x@y.example,".repeat(header.size() - 1) + "Won\n");
            try {
                assertThat(proposal()).startsWith("# Proposed from the first rows: deals.csv 2.");
            } catch (ImportRefused e) {
                assertThat(e).hasMessageNotContaining("cannot be used");
            }
        }
    }

    private String proposal() throws IOException {
        return proposal(trial.folder);
    }

    private static String proposal(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return MappingSuggestion.of(
                    files.filter(Files::isRegularFile).sorted().toList(), "crm");
        }
    }

    /** Answers the one question no file of activities decides. */
    private static String answeredBySeller(String proposal) {
        return proposal.replace("side: {constant: \"?\"}", "side: {constant: seller}")
                .replaceAll("(?m)^( +kind: )\\{constant: \"\\?\"\\}", "$1{constant: meeting}")
                .replaceAll("(?m)(^ +[^ #].*: )\"\\?\"   # QUESTION: email.*$", "$1task")
                .replaceAll("(?m)(^ +[^ #].*: )\"\\?\"   # QUESTION: open.*$", "$1open");
    }

    private ImportReport imported(String proposal) {
        return imported(proposal, trial.folder);
    }

    private ImportReport imported(String proposal, Path folder) {
        var request = new ImportRequest(
                "generic", Optional.of(Mapping.parse("crm.yaml", proposal)), folder, "batch-1", trial.rejects);
        assertThat(Importer.rehearse(request)).noneMatch(RecordTrial::isHopeless);
        return trial.run(request);
    }

    /**
     * @param truth what each line of the mapping ought to take from which columns, written by hand
     * @param precision how many of those proposed have to be right
     * @param recall how many of the right ones have to be proposed
     */
    private static void assertRight(String proposal, String truth, double precision, double recall) {
        var proposed = taken(Mapping.parse("crm.yaml", proposal));
        var right = new TreeSet<>(truth.lines().toList());
        var both = new TreeSet<>(proposed);
        both.retainAll(right);
        System.out.printf(
                "mapping suggest: %d proposed, %d of them right; %d would be right in all; wrong %s; missed %s%n",
                proposed.size(), both.size(), right.size(), without(proposed, right), without(right, proposed));
        assertThat((double) both.size() / proposed.size())
                .as("wrong: %s", without(proposed, right))
                .isGreaterThanOrEqualTo(precision);
        assertThat((double) both.size() / right.size())
                .as("missed: %s", without(right, proposed))
                .isGreaterThanOrEqualTo(recall);
    }

    private static Set<String> without(Set<String> these, Set<String> those) {
        var rest = new TreeSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    /** What a mapping takes from columns; what only repeats another record's line is left out. */
    private static Set<String> taken(Mapping mapping) {
        var taken = new TreeSet<String>();
        for (MappedFile file : mapping.files()) {
            for (MappedRecord record : file.records()) {
                var entity = MappedEntity.word(record.entity());
                record.values()
                        .forEach((attribute, rule) ->
                                taken.add(line(file, valueName(record, entity, attribute), rule.columns())));
                record.references()
                        .forEach((attribute, rule) -> taken.add(line(file, entity + "." + attribute, rule.columns())));
                record.times()
                        .forEach((attribute, rule) -> taken.add(line(file, entity + "." + attribute, rule.columns())));
                taken.add(line(file, entity + ".id", record.id().columns()));
            }
        }
        taken.removeIf(line -> line.endsWith("=")
                || line.matches(".* (field-change\\..*|subsidiary\\.(id|at|account)|employment\\.(id|at|person))=.*"));
        if (mapping.files().stream().anyMatch(MappingSuggestionTest::tellsAccountsOfItsOwn)) {
            taken.removeIf(line -> line.matches(".* account\\.(id|at)=.*"));
        }
        return taken;
    }

    private static boolean tellsAccountsOfItsOwn(MappedFile file) {
        return file.records().size() > 1
                && file.records().get(0).entity() == MappedEntity.ACCOUNT
                && (file.records().get(1).entity() == MappedEntity.PERSON
                        || file.records().get(1).entity() == MappedEntity.OPPORTUNITY);
    }

    private static String valueName(MappedRecord record, String entity, String attribute) {
        return attribute.equals("value")
                ? record.value("field")
                        .flatMap(rule -> rule.written().findFirst())
                        .orElseThrow()
                : entity + "." + attribute;
    }

    private static String line(MappedFile file, String name, List<String> columns) {
        return "%s %s=%s".formatted(file.name(), name, String.join(",", columns));
    }

    private static Path dataSet(String name) {
        var folder = Path.of(System.getProperty("caucus.shared-data", "../../shared/data"))
                .resolve(name);
        boolean there = Files.isDirectory(folder);
        if (!there) {
            System.out.println("skipped: data set " + name + " not found");
        }
        assumeTrue(there, "skipped: data set " + name + " not found");
        return folder;
    }
}
