package org.example.timetable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The service: GET /next?from=08:00, POST /departures?at=08:10&destination=Ulm&platform=3, GET /health. */
public final class Server {
    private Server() {}

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = start(new Timetable(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(1)));
        System.out.println("listening on port " + port);
    }

    static HttpServer start(Timetable timetable, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/health", exchange -> answer(exchange, 200, "{\"status\":\"well\"}"));
        server.createContext("/next", exchange -> next(timetable, exchange));
        server.createContext("/departures", exchange -> add(timetable, exchange));
        server.start();
        return server;
    }

    private static void next(Timetable timetable, HttpExchange exchange) throws IOException {
        try {
            LocalTime from = LocalTime.parse(query(exchange).getOrDefault("from", "00:00"));
            String body = timetable.next(from, 10).stream().map(Departure::toJson).collect(Collectors.joining(",", "[", "]"));
            answer(exchange, 200, body);
        } catch (DateTimeException e) {
            answer(exchange, 400, "{\"error\":\"times are written 08:10\"}");
        }
    }

    private static void add(Timetable timetable, HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        try {
            Departure departure = new Departure(
                    LocalTime.parse(query.getOrDefault("at", "")), query.get("destination"), Integer.parseInt(query.getOrDefault("platform", "")));
            boolean isNew = timetable.add(departure);
            answer(exchange, isNew ? 201 : 409, isNew ? departure.toJson() : "{\"error\":\"the platform is taken\"}");
        } catch (DateTimeException | IllegalArgumentException e) {
            answer(exchange, 400, "{\"error\":\"a departure has at=08:10, destination and platform\"}");
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(x -> x.split("=", 2))
                        .filter(x -> x.length == 2)
                        .collect(Collectors.toMap(x -> x[0], x -> x[1], (first, second) -> first));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, content.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(content);
        }
    }
}
