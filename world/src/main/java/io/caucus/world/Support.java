package io.caucus.world;

import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.time.FactTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What customers ask of support. */
final class Support {

    private static final double TICKETS_A_DAY = 0.5 / 30;
    private static final Duration MEAN_ANSWER = Duration.ofHours(6);
    private static final Duration MEAN_WORK = Duration.ofDays(3);

    /** As often as each stands here. */
    private static final List<String> PRIORITIES =
            List.of("low", "low", "medium", "medium", "medium", "medium", "high", "high", "urgent");

    private final int account;
    private final Staff staff;
    private final Calendar calendar;
    private final Dice dice;
    private final Records records;
    private int tickets;

    Support(int account, Staff staff, Calendar calendar, Dice dice, Records records) {
        this.account = account;
        this.staff = staff;
        this.calendar = calendar;
        this.dice = dice;
        this.records = records;
    }

    void tell() {
        for (int day = Calendar.DAYS - 1; day >= 0; day--) {
            int requests = dice.poisson(TICKETS_A_DAY);
            for (int request = 0; request < requests; request++) {
                ask(calendar.workingHour(day, dice));
            }
        }
    }

    private void ask(Instant opened) {
        var answered = opened.plus(dice.exponential(MEAN_ANSWER));
        var closed = answered.plus(dice.exponential(MEAN_WORK));
        var priority = dice.pick(PRIORITIES);
        var there = staff.thereAt(opened);
        if (!calendar.isOver(opened) || there.isEmpty()) {
            return;
        }
        tickets++;
        var id = Keys.ticket(account, tickets);
        records.add(
                "ticket",
                id.value(),
                new Ticket(
                        id,
                        Optional.of(Keys.account(account)),
                        Optional.of(dice.pick(there).id()),
                        Optional.of(priority),
                        FactTime.at(opened),
                        Optional.of(answered).filter(calendar::isOver).map(FactTime::at),
                        Optional.of(closed).filter(calendar::isOver).map(FactTime::at)));
    }
}
