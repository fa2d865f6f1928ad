package org.example.timetable;

import java.time.LocalTime;

/** A departure: when, where to, from which platform. */
public record Departure(LocalTime at, String destination, int platform) implements Comparable<Departure> {
    public Departure {
        if (destination == null || destination.isBlank() || destination.length() > 60) {
            throw new IllegalArgumentException("a departure has a destination of at most 60 characters");
        }
        if (platform < 1 || platform > 99) {
            throw new IllegalArgumentException("platforms are 1 to 99");
        }
    }

    @Override
    public int compareTo(Departure other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : destination.compareTo(other.destination);
    }

    public String toJson() {
        String text = destination.replace("\\", "\\\\").replace("\"", "\\\"");
        return "{\"at\":\"%s\",\"destination\":\"%s\",\"platform\":%d}".formatted(at, text, platform);
    }
}
