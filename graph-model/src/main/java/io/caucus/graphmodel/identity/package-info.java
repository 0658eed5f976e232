/**
 * Which records speak of the same person or account.
 *
 * <p>A <em>record</em> is what one source tells under one key. A {@link io.caucus.graphmodel.identity.Merge} is the decision that
 * two records are one; it is kept beside them and changes neither, so each keeps its sources and what was told of it. Records that
 * merges join, directly or through others, are read as one, under the smallest of their keys: the <em>canonical</em> one.
 *
 * <p>Example: {@code hubspot:17} and {@code salesforce:003A} are merged on Monday and parted on Friday. As of Tuesday there is one
 * person, {@code hubspot:17}, with the jobs and engagements of both; as of Sunday, or of Saturday, there are two.
 */
@NullMarked
package io.caucus.graphmodel.identity;

import org.jspecify.annotations.NullMarked;
