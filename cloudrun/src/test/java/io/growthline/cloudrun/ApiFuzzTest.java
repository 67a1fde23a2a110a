package io.growthline.cloudrun;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever is asked, the service does not fail, and says why it refuses. */
@QuarkusTest
@WithTestResource(SampleData.class)
class ApiFuzzTest {
  private static final int REQUESTS = 10_000;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource("/")
  URI service;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void noRequestFailsAndEveryRefusalIsAProblem() throws Exception {
    JsonNode api =
        JSON.readTree(send(HttpRequest.newBuilder(service.resolve("openapi?format=json"))).body());
    RandomRequests requests = new RandomRequests(api, service, new Random(20260701));
    List<String> wrong = new ArrayList<>();
    Set<Integer> statuses = new TreeSet<>();

    for (int i = 0; i < REQUESTS && wrong.size() < 20; i++) {
      RandomRequests.Described request = requests.next();
      try {
        HttpResponse<String> answer = send(request.builder());
        statuses.add(answer.statusCode());
        if (!isSound(answer)) {
          wrong.add(answer.statusCode() + " " + answer.body() + " for " + request.description());
        }
      } catch (HttpTimeoutException e) {
        wrong.add("No answer for " + request.description());
      }
    }

    assertThat(wrong, is(empty()));
    assertThat(statuses, hasItems(200, 400, 404, 405, 413, 414, 415));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.timeout(ANSWER_WITHIN).build(), BodyHandlers.ofString());
  }

  private static boolean isSound(HttpResponse<String> answer) throws IOException {
    int status = answer.statusCode();
    return status < 400 || status < 500 && isProblem(answer, status);
  }

  private static boolean isProblem(HttpResponse<String> answer, int status) throws IOException {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/problem+json")) {
      return false;
    }
    JsonNode problem = JSON.readTree(answer.body());
    return problem.path("status").asInt() == status
        && problem.hasNonNull("code")
        && problem.hasNonNull("detail");
  }
}
