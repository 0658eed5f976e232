package io.caucus.features.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.RandomWorlds;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitteeTemplatesTest {

    private static final CommitteeTemplates SHIPPED = CommitteeTemplates.shipped();
    private static final FactTime NOW = FactTime.at(RandomWorlds.NOW);

    @Test
    void anAccountWithoutASegmentUsesTheStandard() {
        assertThat(SHIPPED.of(AccountStory.of("").history()).name()).isEqualTo("standard");
    }

    @Test
    void aSegmentGoesByItsName() {
        var segment = segment("crm:17");

        var history = AccountStory.of("")
                .and(in(segment), new Thing(segment, "Enterprise", NOW))
                .history();

        assertThat(SHIPPED.of(history).name()).isEqualTo("enterprise");
    }

    @Test
    void aSegmentNobodyNamedGoesByItsId() {
        assertThat(SHIPPED.of(AccountStory.of("").and(in(segment("crm:SMB"))).history())
                        .name())
                .isEqualTo("small-business");
    }

    @Test
    void aSegmentThatNoTemplateNamesUsesTheStandard() {
        assertThat(SHIPPED.of(AccountStory.of("").and(in(segment("crm:public"))).history())
                        .name())
                .isEqualTo("standard");
    }

    @Test
    void ofTwoSegmentsTheFirstThatATemplateNamesCounts() {
        var history = AccountStory.of("")
                .and(in(segment("crm:c-smb")), in(segment("crm:a-public")), in(segment("crm:smb")))
                .history();

        assertThat(SHIPPED.of(history).name()).isEqualTo("small-business");
    }

    @Test
    void aSegmentThatAnAccountHasLeftNoLongerCounts() {
        var left = new Link(
                LinkType.IN_SEGMENT,
                AccountStory.account().id().ref(),
                segment("crm:smb"),
                Optional.empty(),
                Map.of(),
                AccountStory.account().time(),
                Optional.of(FactTime.at(RandomWorlds.NOW.minusSeconds(1))));

        assertThat(SHIPPED.of(AccountStory.of("").and(left).history()).name()).isEqualTo("standard");
    }

    @Test
    void aTemplateOfNoSegmentIsRefused() {
        var odd = parsed("odd", "version=1\nCHAMPION=1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommitteeTemplates(SHIPPED.standard(), List.of(odd)))
                .withMessageStartingWith("committee template 'odd' names no segment");
    }

    @Test
    void twoTemplatesForOneSegmentAreRefused() {
        var one = parsed("one", "version=1\nsegments=Retail\nCHAMPION=1");
        var other = parsed("other", "version=1\nsegments=banks, retail\nCHAMPION=2");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommitteeTemplates(SHIPPED.standard(), List.of(one, other)))
                .withMessageStartingWith("segment 'retail' is named by the committee templates 'one' and 'other'");
    }

    @Test
    void aStandardForASegmentIsRefused() {
        var one = parsed("one", "version=1\nsegments=Retail\nCHAMPION=1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommitteeTemplates(one, List.of()))
                .withMessageStartingWith("committee template 'one' is the standard and names segments [retail]");
    }

    @Test
    void aSegmentWithoutANameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parsed("odd", "version=1\nsegments=retail,,banks\nCHAMPION=1"))
                .withMessageStartingWith("committee template 'odd' names a segment without a name");
    }

    private static CommitteeTemplate parsed(String name, String text) {
        try {
            return CommitteeTemplate.parse(name, new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EntityRef segment(String key) {
        return new EntityRef(NodeLabel.SEGMENT, key);
    }

    private static Link in(EntityRef segment) {
        return Link.of(
                LinkType.IN_SEGMENT,
                AccountStory.account().id().ref(),
                segment,
                AccountStory.account().time());
    }
}
