package io.growthline.cloudrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Requests to the operations of an OpenAPI document: right ones, and ones bent out of shape. */
final class RandomRequests {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0.0",
          "1",
          "-1",
          "-5",
          "0.5",
          "899",
          "1e3",
          "1e39",
          "-1e39",
          "1e308",
          "1e400",
          "1e-400",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999",
          "00");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "all",
          "c000023",
          "zzz",
          "null",
          "NaN",
          "Infinity",
          "-Infinity",
          "1",
          "'",
          "\"",
          "%",
          "%00",
          "\u0000",
          "\n",
          "<script>",
          "../../etc/passwd",
          "\uD83D\uDE00",
          "\uFFFF",
          "x".repeat(300),
          "x".repeat(5_000));
  private static final List<String> VALUES =
      List.of("null", "true", "NaN", "Infinity", "[]", "{}", "[1]", "{\"a\":1}", "'x'", "");
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
  private static final List<String> MEDIA_TYPES =
      List.of(
          "application/json", "text/plain", "application/xml", "*/*", "json", "a/b;c", ";", "/");
  private static final int BIG = 70_000;

  /** A request, and how to name it in a failure. */
  record Described(HttpRequest.Builder builder, String description) {}

  private record Operation(String path, String method, JsonNode description) {}

  private final List<Operation> operations = new ArrayList<>();
  private final JsonNode api;
  private final URI service;
  private final Random random;

  RandomRequests(JsonNode api, URI service, Random random) {
    this.api = api;
    this.service = service;
    this.random = random;
    api.path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        method ->
                            operations.add(
                                new Operation(
                                    path.getKey(),
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    method.getValue()))));
  }

  Described next() {
    Operation operation = one(operations);
    String address = address(operation);
    String method = rarely() ? one(METHODS) : operation.method();
    JsonNode schema = operation.description().at("/requestBody/content/application~1json/schema");
    String body = schema.isMissingNode() ? (rarely() ? value() : "") : body(resolved(schema));
    String type = rarely() ? one(MEDIA_TYPES) : "application/json";
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(service.resolve(address)).method(method, publisher(body));
    if (!body.isEmpty() || random.nextBoolean()) {
      builder.header("Content-Type", type);
    }
    if (rarely()) {
      builder.header("Accept", one(MEDIA_TYPES));
    }
    return new Described(
        builder, String.join(" ", method, shortened(address), type, shortened(body)));
  }

  private String address(Operation operation) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.description().path("parameters")) {
      String name = parameter.path("name").asText();
      String value = encoded(text(parameter.path("schema")));
      if (parameter.path("in").asText().equals("path")) {
        path = path.replace("{" + name + "}", value);
      } else if (random.nextBoolean()) {
        query.add(name + "=" + value);
      }
    }
    if (rarely()) {
      query.add(encoded(one(TEXTS)) + "=" + encoded(one(TEXTS)));
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private String text(JsonNode schema) {
    JsonNode known = schema.path("enum");
    return known.isEmpty() || rarely()
        ? one(TEXTS)
        : known.get(random.nextInt(known.size())).asText();
  }

  private String body(JsonNode schema) {
    if (rarely()) {
      return " ".repeat(BIG);
    }
    String body = json(schema);
    return rarely() ? body.substring(0, random.nextInt(body.length() + 1)) : body;
  }

  private String json(JsonNode schema) {
    if (rarely()) {
      return value();
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "string" -> quoted(text(schema));
      default -> number(schema);
    };
  }

  private String object(JsonNode schema) {
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (random.nextInt(3) > 0) {
        members.add(quoted(property.getKey()) + ":" + json(resolved(property.getValue())));
      }
    }
    if (rarely()) {
      members.add(quoted(one(TEXTS)) + ":" + value());
    }
    return "{" + String.join(",", members) + "}";
  }

  private String number(JsonNode schema) {
    if (!schema.has("minimum") || rarely()) {
      return one(NUMBERS);
    }
    double least = schema.path("minimum").asDouble();
    double most = schema.path("maximum").asDouble();
    return random.nextInt(10) == 0
        ? String.valueOf(random.nextBoolean() ? least : most)
        : String.valueOf(least + random.nextDouble() * Math.min(1_000, most - least));
  }

  private String value() {
    return switch (random.nextInt(3)) {
      case 0 -> one(NUMBERS);
      case 1 -> quoted(one(TEXTS));
      default -> one(VALUES);
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.get(0).asText() : type.asText();
  }

  private JsonNode resolved(JsonNode schema) {
    return schema.has("$ref") ? api.at(schema.path("$ref").asText().substring(1)) : schema;
  }

  private static BodyPublisher publisher(String body) {
    return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String shortened(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "… (" + text.length() + ")" : text;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private boolean rarely() {
    return random.nextInt(12) == 0;
  }
}
