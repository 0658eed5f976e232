/**
 * How the account's sales move.
 *
 * <p>A deal is slow only beside others: its time in a stage is placed among the stays of all deals in that stage, those that
 * are still there included. Example: of three deals in Proposal two left after 5 and 9 days and one has been there for 12;
 * a deal there for 7 days has outstayed a third.
 */
@NullMarked
package io.caucus.features.opportunity;

import org.jspecify.annotations.NullMarked;
