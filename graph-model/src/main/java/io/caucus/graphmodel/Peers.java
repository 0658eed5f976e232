package io.caucus.graphmodel;

/**
 * What one account is compared with: facts about all accounts as of an instant, gathered once however many accounts are asked about.
 *
 * @param spells how long opportunities stayed in each stage
 * @param order which stage comes after which
 * @param use how our products are used
 */
public record Peers(StageSpells spells, StageOrder order, ProductUse use) {

    public static final Peers NONE = new Peers(StageSpells.NONE, StageOrder.NONE, ProductUse.NONE);
}
