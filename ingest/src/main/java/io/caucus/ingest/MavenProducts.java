package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import java.util.List;

/** The products there are. They tell no fact of their own; opportunities are checked against them. */
final class MavenProducts implements RecordMapping {

    private static final String PRODUCT = "product";

    private final ListedValues products;

    MavenProducts(ListedValues products) {
        this.products = products;
    }

    @Override
    public String record() {
        return "product";
    }

    @Override
    public Columns columns() {
        return new Columns(List.of(PRODUCT), List.of());
    }

    @Override
    public List<String> dates() {
        return List.of();
    }

    @Override
    public String nativeId(Row row) {
        return Keys.slug(row, PRODUCT);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        products.list(row.get(PRODUCT));
        return List.of();
    }
}
