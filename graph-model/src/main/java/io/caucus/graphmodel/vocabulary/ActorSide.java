package io.caucus.graphmodel.vocabulary;

/** Who acted. Only what buyers do counts as engagement. */
public enum ActorSide {
    BUYER,
    SELLER
}
