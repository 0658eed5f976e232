package io.caucus.api.cli;

import java.util.List;
import java.util.Map;

/** An answer about a score, for people and for scripts. */
interface Explanation {

    List<String> lines();

    /** Maps, lists, strings, numbers and booleans. */
    Map<String, Object> document();
}
