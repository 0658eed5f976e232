package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;

/** One of our own people: account executive, manager, support. */
public record User(UserId id, String name, FactTime time) implements Fact {

    /** Personal data stays out of anything that prints. */
    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
