package io.caucus.graphmodel.vocabulary;

/** Who says that a person holds a role. A human's word beats inference and is never overwritten by a job. */
public enum RoleSource {
    STATED_IN_CRM,
    INFERRED_FROM_TITLE,
    INFERRED_FROM_BEHAVIOUR,
    EXTERNAL
}
