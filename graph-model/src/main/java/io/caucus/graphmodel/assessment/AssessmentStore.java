package io.caucus.graphmodel.assessment;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** Keeps assessments beside the facts they were made from. */
public interface AssessmentStore {

    /** Writes assessments with links to the account, the feature values and the cited facts; repeating it changes nothing. */
    void keep(List<KeptAssessment> assessments);

    /** Writes feature values beside their accounts; repeating it changes nothing. */
    void keepFeatures(List<KeptFeatures> features);

    /**
     * Writes who moved whom; repeating it changes nothing. It takes the place of what was kept of an account, and of accounts that
     * merges join with it, unless feature values of a later instant are kept.
     */
    void keepInfluences(List<KeptInfluences> influences);

    /** The newest assessment of each account that is not later than the instant; accounts without one are absent. */
    SortedMap<AccountId, KeptAssessment> latest(Collection<AccountId> accounts, AsOf asOf);
}
