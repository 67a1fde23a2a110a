package io.growthline.cloudrun.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses long addresses and large bodies with a problem. The server itself refuses those that are
 * larger still, without a body.
 */
@ApplicationScoped
class RequestLimits {
  /** Longest path with its query, in characters. */
  static final int ADDRESS = 4_096;

  /** Most bytes of a body. */
  static final int BODY = 64 * 1024;

  private static final int FIRST = Integer.MAX_VALUE;

  void register(@Observes Filters filters) {
    filters.register(RequestLimits::check, FIRST);
  }

  static Problem tooLarge() {
    return Problem.of(
        ProblemCode.PAYLOAD_TOO_LARGE,
        "The body has more than " + BODY + " bytes; shorten it",
        null);
  }

  private static void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.uri().length() > ADDRESS) {
      refuse(
          request,
          Problem.of(
              ProblemCode.URI_TOO_LONG,
              "The address has more than " + ADDRESS + " characters; shorten it",
              null));
    } else if (declaredBytes(request) > BODY) {
      refuse(request, tooLarge());
    } else {
      context.next();
    }
  }

  /** Lets the body pass by unread: the connection would wait for a reader. */
  private static void refuse(HttpServerRequest request, Problem problem) {
    problem.send(request.response());
    request.resume();
  }

  /** What the header says; 0 without one, as for a body in chunks. */
  private static long declaredBytes(HttpServerRequest request) {
    try {
      String length = request.getHeader("Content-Length");
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
