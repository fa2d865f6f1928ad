package org.example.timetable;

import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;

/** The departures of a station. */
public final class Timetable {
    private final ConcurrentSkipListSet<Departure> departures = new ConcurrentSkipListSet<>();

    /** Adds a departure; false where it is known, or another leaves the same platform within two minutes. */
    public boolean add(Departure departure) {
        boolean isBlocked = departures.stream()
                .filter(x -> x.platform() == departure.platform())
                .anyMatch(x -> Math.abs(x.at().toSecondOfDay() - departure.at().toSecondOfDay()) < 120);
        return !isBlocked && departures.add(departure);
    }

    /** The next departures from a time of day on, and those of the next morning behind them. */
    public List<Departure> next(LocalTime from, int most) {
        return java.util.stream.Stream.concat(
                        departures.stream().filter(x -> !x.at().isBefore(from)), departures.stream().filter(x -> x.at().isBefore(from)))
                .limit(most)
                .toList();
    }
}
