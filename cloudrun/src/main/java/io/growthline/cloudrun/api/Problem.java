package io.growthline.cloudrun.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import jakarta.ws.rs.core.Response;

/**
 * A refusal as RFC 9457 describes it.
 *
 * @param type always {@code about:blank}; {@code code} tells problems apart
 * @param title the same for every problem of one code
 * @param status HTTP status
 * @param detail what happened here and what to do
 * @param code from the closed list
 * @param field the field concerned; absent when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String detail, ProblemCode code, String field) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The problem of a code. */
  public static Problem of(ProblemCode code, String detail, String field) {
    return new Problem("about:blank", code.title(), code.status(), detail, code, field);
  }

  /** Answers a request that no resource serves. */
  public void send(HttpServerResponse response) {
    response
        .setStatusCode(status)
        .putHeader("Content-Type", MEDIA_TYPE)
        .end(Json.encodeToBuffer(this));
  }

  Response toResponse() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
