package io.growthline.pipelines.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Serves one API on 127.0.0.1 and remembers what it was asked. */
final class LoopbackServer implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  static {
    // Otherwise the body waits for the client to acknowledge the head, 40 ms for each answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> unexpected = new CopyOnWriteArrayList<>();

  /** Answers requests; empty when it does not know the request. */
  interface Api {
    Response answer(Request request) throws IOException;
  }

  /**
   * What was asked.
   *
   * @param path decoded parts of the path
   * @param headers by lower-case name
   */
  record Request(
      String method,
      List<String> path,
      Map<String, String> query,
      Map<String, String> headers,
      byte[] body) {

    static Request of(String method, URI uri, Map<String, String> headers, byte[] body) {
      List<String> path =
          Arrays.stream(uri.getRawPath().substring(1).split("/"))
              .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
              .toList();
      Map<String, String> query = new LinkedHashMap<>();
      if (uri.getRawQuery() != null) {
        for (String pair : uri.getRawQuery().split("&")) {
          String[] parts = pair.split("=", 2);
          query.put(
              parts[0],
              parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
      }
      return new Request(method, path, query, headers, body);
    }

    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }

    /** Whether the path, from a part on, has these parts; {@code *} stands for any. */
    boolean isAt(int from, String... parts) {
      if (path.size() != from + parts.length) {
        return false;
      }
      for (int i = 0; i < parts.length; i++) {
        if (!parts[i].equals("*") && !parts[i].equals(path.get(from + i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** What is answered. */
  record Response(int status, Map<String, String> headers, byte[] body) {
    static Response json(Object value) {
      try {
        return new Response(
            200, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(value));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static Response status(int status) {
      return new Response(status, Map.of(), new byte[0]);
    }

    /** An error as Google's APIs word it. */
    static Response error(int status, String reason, String message) {
      Map<String, Object> error =
          Map.of(
              "code",
              status,
              "message",
              message,
              "errors",
              List.of(Map.of("domain", "global", "reason", reason, "message", message)));
      return new Response(
          status, Map.of("Content-Type", "application/json"), json(Map.of("error", error)).body());
    }
  }

  LoopbackServer(Api api) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, api));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Requests that the API did not know: what a test must not pass over in silence. */
  List<String> unexpected() {
    return unexpected;
  }

  private void handle(HttpExchange exchange, Api api) throws IOException {
    try (exchange) {
      Map<String, String> headers = new LinkedHashMap<>();
      exchange.getRequestHeaders().forEach((k, v) -> headers.put(k.toLowerCase(), v.get(0)));
      byte[] body = body(exchange.getRequestBody(), headers);
      Request request =
          Request.of(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
      Response response = answer(request, api);
      response.headers().forEach(exchange.getResponseHeaders()::set);
      boolean empty = response.body().length == 0 || request.method().equals("HEAD");
      exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
      if (!empty) {
        exchange.getResponseBody().write(response.body());
      }
    }
  }

  private Response answer(Request request, Api api) {
    try {
      Response response = api.answer(request);
      if (response != null) {
        return response;
      }
      unexpected.add(request.method() + " " + request.path() + " " + request.query());
    } catch (IOException | RuntimeException e) {
      unexpected.add(request.method() + " " + request.path() + ": " + e);
    }
    return Response.error(400, "invalid", "The loopback server does not know this request");
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    return "gzip".equals(headers.get("content-encoding"))
        ? new GZIPInputStream(in).readAllBytes()
        : in.readAllBytes();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
