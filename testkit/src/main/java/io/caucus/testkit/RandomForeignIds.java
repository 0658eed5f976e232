package io.caucus.testkit;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

/** Drawn tellings that records are known elsewhere by the keys of others, by keys nobody has, or no more. Same seed, same bits. */
public final class RandomForeignIds {

    private static final int MOST_OF_ONE = 4;

    private RandomForeignIds() {}

    /** No two of one record at one instant; a key is that of a record of either kind. */
    public static List<FieldChange> of(long seed, List<? extends Fact> facts) {
        var random = new SplittableRandom(seed * 47);
        var instants = new RandomInstants(random);
        var records = RandomMerges.records(facts, Fact.class);
        var taken = new HashSet<List<Object>>();
        var told = new ArrayList<FieldChange>();
        for (EntityRef record : records) {
            for (int count = random.nextInt(MOST_OF_ONE + 1); count > 0; count--) {
                var value = switch (random.nextInt(6)) {
                    case 0 -> "";
                    case 1 -> "random:*";
                    case 2 -> "elsewhere:" + random.nextInt(3);
                    default -> records.get(random.nextInt(records.size())).key();
                };
                var time = instants.time();
                if (taken.add(List.of(record, time.occurredAt()))) {
                    told.add(new FieldChange(record, ChangeField.FOREIGN_ID, value, time));
                }
            }
        }
        return told;
    }
}
