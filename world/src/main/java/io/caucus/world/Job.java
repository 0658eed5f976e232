package io.caucus.world;

import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody does, and the title that tells it, or does not.
 *
 * @param isTelling whether function and seniority can be read from the title
 */
record Job(Optional<String> title, boolean isTelling, JobFunction realFunction, Seniority realSeniority) {

    private static final double NO_TITLE = 0.05;
    private static final double TELLS_NOTHING = 0.1;

    /** Whom every company has, in this order: the seats of every template can be filled from these, the smallest from the first few. */
    private static final List<Job> FIRST = List.of(
            job("VP Operations", JobFunction.OPERATIONS, Seniority.VP),
            job("Data Analyst", JobFunction.DATA, Seniority.ENTRY),
            job("Chief Financial Officer", JobFunction.FINANCE, Seniority.CXO),
            job("Director of Engineering", JobFunction.ENGINEERING, Seniority.DIRECTOR),
            job("Support Agent", JobFunction.CUSTOMER_SUPPORT, Seniority.ENTRY),
            job("Head of Procurement", JobFunction.PROCUREMENT, Seniority.DIRECTOR),
            job("General Counsel", JobFunction.LEGAL, Seniority.VP),
            job("Managing Director", JobFunction.GENERAL_MANAGEMENT, Seniority.CXO),
            job("Senior Security Architect", JobFunction.SECURITY, Seniority.SENIOR));

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

    private static final Set<Seniority> EVALUATING = Set.of(Seniority.DIRECTOR, Seniority.MANAGER, Seniority.SENIOR);
    private static final Set<Seniority> HANDS_ON = Set.of(Seniority.SENIOR, Seniority.ENTRY, Seniority.TRAINING);

    private static final List<String> RIDDLES = List.of(
            "Chief Happiness Wrangler", "Ninja", "Catalyst", "Special Projects", "n/a", "Botschafterin des Wandels");

    /** The {@code rank}-th person's job, from 0. */
    static Job draw(int rank, Dice dice) {
        double luck = dice.fraction();
        if (rank < FIRST.size()) {
            return FIRST.get(rank);
        }
        var job = dice.pick(MORE);
        if (luck < NO_TITLE) {
            return job.hiddenBehind(Optional.empty());
        }
        return luck < NO_TITLE + TELLS_NOTHING ? job.hiddenBehind(Optional.of(dice.pick(RIDDLES))) : job;
    }

    private static Job job(String title, JobFunction function, Seniority seniority) {
        return new Job(Optional.of(title), true, function, seniority);
    }

    private Job hiddenBehind(Optional<String> riddle) {
        return new Job(riddle, false, realFunction, realSeniority);
    }

    /** What the title says. */
    JobFunction function() {
        return isTelling ? realFunction : JobFunction.UNKNOWN;
    }

    /** What the title says. */
    Seniority seniority() {
        return isTelling ? realSeniority : Seniority.UNKNOWN;
    }

    /** Whether somebody with this job may sit there. The champion is not found by job. */
    boolean fits(CommitteeRole role) {
        return switch (role) {
            case ECONOMIC_BUYER -> realFunction == JobFunction.FINANCE && realSeniority.isExecutive();
            case DECISION_MAKER -> realSeniority.compareTo(Seniority.DIRECTOR) <= 0;
            case EXECUTIVE_SPONSOR -> realSeniority.compareTo(Seniority.CXO) <= 0;
            case TECHNICAL_EVALUATOR -> realFunction.isTechnical() && EVALUATING.contains(realSeniority);
            case END_USER -> HANDS_ON.contains(realSeniority);
            case PROCUREMENT -> realFunction == JobFunction.PROCUREMENT;
            case LEGAL_SECURITY -> realFunction == JobFunction.LEGAL || realFunction == JobFunction.SECURITY;
            case CHAMPION, COACH, INFLUENCER, GATEKEEPER, BLOCKER, UNKNOWN -> false;
        };
    }
}
