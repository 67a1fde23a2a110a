package io.growthline.pipelines.emulators;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An emulator that somebody has started, found by an environment variable. */
record Emulator(String url) {

  /** The emulator; without it the test is skipped, which nobody should overlook. */
  static Emulator of(String variable) {
    String host = System.getenv(variable);
    if (host == null || host.isBlank()) {
      String said =
          "SKIPPED: " + variable + " is not set, so nothing was proved; see docs/emulators.md";
      System.err.println("*".repeat(said.length()));
      System.err.println(said);
      System.err.println("*".repeat(said.length()));
      abort(said);
    }
    return new Emulator(host.contains("://") ? host : "http://" + host);
  }

  /** Posts JSON; an object that is there already is as good as a new one. */
  void create(String path, String json) throws IOException, InterruptedException {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url + path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300 && response.statusCode() != 409) {
      throw new IOException("Cannot create " + path + ": " + response.body());
    }
  }
}
