package io.caucus.ingest;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The "CRM sales opportunities" set of Maven Analytics: accounts are known by name, and only opportunities have dates.
 * Its {@code data_dictionary.csv} is not data and is left alone.
 */
final class MavenCrmProfile implements Profile {

    static final String NAME = "maven-crm";
    static final String PRODUCTS_FILE = "products.csv";
    static final String TEAMS_FILE = "sales_teams.csv";
    static final String ACCOUNTS_FILE = "accounts.csv";
    static final String PIPELINE_FILE = "sales_pipeline.csv";

    private final ListedValues products = new ListedValues(PRODUCTS_FILE, new TreeSet<>());
    private final ListedValues agents = new ListedValues(TEAMS_FILE, new TreeSet<>());

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<SourceFile> files() {
        return List.of(
                new SourceFile(List.of(PRODUCTS_FILE), DateForm.MONTH_DAY_YEAR, new MavenProducts(products)),
                new SourceFile(List.of(TEAMS_FILE), DateForm.MONTH_DAY_YEAR, new MavenSalesAgents(agents)),
                new SourceFile(List.of(ACCOUNTS_FILE), DateForm.MONTH_DAY_YEAR, new MavenAccounts()),
                new SourceFile(List.of(ACCOUNTS_FILE), DateForm.MONTH_DAY_YEAR, new MavenSubsidiaries()),
                new SourceFile(
                        List.of(PIPELINE_FILE), DateForm.MONTH_DAY_YEAR, new MavenOpportunities(products, agents)));
    }

    @Override
    public Map<String, List<String>> learned() {
        return Map.of(PRODUCTS_FILE, List.copyOf(products.values()), TEAMS_FILE, List.copyOf(agents.values()));
    }

    @Override
    public void recall(Map<String, List<String>> learned) {
        products.values().addAll(learned.getOrDefault(PRODUCTS_FILE, List.of()));
        agents.values().addAll(learned.getOrDefault(TEAMS_FILE, List.of()));
    }

    static String key(String nativeId) {
        return NAME + ":" + nativeId;
    }
}
