package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.caucus.cypher.NamedStatement.Access;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedStatementTest {

    @Test
    void theContractIsReadFromTheTopOfTheFile() {
        var statement = NamedStatement.parse("people/all", """
                // Everybody who
                // works somewhere.
                // params: accountId STRING, asOf DATETIME
                // returns: personId STRING, emails LIST<STRING>
                // access: READ
                // plan: label scan, everybody is wanted
                MATCH (person:Person) RETURN person.personId AS personId, [] AS emails // $accountId $asOf
                """);

        assertThat(statement.purpose()).isEqualTo("Everybody who works somewhere.");
        assertThat(statement.parameters()).containsExactly(entry("accountId", "STRING"), entry("asOf", "DATETIME"));
        assertThat(statement.columns()).containsExactly(entry("personId", "STRING"), entry("emails", "LIST<STRING>"));
        assertThat(statement.access()).isEqualTo(Access.READ);
        assertThat(statement.labelScan()).contains("everybody is wanted");
    }

    @Test
    void aFileWithoutAWholeContractIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamedStatement.parse("a/b", "// Counts.\n// params: none\n// access: READ\nRETURN 1"))
                .withMessage(
                        "Statement 'a/b' has no line '// returns: …'; every file declares params, returns and access.");
    }

    @Test
    void aStatementThatDoesNotExistIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamedStatement.load("no/such"))
                .withMessageContaining("There is no statement 'no/such'");
    }

    @Test
    void parametersThatWereNotDeclaredAreRefused() {
        var statement = NamedStatement.load("history/account-page");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> statement.sent(Map.of("asOf", "now")))
                .withMessageContaining(
                        "'history/account-page' was given parameters [asOf], declares [after, asOf, limit]");
    }

    @Test
    void parametersWithADotAreSentAsEntriesOfAMap() {
        var statement = NamedStatement.parse("people/of", """
                // Who they are.
                // params: given.personIds LIST<STRING>, asOf DATETIME
                // returns: name STRING
                // access: READ
                MATCH (person:Person)
                WHERE person.personId IN $given.personIds AND person.occurredAt <= $asOf
                RETURN person.name AS name
                """);

        var sent = statement.sent(Map.of("given.personIds", List.of("p1"), "asOf", "now"));

        assertThat(sent)
                .containsExactlyInAnyOrderEntriesOf(Map.of("given", Map.of("personIds", List.of("p1")), "asOf", "now"));
    }

    @Test
    void theTextBeginsWithThePartsThatAreNamed() {
        var statement = NamedStatement.parse("people/count", """
                // How many people work there.
                // params: accountId STRING, asOf DATETIME
                // returns: people INTEGER
                // access: READ
                // begins: people
                RETURN size(people) AS people
                """);

        assertThat(statement.text())
                .startsWith("// How many people work there.")
                .containsSubsequence(
                        "collect(DISTINCT account) AS accounts", "CALL (accounts) {", "RETURN size(people)")
                .doesNotContain("begins:");
    }

    @Test
    void aPartComesOnceAndAfterWhatItBeginsWith() {
        assertThat(StatementPart.inOrder(List.of("roles", "actions")))
                .extracting(StatementPart::name)
                .containsExactly("accounts", "people", "opportunities", "roles", "actions");
    }

    @Test
    void aPartThatDoesNotExistIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatementPart.load("nobody"))
                .withMessageContaining("There is no part 'nobody'");
    }
}
