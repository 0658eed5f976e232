package io.caucus.features.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.features.EvidenceItem;
import io.caucus.features.EvidenceItem.AccountRecord;
import io.caucus.features.EvidenceItem.AttributeTold;
import io.caucus.features.EvidenceItem.StageEntered;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureValue;
import io.caucus.features.Stories;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.HistoryOracle;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordTest {

    private static final String COMPLETENESS = "record.completeness";
    private static final String STALENESS = "record.staleness_days";
    private static final String SOURCES = "record.source_count";
    private static final String MERGED = "record.merged_from";
    private static final AccountId ACME = AccountStory.account().id();
    private static final AccountId HUBSPOT = new AccountId("hubspot:12");
    private static final AccountId TWIN = new AccountId("hubspot:13");

    private static FeatureValue value(String feature, AccountHistory history) {
        return Stories.value(feature, history, Peers.NONE);
    }

    private static List<EvidenceItem> evidence(String feature, AccountHistory history) {
        return Stories.evidence(feature, history, Peers.NONE).items();
    }

    private static AccountHistory history(String story, Fact... more) {
        return AccountStory.of(story).and(more).history();
    }

    private static FieldChange told(ChangeField field, String value, String when) {
        return new FieldChange(
                ACME.ref(), field, value, FactTime.at(AccountStory.asOf(when).instant()));
    }

    /** Three records that merges joined, under the smallest of their keys. */
    private static AccountHistory merged(AccountId... joined) {
        var time = FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(9)));
        var facts = List.<Fact>of(
                AccountStory.account(),
                new Account(HUBSPOT, "Acme Inc", Optional.empty(), time),
                new Account(TWIN, "Acme", Optional.empty(), time));
        var same = new TreeMap<>(Map.of(ACME.ref(), HUBSPOT.ref()));
        for (AccountId record : joined) {
            same.put(record.ref(), HUBSPOT.ref());
        }
        return HistoryOracle.history(
                HUBSPOT, new AsOf(RandomWorlds.NOW), Identities.of(same).resolve(facts));
    }

    /** The domain and the industry, out of seven; the headcount was taken away. */
    @Test
    void completenessIsTheShareOfAttributesKnown() {
        var history = history(
                "",
                told(ChangeField.INDUSTRY, "Retail", "50d ago"),
                told(ChangeField.HEADCOUNT, "40", "50d ago"),
                told(ChangeField.HEADCOUNT, "", "40d ago"));

        assertThat(value(COMPLETENESS, history)).isEqualTo(FeatureValue.of(2 / 7.0));
        assertThat(evidence(COMPLETENESS, history))
                .containsExactly(
                        new AttributeTold(
                                ACME.ref(),
                                ChangeField.DOMAIN,
                                AccountStory.account().time().occurredAt()),
                        new AttributeTold(
                                ACME.ref(),
                                ChangeField.INDUSTRY,
                                AccountStory.asOf("50d ago").instant()));
    }

    @Test
    void stalenessIsTheAgeOfTheLastNews() {
        var story = """
                ana: VP
                deal enters Proposal 20d ago
                ana replies 1d ago
                """;
        var industry = told(ChangeField.INDUSTRY, "Retail", "50d ago");

        assertThat(value(STALENESS, history(story, industry))).isEqualTo(FeatureValue.of(20));
        assertThat(evidence(STALENESS, history(story, industry)))
                .containsExactly(new StageEntered(
                        AccountStory.opportunity("deal"),
                        "Proposal",
                        AccountStory.asOf("20d ago").instant()));
        assertThat(value(STALENESS, history("ana: VP\nana replies 1d ago", industry)))
                .isEqualTo(FeatureValue.of(50));
        assertThat(value(STALENESS, history(""))).isEqualTo(FeatureValue.of(1000));
    }

    @Test
    void recordsOfOneSourceAreOneSource() {
        var history = merged(TWIN);

        assertThat(value(SOURCES, history)).isEqualTo(FeatureValue.of(2));
        assertThat(evidence(SOURCES, history)).containsExactly(new AccountRecord(ACME));
        assertThat(value(MERGED, history)).isEqualTo(FeatureValue.of(2));
        assertThat(evidence(MERGED, history)).containsExactly(new AccountRecord(TWIN), new AccountRecord(ACME));
    }

    /** Parting the record that is cited takes its part of the value away. */
    @Test
    void aRecordThatIsPartedCountsNoMore() {
        assertThat(value(MERGED, merged())).isEqualTo(FeatureValue.of(1));
        assertThat(value(MERGED, history(""))).isEqualTo(FeatureValue.of(0));
        assertThat(value(SOURCES, history(""))).isEqualTo(FeatureValue.of(1));
        assertThat(evidence(MERGED, history(""))).isEmpty();
    }

    @Test
    void noneOfItIsAnInputOfAModelAndEverythingElseMayBe() {
        assertThat(FeatureCatalogue.standard().definitions())
                .filteredOn(definition -> !FeatureDefinition.mayBeInput(definition.id()))
                .extracting(FeatureDefinition::id)
                .containsExactly(COMPLETENESS, MERGED, SOURCES, STALENESS);
    }

    @Test
    void attributesThatNoAccountHasCannotBeExpected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordParameters(new TreeSet<>(Set.of(ChangeField.AMOUNT))))
                .withMessage("expected has AMOUNT, must be attributes of an account beside its name");
    }
}
