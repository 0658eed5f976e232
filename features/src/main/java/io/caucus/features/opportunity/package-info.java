/**
 * How the account's sales move.
 *
 * <p>A deal is slow only beside others: its time in a stage is placed among the stays of all deals in that stage, those that
 * are still there included. Example: of three deals in Proposal two left after 5 and 9 days and one has been there for 12;
 * a deal there for 7 days has outstayed a third.
 *
 * <p>Which of two stages comes later is told by others too: the one that more deals of the pipeline entered second. Example: nine
 * deals were in Discovery before they were in Proposal and one the other way round, so a deal that goes from Proposal to Discovery
 * goes back, and one that goes from Discovery to a stage nobody has been in goes neither way.
 *
 * <p>What a deal is said to be worth and when it should close are what our own people enter; the features tell how often they had
 * to correct themselves.
 */
@NullMarked
package io.caucus.features.opportunity;

import org.jspecify.annotations.NullMarked;
