package io.caucus.scoring.explanation;

import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Instant;
import java.util.Optional;

/** Something that is supposed of an account, in the terms of its facts. */
public sealed interface Change {

    /**
     * A seat that the committee requires is taken, by somebody who is employed, holds the role as a record would state it, and met us just
     * now.
     */
    record FillSeat(CommitteeRole role, Somebody by) implements Change {}

    /**
     * A meeting with us.
     *
     * @param at when; as of the history's instant if not given
     */
    record AddMeeting(Somebody with, Optional<Instant> at) implements Change {}

    /** The only champion, by record or by effect, does not work here any more. */
    record LoseChampion() implements Change {}

    /** Somebody does not work here any more. */
    record LosePerson(PersonId person) implements Change {}

    /** Who it is about. */
    sealed interface Somebody {

        /** Somebody employed here. */
        record Known(PersonId person) implements Somebody {}

        /** Whoever is surest to sit on a seat. */
        record OnSeat(CommitteeRole role) implements Somebody {}

        /** The first by key of those employed here with this job function, or if there is nobody, somebody new. */
        record OfFunction(JobFunction function) implements Somebody {}

        /** Somebody who was not known before and is hired just now. UNKNOWN is neutral. */
        record Hired(Seniority seniority, JobFunction function) implements Somebody {}
    }
}
