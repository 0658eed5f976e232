package io.caucus.world;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** What companies are called. */
final class Companies {

    static final List<String> INDUSTRIES = List.of(
            "Manufacturing",
            "Logistics",
            "Software",
            "Food",
            "Insurance",
            "Textiles",
            "Health care",
            "Energy",
            "Banking",
            "Retail",
            "Pharmaceuticals",
            "Construction",
            "Telecommunications",
            "Education",
            "Aviation");

    private static final List<String> FIRST = List.of(
            "Amber",
            "Birch",
            "Cobalt",
            "Drift",
            "Ember",
            "Falcon",
            "Granite",
            "Hazel",
            "Iris",
            "Juniper",
            "Köhler",
            "Linden",
            "Marlow",
            "Nimbus",
            "Orchard",
            "Pelham",
            "Quill",
            "Río Claro",
            "Sable",
            "Thornton",
            "Umbra",
            "Vesper",
            "Willow",
            "Xenia",
            "Yarrow",
            "Zenith",
            "Åsgard",
            "Belvoir",
            "Côte d'Or",
            "Dovetail",
            "Everett");

    private static final List<String> SECOND = List.of(
            "Aerospace",
            "Bank",
            "Chemicals",
            "Dynamics",
            "Electronics",
            "Foods",
            "Glassworks",
            "Health",
            "Instruments",
            "Logistics",
            "Materials",
            "Networks",
            "Optics",
            "Pharma",
            "Retail Group",
            "Shipping",
            "Telecom",
            "Utilities",
            "Ventures");

    private static final int STRIDE = 211;

    private Companies() {}

    /** Steps through all pairs of words before one comes a second time; later rounds carry a number. */
    static String name(int number) {
        int pairs = FIRST.size() * SECOND.size();
        int pair = (int) ((long) number * STRIDE % pairs);
        var name = FIRST.get(pair % FIRST.size()) + " " + SECOND.get(pair / FIRST.size());
        int round = number / pairs;
        return round == 0 ? name : name + " " + (round + 1);
    }

    /** Who invests in companies or works with them. */
    static String backer(int number, String trade) {
        int round = number / FIRST.size();
        var name = FIRST.get(number % FIRST.size()) + " " + trade;
        return round == 0 ? name : name + " " + (round + 1);
    }

    /** In a top-level domain that nobody can own. */
    static String domain(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var words = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return words + ".example";
    }
}
