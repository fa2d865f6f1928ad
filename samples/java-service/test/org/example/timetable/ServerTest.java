package org.example.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerTest {
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = Server.start(new Timetable(), 0);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String ask(String method, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void departuresAreAddedAndTold() throws Exception {
        assertEquals("201 {\"at\":\"08:10\",\"destination\":\"Ulm\",\"platform\":3}", ask("POST", "/departures?at=08:10&destination=Ulm&platform=3"));
        assertEquals("200 [{\"at\":\"08:10\",\"destination\":\"Ulm\",\"platform\":3}]", ask("GET", "/next?from=08:00"));
        assertEquals("409 {\"error\":\"the platform is taken\"}", ask("POST", "/departures?at=08:10&destination=Bonn&platform=3"));
    }

    @Test
    void wrongQuestionsAreAnsweredAsSuch() throws Exception {
        assertEquals("400 {\"error\":\"times are written 08:10\"}", ask("GET", "/next?from=noon"));
        assertEquals("400 {\"error\":\"a departure has at=08:10, destination and platform\"}", ask("POST", "/departures?at=08:10"));
    }

    @Test
    void theServiceSaysThatItIsWell() throws Exception {
        assertEquals("200 {\"status\":\"well\"}", ask("GET", "/health"));
    }
}
