package io.caucus.graphmodel.vocabulary;

/** What somebody on the buyer's side let us know in words. Closed: whatever reads a conversation can find these and no others. */
public enum ConversationSignal {
    ASKS_PRICE("asks what it costs, for a quote or for terms"),
    ASKS_TIMELINE("asks how long it takes or when it could start"),
    NAMES_COMPETITOR("names one of the competitors we listed"),
    EVALUATES_VENDORS("says that several vendors are being compared"),
    ASKS_TO_LOOP_IN("brings in a colleague, or asks us to"),
    OBJECTION_BUDGET("there is no money, or it costs too much"),
    OBJECTION_TIMING("not now: another quarter, other priorities"),
    OBJECTION_CAPABILITY("something needed is missing"),
    OBJECTION_SECURITY("security, data protection or legal stands against it"),
    CHOSE_COMPETITOR("went with another vendor"),
    NOT_A_FIT("says that it does not fit their needs"),
    UNSUBSCRIBE("asks not to be written to any more"),
    CONNECTION_ACCEPTED("accepted a connection in a network"),
    MEETING_BOOKED("agrees to a meeting at a time"),
    QUALIFICATION("tells a budget, a deadline, or who decides and how"),
    POSITIVE_REPLY("says in so many words that they are interested"),
    NEGATIVE_REPLY("says in so many words that they are not interested");

    private final String meaning;

    ConversationSignal(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
