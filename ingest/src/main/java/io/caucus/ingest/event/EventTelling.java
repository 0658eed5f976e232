package io.caucus.ingest.event;

import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.ingest.References;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.RejectedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes events, in the order in which they arrived, each once however often it comes.
 *
 * <p>As many as possible go into one transaction. An event that asks where somebody works begins another one if that was told
 * in this one: so the outcome is the same as if each were written by itself.
 */
public final class EventTelling {

    private final PortionWriter writer;
    private final EntityDirectory directory;

    public EventTelling(FactWriter writer, EntityDirectory directory) {
        this(
                (batchId, batch, taken, rejected) ->
                        batch.isEmpty() ? 0 : writer.write(batchId, batch).duplicates(),
                directory);
    }

    public EventTelling(PortionWriter writer, EntityDirectory directory) {
        this.writer = writer;
        this.directory = directory;
    }

    /** For whoever has to write more than facts in a transaction: takes what can be written together, in the order of the events. */
    public interface PortionWriter {

        /**
         * @param batch the facts of the events taken; empty when all of them were rejected
         * @param taken the events that have become facts or were rejected; the next portion begins behind them
         * @param rejected those of them of which nothing is told
         * @return how many of the batch had been written before
         */
        int write(String batchId, List<SourcedFacts> batch, List<ArrivedEvent> taken, List<RejectedEvent> rejected);
    }

    /**
     * How it ended: {@code accepted + duplicates + rejected} is the number of events given.
     *
     * @param duplicates events that had been written before
     */
    public record Told(int accepted, int duplicates, List<RejectedEvent> rejected) {

        public Told {
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * @param batchId what brings them, for the audit trail
     * @throws RuntimeException when the graph cannot be reached; giving the same events again has no second effect
     */
    public Told tell(String batchId, List<ArrivedEvent> events) {
        var rejected = new ArrayList<RejectedEvent>();
        int duplicates = 0;
        var rest = events;
        while (!rest.isEmpty()) {
            var portion = new Portion(rest);
            portion.read();
            duplicates += portion.write(batchId);
            rejected.addAll(portion.rejected);
            rest = rest.subList(portion.taken, rest.size());
        }
        return new Told(events.size() - duplicates - rejected.size(), duplicates, rejected);
    }

    /** The events at the head of a list that can be written together. */
    private final class Portion {

        private final List<ArrivedEvent> events;
        private final TreeMap<String, References> references = new TreeMap<>();
        private final List<SourcedFacts> batch = new ArrayList<>();
        private final List<RejectedEvent> rejected = new ArrayList<>();
        private final Set<PersonId> hired = new TreeSet<>();
        private int taken;

        Portion(List<ArrivedEvent> events) {
            this.events = events;
            events.forEach(arrived -> arrived.event().meaning().refer(referencesOf(arrived.event())));
            references.values().forEach(one -> one.lookUp(directory));
        }

        private References referencesOf(Event event) {
            return references.computeIfAbsent(event.source(), References::ofEvents);
        }

        void read() {
            while (taken < events.size()
                    && !asksForSomebodyHired(events.get(taken).event())) {
                read(events.get(taken));
                taken++;
            }
        }

        private boolean asksForSomebodyHired(Event event) {
            if (hired.isEmpty()) {
                return false;
            }
            var asked = References.ofEvents(event.source());
            event.meaning().refer(asked);
            return asked.employees().stream().anyMatch(hired::contains);
        }

        private void read(ArrivedEvent arrived) {
            var event = arrived.event();
            try {
                var facts = event.meaning().facts(referencesOf(event));
                facts.forEach(fact -> {
                    if (fact instanceof Employment job) {
                        hired.add(job.person());
                    }
                });
                batch.add(new SourcedFacts(event.record(arrived.delivery(), arrived.line()), facts));
            } catch (RejectedRow e) {
                rejected.add(new RejectedEvent(arrived, e.code(), e.column(), e.reason()));
            } catch (RuntimeException e) {
                // Nothing is known of the message but that it may repeat the event; the kind of failure leads to the
                // place.
                rejected.add(new RejectedEvent(
                        arrived,
                        RejectCode.MALFORMED,
                        "",
                        "it cannot be read: " + e.getClass().getSimpleName()));
            }
        }

        int write(String batchId) {
            return writer.write(batchId, batch, events.subList(0, taken), rejected);
        }
    }
}
