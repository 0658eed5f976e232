/**
 * How well the account is recorded, which says nothing about the account.
 *
 * <p>Won accounts have fuller records because somebody filled them in after winning. A model that saw this would learn who was sold
 * to, not who will buy; so <em>no feature of this family is ever an input of a model</em>. They move confidence and thresholds.
 *
 * <p>Example: HubSpot and Salesforce each have a record of an account, somebody merged them, and between them they know its domain
 * and industry out of seven attributes looked for. Two sources tell of it, one record was merged into it, it is 2/7 complete.
 */
@NullMarked
package io.caucus.features.record;

import org.jspecify.annotations.NullMarked;
