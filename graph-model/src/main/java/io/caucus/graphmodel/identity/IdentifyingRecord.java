package io.caucus.graphmodel.identity;

import io.caucus.graphmodel.fact.EntityRef;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one record says that may tell whom or what it is about.
 *
 * @param name empty if none was told
 * @param email of a person
 * @param domain of an account
 * @param employers keys of the accounts at which a person ever had a job
 * @param foreignIds all that was told of its keys in other systems ({@link io.caucus.graphmodel.vocabulary.ChangeField#FOREIGN_ID}),
 *     oldest first
 */
public record IdentifyingRecord(
        EntityRef record,
        String name,
        Optional<String> email,
        Optional<String> domain,
        SortedSet<String> employers,
        List<String> foreignIds) {

    public IdentifyingRecord {
        employers = Collections.unmodifiableSortedSet(new TreeSet<>(employers));
        foreignIds = List.copyOf(foreignIds);
    }

    public static IdentifyingRecord ofPerson(
            EntityRef person, String name, Optional<String> email, Collection<String> employers) {
        return new IdentifyingRecord(person, name, email, Optional.empty(), new TreeSet<>(employers), List.of());
    }

    public static IdentifyingRecord ofAccount(EntityRef account, String name, Optional<String> domain) {
        return new IdentifyingRecord(account, name, Optional.empty(), domain, new TreeSet<>(), List.of());
    }

    public IdentifyingRecord withForeignIds(List<String> told) {
        return new IdentifyingRecord(record, name, email, domain, employers, told);
    }

    /** Personal data stays out of anything that prints. */
    @Override
    public String toString() {
        return "IdentifyingRecord[" + record + "]";
    }
}
