package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTitlesTest {

    private final JobTitles titles = JobTitles.load();

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            CEO                                  | GENERAL_MANAGEMENT     | CXO
            Executive Assistant to the CEO       | GENERAL_MANAGEMENT     | ENTRY
            Chief Information Security Officer   | SECURITY               | CXO
            Co-Founder & CTO                     | GENERAL_MANAGEMENT     | OWNER
            SVP, Global Procurement              | PROCUREMENT            | VP
            VP of Engineering                    | ENGINEERING            | VP
            Director of Sales Operations         | SALES                  | DIRECTOR
            Head of IT                           | INFORMATION_TECHNOLOGY | DIRECTOR
            Senior Data Engineer                 | DATA                   | SENIOR
            Product Manager                      | PRODUCT                | MANAGER
            Marketing Intern                     | MARKETING              | TRAINING
            General Counsel                      | LEGAL                  | CXO
            Kaufmännischer Leiter                | FINANCE                | DIRECTOR
            Geschäftsführerin                    | GENERAL_MANAGEMENT     | CXO
            Leiter Einkauf                       | PROCUREMENT            | DIRECTOR
            Directeur financier                  | FINANCE                | DIRECTOR
            Responsable des achats               | PROCUREMENT            | MANAGER
            Directora de Recursos Humanos        | HUMAN_RESOURCES        | DIRECTOR
            Jefe de Compras                      | PROCUREMENT            | MANAGER
            Diretor Financeiro                   | FINANCE                | DIRECTOR
            Estagiário de Vendas                 | SALES                  | TRAINING
            Gerente de TI                        | INFORMATION_TECHNOLOGY | MANAGER
            Lexicographer                        | UNKNOWN                | UNKNOWN
            ''                                   | UNKNOWN                | UNKNOWN
            """)
    void theMostSpecificLineDecides(String title, JobFunction function, Seniority seniority) {
        assertThat(titles.read(title)).isEqualTo(new JobTitles.Position(function, seniority));
    }
}
