package io.caucus.scoring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.scoring.learn.LearningRefused;
import io.caucus.scoring.learn.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmountsTest {

    @TempDir
    private Path folder;

    @Test
    void eachRowHasTheAmountOfItsLine() throws IOException {
        var leads = Leads.write(folder, 200, 1, 1);

        var amounts = leads.amounts();

        assertThat(amounts.column()).contains("value");
        var lines = Files.readAllLines(leads.file());
        var rows = TableReader.read(leads.file(), leads.schema(), Leads.NOW).rows();
        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
            int number = Integer.parseInt(row.id().substring("lead-".length()));
            if (number % 10 == 0) {
                assertThat(amounts.of(row)).isNaN();
            } else {
                assertThat(lines.get(number + 1)).contains(",%.0f,".formatted(amounts.of(row)));
            }
        });
    }

    @Test
    void aSchemaWithoutAnAmountHasNone() throws IOException {
        assertThat(Leads.writePlain(folder, 200, 1, 1).amounts()).isSameAs(Amounts.NONE);
    }

    @Test
    void anAmountThatIsNoNumberIsNamed() throws IOException {
        var leads = Leads.write(folder, 200, 1, 1);
        var lines = Files.readAllLines(leads.file());
        lines.set(2, lines.get(2).replaceFirst(",\\d+,(\\d+),country", ",a lot,$1,country"));
        Files.write(leads.file(), lines);

        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(leads::amounts)
                .withMessageContaining("leads.csv:3 has value 'a lot', which the schema calls a number");
    }
}
