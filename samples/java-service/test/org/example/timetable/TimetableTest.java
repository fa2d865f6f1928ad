package org.example.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private final Timetable timetable = new Timetable();

    private static Departure at(String time, String destination, int platform) {
        return new Departure(LocalTime.parse(time), destination, platform);
    }

    @Test
    void departuresComeInOrder() {
        timetable.add(at("10:00", "Ulm", 1));
        timetable.add(at("08:00", "Bonn", 2));
        assertEquals(List.of("Bonn", "Ulm"), timetable.next(LocalTime.MIN, 10).stream().map(Departure::destination).toList());
    }

    @Test
    void afterTheLastComesTheNextMorning() {
        timetable.add(at("08:00", "Bonn", 1));
        timetable.add(at("22:00", "Ulm", 1));
        assertEquals(List.of("Ulm", "Bonn"), timetable.next(LocalTime.parse("21:00"), 10).stream().map(Departure::destination).toList());
    }

    @Test
    void aPlatformIsTakenForTwoMinutes() {
        assertTrue(timetable.add(at("08:00", "Bonn", 1)));
        assertFalse(timetable.add(at("08:01", "Ulm", 1)));
        assertTrue(timetable.add(at("08:01", "Ulm", 2)));
        assertTrue(timetable.add(at("08:02", "Ulm", 1)));
    }

    @Test
    void whatIsNoDepartureIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> at("08:00", " ", 1));
        assertThrows(IllegalArgumentException.class, () -> at("08:00", "Ulm", 0));
    }

    @Test
    void quotesInADestinationAreEscaped() {
        assertEquals("{\"at\":\"08:00\",\"destination\":\"\\\"Ulm\\\"\",\"platform\":1}", at("08:00", "\"Ulm\"", 1).toJson());
    }
}
