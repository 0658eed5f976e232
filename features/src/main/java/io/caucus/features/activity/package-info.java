/**
 * Who at the account did what: the ground that most features stand on.
 *
 * <p>An <em>action</em> is an engagement that counts (a buyer's, not excluded) and was performed by at least one person
 * employed at the account as of the instant. Somebody who has left takes their actions along. A meeting that two colleagues
 * attended is one action with two performers.
 */
@NullMarked
package io.caucus.features.activity;

import org.jspecify.annotations.NullMarked;
