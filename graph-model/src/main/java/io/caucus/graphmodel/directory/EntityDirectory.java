package io.caucus.graphmodel.directory;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds entities by what sources call them. A name may fit several entities: the caller decides, nothing is guessed here.
 * Names that fit nothing are absent from the result; the entities of one name are sorted. By a name that nothing has any more, what had
 * it is found.
 */
public interface EntityDirectory {

    /** @param emails lower case */
    Map<String, List<PersonId>> peopleByEmail(Collection<String> emails);

    /** @param domains lower case */
    Map<String, List<AccountId>> accountsByDomain(Collection<String> domains);

    Map<String, List<AccountId>> accountsByName(Collection<String> names);

    /** The account that employs each person by the latest employment on record; people without one are absent. */
    Map<PersonId, AccountId> employersOf(Collection<PersonId> people);

    /**
     * Those of the accounts, people and opportunities that a source has told of. What was only mentioned by something else is
     * not among them.
     */
    Set<EntityRef> existing(Collection<? extends EntityKey> keys);
}
