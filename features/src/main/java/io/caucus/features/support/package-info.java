/**
 * What the account asks for help with, and how it is served.
 *
 * <p>A <em>request</em> is a support ticket of the account, whoever raised it. Sources name priorities as they like, so which of
 * them are an <em>escalation</em> is data: a versioned list of words. Example: of three requests of this month one is of priority
 * "High" and two were answered after 2 and 10 hours; that is one escalation and a first response after 6 hours.
 *
 * <p>When a request was first answered is told by the system that keeps it, not guessed from mails. HubSpot exports tell it,
 * Salesforce cases have no standard field for it; mappings and events may tell it.
 */
@NullMarked
package io.caucus.features.support;

import org.jspecify.annotations.NullMarked;
