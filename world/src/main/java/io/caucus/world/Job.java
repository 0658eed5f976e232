package io.caucus.world;

import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.util.List;
import java.util.Optional;

/** A title and what it says about its holder. */
record Job(Optional<String> title, JobFunction function, Seniority seniority) {

    private static final double NO_TITLE = 0.05;
    private static final double TELLS_NOTHING = 0.1;

    /** Whom every company has, in this order: a committee can be seated from the first six. */
    private static final List<Job> FIRST = List.of(
            job("Director of Engineering", JobFunction.ENGINEERING, Seniority.DIRECTOR),
            job("Chief Financial Officer", JobFunction.FINANCE, Seniority.CXO),
            job("Head of Procurement", JobFunction.PROCUREMENT, Seniority.DIRECTOR),
            job("VP Operations", JobFunction.OPERATIONS, Seniority.VP),
            job("Senior Security Architect", JobFunction.SECURITY, Seniority.SENIOR),
            job("General Counsel", JobFunction.LEGAL, Seniority.VP));

    private static final List<Job> MORE = List.of(
            job(
                    "Vice President, Enterprise Architecture & Platform Engineering",
                    JobFunction.ENGINEERING,
                    Seniority.VP),
            job("Senior Manager, Regulatory Affairs and Compliance", JobFunction.LEGAL, Seniority.MANAGER),
            job("Leiterin Einkauf und Lieferantenmanagement", JobFunction.PROCUREMENT, Seniority.MANAGER),
            job("Directeur des systèmes d'information", JobFunction.INFORMATION_TECHNOLOGY, Seniority.CXO),
            job("Jefa de Operaciones", JobFunction.OPERATIONS, Seniority.MANAGER),
            job("Analista de dados sênior", JobFunction.DATA, Seniority.SENIOR),
            job("IT Manager", JobFunction.INFORMATION_TECHNOLOGY, Seniority.MANAGER),
            job("Data Engineer", JobFunction.DATA, Seniority.ENTRY),
            job("Product Manager", JobFunction.PRODUCT, Seniority.MANAGER),
            job("Financial Controller", JobFunction.FINANCE, Seniority.MANAGER),
            job("Head of Customer Support", JobFunction.CUSTOMER_SUPPORT, Seniority.DIRECTOR),
            job("HR Business Partner", JobFunction.HUMAN_RESOURCES, Seniority.SENIOR),
            job("Marketing Manager", JobFunction.MARKETING, Seniority.MANAGER),
            job("Sales Operations Lead", JobFunction.SALES, Seniority.SENIOR),
            job("Software Engineer", JobFunction.ENGINEERING, Seniority.ENTRY),
            job("Working Student, Operations", JobFunction.OPERATIONS, Seniority.TRAINING),
            job("Managing Director", JobFunction.GENERAL_MANAGEMENT, Seniority.CXO));

    private static final List<String> RIDDLES = List.of(
            "Chief Happiness Wrangler", "Ninja", "Catalyst", "Special Projects", "n/a", "Botschafterin des Wandels");

    /** The {@code rank}-th person's job, from 0. */
    static Job draw(int rank, Dice dice) {
        double luck = dice.fraction();
        if (rank < FIRST.size()) {
            return FIRST.get(rank);
        }
        if (luck < NO_TITLE) {
            return new Job(Optional.empty(), JobFunction.UNKNOWN, Seniority.UNKNOWN);
        }
        return luck < NO_TITLE + TELLS_NOTHING
                ? job(dice.pick(RIDDLES), JobFunction.UNKNOWN, Seniority.UNKNOWN)
                : dice.pick(MORE);
    }

    private static Job job(String title, JobFunction function, Seniority seniority) {
        return new Job(Optional.of(title), function, seniority);
    }
}
