package io.caucus.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.identity.IdentifyingRecord;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.testkit.RandomWorlds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityCandidatesTest {

    private static final Identities NOBODY_YET = Identities.of(Map.of());

    static Stream<String> freeMailDomains() {
        return Domains.freeMail().stream().sorted();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Ana.Lopez+news@gmail.com  | analopez@googlemail.com
            ANA@Acme.example          | ana@acme.example
            ana@müller.example        | ana@xn--mller-kva.example
            ana+crm@outlook.com       | ana@outlook.com
            """)
    void oneMailboxIsOnePersonHoweverItIsWritten(String one, String other) {
        assertThat(among(person("a:1", "", one), person("b:1", "", other)))
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.grounds())
                            .isEqualTo(IdentityRule.EMAIL.grounds(candidate.one(), candidate.other()));
                    assertThat(candidate.one().key()).isEqualTo("a:1");
                });
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ana.lopez@acme.example   | analopez@acme.example
            ana+crm@acme.example     | ana@acme.example
            a.na@outlook.com         | ana@outlook.com
            info@acme.example        | info@acme.example
            no address               | no address
            @acme.example            | @acme.example
            +@gmail.com              | +x@gmail.com
            """)
    void dotsTagsAndSharedMailboxesSayNothingWhereTheProviderDoesNotIgnoreThem(String one, String other) {
        assertThat(among(person("a:1", "", one), person("b:1", "", other))).isEmpty();
    }

    @Test
    void aNameNeedsAnEmployerBesideIt() {
        assertThat(among(person("a:1", "Ana López", "ana@one.example"), person("b:1", "Ana Lopez", "ana@two.example")))
                .isEmpty();
        assertThat(among(
                        person("a:1", "Ana López", "ana@acme.com"),
                        person("b:1", "ana lopez", "a.lopez@mail.acme.com")))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.grounds())
                        .isEqualTo(IdentityRule.NAME_AND_EMPLOYER.grounds(candidate.one(), candidate.other())));
        assertThat(among(person("a:1", "Ana", "ana@acme.com"), person("b:1", "Ana", "a@acme.com")))
                .isEmpty();
    }

    @Test
    void aNameAndAnAccountInCommonMakeACandidate() {
        var one =
                IdentifyingRecord.ofPerson(ref(NodeLabel.PERSON, "a:1"), "Bo Li", Optional.empty(), List.of("a:acme"));
        var other =
                IdentifyingRecord.ofPerson(ref(NodeLabel.PERSON, "b:1"), "Bo Li", Optional.empty(), List.of("a:acme"));

        assertThat(among(one, other)).hasSize(1);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "acme.co.uk, www.acme.co.uk",
        "sales.acme.com, acme.com",
        "ACME.com, acme.com",
        "müller.de, xn--mller-kva.de"
    })
    void oneRegisteredDomainIsOneCompany(String one, String other) {
        assertThat(among(account("a:1", "", one), account("b:1", "", other)))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.grounds())
                        .isEqualTo(IdentityRule.DOMAIN.grounds(candidate.one(), candidate.other())));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({"acme.co.uk, other.co.uk", "one.github.io, two.github.io", "co.uk, co.uk", "intranet, intranet"})
    void aPublicSuffixIsNobodys(String one, String other) {
        assertThat(among(account("a:1", "", one), account("b:1", "", other))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("freeMailDomains")
    void freeMailNeverJoinsCompanies(String domain) {
        assertThat(among(account("a:1", "", domain), account("b:1", "", "www." + domain)))
                .isEmpty();
        assertThat(among(person("a:1", "Ana Lopez", "a@" + domain), person("b:1", "Ana Lopez", "b@" + domain)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "Acme Inc., ACME",
        "Müller G.m.b.H., Muller GmbH",
        "Telefónica S.A., telefonica sa",
        "Padaria Sol Ltda, Padaria Sol LTDA.",
        "Acme Co. Ltd., Acme Limited"
    })
    void companyNamesAreComparedWithoutTheirLegalForms(String one, String other) {
        assertThat(among(account("a:1", one, ""), account("b:1", other, "")))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.grounds())
                        .isEqualTo(IdentityRule.COMPANY_NAME.grounds(candidate.one(), candidate.other())));
    }

    @Test
    void theStrongestRuleSpeaksAndTheOrderOfRecordsDoesNotMatter() {
        var records = List.of(
                account("a:1", "Acme", "acme.com"),
                account("b:1", "Acme Inc", "acme.com"),
                account("c:1", "ACME", "acme.org"),
                person("a:1", "Ana Lopez", "ana@acme.com"),
                person("b:1", "Ana Lopez", "ana@acme.com"));
        var expected = IdentityCandidates.among(records, NOBODY_YET);

        assertThat(expected)
                .extracting(candidate -> candidate.grounds().rule())
                .containsExactly("EMAIL", "DOMAIN", "COMPANY_NAME");
        for (long seed = 0; seed < 50; seed++) {
            var shuffled = RandomWorlds.shuffled(records, new SplittableRandom(seed));
            assertThat(IdentityCandidates.among(shuffled, NOBODY_YET)).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({
        "salesforce:0035g00000AbCd1AAF, salesforce:0035g00000AbCd1AAF",
        "salesforce:0035g00000AbCd1, salesforce:0035g00000AbCd1AAF",
        "salesforce:0035g00000AbCd1AAF, salesforce:0035g00000AbCd1",
        "erp:17, erp:17"
    })
    void whoGivesTheIdOfAnotherRecordIsACandidateWhateverElseTheyShare(String given, String key) {
        var gives = person("hubspot:1", "Ana Lopez", "ana@acme.com").withForeignIds(List.of(given));
        var other = person(key, "A. Silva", "ana@acme.com");

        assertThat(among(gives, other)).singleElement().satisfies(candidate -> {
            assertThat(candidate.grounds().rule()).isEqualTo("FOREIGN_ID");
            assertThat(candidate.grounds().evidence())
                    .isEqualTo("Person hubspot:1 gives, as its id in another system, that of Person %s.", key);
            assertThat(candidate.one()).isLessThan(candidate.other());
        });
        assertThat(IdentityCandidates.grounds(other, gives))
                .isEqualTo(IdentityCandidates.grounds(gives, other))
                .hasValueSatisfying(grounds -> assertThat(grounds.evidence()).startsWith("Person hubspot:1 gives"));
    }

    @Test
    void anIdThatNoRecordHasMakesNoCandidateHoweverManyGiveIt() {
        var one = account("hubspot:1", "", "one.com").withForeignIds(List.of("salesforce:0015g00000XyZ1aAAF"));
        var other = account("hubspot:2", "", "two.com").withForeignIds(List.of("salesforce:0015g00000XyZ1aAAF"));

        assertThat(among(one, other)).isEmpty();
        assertThat(IdentityCandidates.grounds(one, other)).isEmpty();
    }

    @Test
    void anIdOfARecordOfAnotherKindMakesNoCandidate() {
        var company = account("hubspot:1", "", "one.com").withForeignIds(List.of("salesforce:0035g00000AbCd1AAF"));

        assertThat(among(company, person("salesforce:0035g00000AbCd1AAF", "", "")))
                .isEmpty();
    }

    @Test
    void allWhoGiveTheIdOfARecordArePairedWithIt() {
        var first = account("hubspot:1", "", "").withForeignIds(List.of("salesforce:0015g00000XyZ1aAAF"));
        var second = account("hubspot:2", "", "").withForeignIds(List.of("salesforce:0015g00000XyZ1a"));

        assertThat(among(second, account("salesforce:0015g00000XyZ1aAAF", "", ""), first))
                .extracting(
                        candidate -> candidate.one().key(),
                        candidate -> candidate.other().key())
                .containsExactly(
                        Tuple.tuple("hubspot:1", "salesforce:0015g00000XyZ1aAAF"),
                        Tuple.tuple("hubspot:2", "salesforce:0015g00000XyZ1aAAF"));
    }

    @Test
    void anIdThatWasCorrectedOrTakenAwayMakesNoCandidate() {
        var named = account("salesforce:0015g00000XyZ1aAAF", "", "");
        for (String later : List.of("", "salesforce:001*", "salesforce:0015g00000QrSt3AAF")) {
            assertThat(among(
                            account("hubspot:1", "", "")
                                    .withForeignIds(List.of(named.record().key(), later)),
                            named))
                    .as(later)
                    .isEmpty();
        }
    }

    @Test
    void oneIdOfSalesforceInBothFormsIsOneRecord() {
        assertThat(among(
                        account("salesforce:0015g00000XyZ1a", "", ""),
                        account("salesforce:0015g00000XyZ1aAAF", "", "")))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.grounds().evidence())
                        .isEqualTo("Account salesforce:0015g00000XyZ1aAAF and Account salesforce:0015g00000XyZ1a are"
                                + " one id of Salesforce, in its long and in its short form."));
    }

    @Test
    void thoseWhoAreOneAlreadyAreNoCandidates() {
        var one = account("a:1", "", "acme.com");
        var other = account("b:1", "", "acme.com");

        assertThat(IdentityCandidates.among(List.of(one, other), Identities.of(Map.of(other.record(), one.record()))))
                .isEmpty();
    }

    private static List<Candidate> among(IdentifyingRecord... records) {
        return IdentityCandidates.among(List.of(records), NOBODY_YET);
    }

    private static IdentifyingRecord person(String key, String name, String email) {
        return IdentifyingRecord.ofPerson(ref(NodeLabel.PERSON, key), name, Optional.of(email), List.of());
    }

    private static IdentifyingRecord account(String key, String name, String domain) {
        return IdentifyingRecord.ofAccount(ref(NodeLabel.ACCOUNT, key), name, Optional.of(domain));
    }

    private static EntityRef ref(NodeLabel label, String key) {
        return new EntityRef(label, key);
    }
}
