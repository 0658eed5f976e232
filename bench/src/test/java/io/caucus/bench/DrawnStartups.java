package io.caucus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A data set in the shape of Crunchbase's: half of the investors are good, and their companies are mostly acquired within a few years. */
final class DrawnStartups {

    private static final int COMPANIES = 400;
    private static final int INVESTORS = 30;

    private final List<String> companies = new ArrayList<>();
    private final List<String> rounds = new ArrayList<>();
    private final List<String> investments = new ArrayList<>();
    private final List<String> acquisitions = new ArrayList<>();

    DrawnStartups(long seed) {
        var random = new SplittableRandom(seed);
        companies.add(
                "permalink,name,category_code,funding_total_usd,status,state_code,region,founded_at,last_funding_at");
        rounds.add("company_permalink,company_name,funding_round_type,funded_at,raised_amount_usd");
        investments.add("company_name,investor_name,funded_when,amount_usd");
        acquisitions.add("company_permalink,company_name,acquirer_name,acquired_at,price_amount");
        for (int company = 0; company < COMPANIES; company++) {
            draw(company, random);
        }
    }

    /** @param later with what became known at the end of the snapshot: its sums and fates, and rows that no cutoff sees */
    void write(Path folder, boolean later) throws IOException {
        Files.createDirectories(folder);
        var all = new ArrayList<>(companies);
        all.replaceAll(line ->
                line.replace("TOTAL", later ? "99000000" : "").replace("STATUS", later ? "acquired" : "operating"));
        Files.write(folder.resolve("companies.csv"), all);
        Files.write(folder.resolve("rounds.csv"), with(rounds, later, "/c/7,Company 7,series-c+,2013-09-01,5000000"));
        Files.write(
                folder.resolve("investments.csv"), with(investments, later, "Company 7,Investor 1,2013-09-01,5000000"));
        Files.write(
                folder.resolve("acquisitions.csv"), with(acquisitions, later, "/c/7,Company 7,Somebody,2013-09-02,"));
    }

    private static List<String> with(List<String> lines, boolean later, String line) {
        var all = new ArrayList<>(lines);
        if (later) {
            all.add(line);
        }
        return all;
    }

    private void draw(int company, SplittableRandom random) {
        var begun = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(2_700));
        int investor = random.nextInt(INVESTORS);
        companies.add("/c/%d,Company %d,%s,TOTAL,STATUS,CA,\"Bay, the\",%s,2013-10-01"
                .formatted(company, company, random.nextBoolean() ? "web" : "mobile", begun.minusDays(200)));
        rounds.add("/c/%d,Company %d,series-a,%s,%d".formatted(company, company, begun, random.nextInt(1_000_000)));
        investments.add("Company %d,Investor %d,%s,".formatted(company, investor, begun));
        investments.add("Company %d,Investor %d,%s,".formatted(company, random.nextInt(INVESTORS), begun));
        boolean isAcquired = random.nextDouble() < (investor < INVESTORS / 2 ? 0.8 : 0.1);
        if (isAcquired && company != 7) {
            acquisitions.add("/c/%d,Company %d,Somebody,%s,"
                    .formatted(company, company, begun.plusDays(30 + random.nextInt(2_500))));
        }
    }
}
