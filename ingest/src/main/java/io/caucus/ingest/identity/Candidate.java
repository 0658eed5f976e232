package io.caucus.ingest.identity;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.identity.Grounds;

/**
 * Two records that may be one.
 *
 * @param one the one with the smaller key
 * @param grounds the strongest there are
 */
public record Candidate(EntityRef one, EntityRef other, Grounds grounds) {}
