package io.growthline.pipelines.loopback;

import io.growthline.pipelines.loopback.LoopbackServer.Request;
import io.growthline.pipelines.loopback.LoopbackServer.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of the Cloud Storage JSON API that Beam uses: buckets, listing in pages, metadata,
 * downloads with ranges, uploads, rewrites, deletes and batches. Objects are kept in memory.
 */
public final class LoopbackStorage implements AutoCloseable {
  /** Small, so that every listing of a test has several pages. */
  private static final int PAGE = 3;

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

  private final Set<String> buckets = new ConcurrentSkipListSet<>();
  private final NavigableMap<String, StoredObject> objects = new ConcurrentSkipListMap<>();
  private final Set<String> uploaded = new ConcurrentSkipListSet<>();
  private final AtomicLong generations = new AtomicLong(1);
  private final StorageUploads uploads = new StorageUploads(this::upload);
  private final LoopbackServer server = new LoopbackServer(this::answer);

  private record StoredObject(byte[] content, String contentType, long generation) {}

  public LoopbackStorage(String... buckets) {
    this.buckets.addAll(List.of(buckets));
  }

  /** Puts an object at {@code gs://BUCKET/NAME}. */
  public LoopbackStorage put(String uri, byte[] content) {
    String[] place = uri.substring("gs://".length()).split("/", 2);
    store(place[0], place[1], "application/octet-stream", content);
    return this;
  }

  public LoopbackStorage put(String uri, String content) {
    return put(uri, content.getBytes(StandardCharsets.UTF_8));
  }

  public void remove(String uri) {
    objects.remove(uri.substring("gs://".length()));
  }

  /** All objects, as {@code gs://BUCKET/NAME}. */
  public Set<String> objects() {
    Set<String> uris = new TreeSet<>();
    objects.keySet().forEach(key -> uris.add("gs://" + key));
    return uris;
  }

  public byte[] content(String uri) {
    return objects.get(uri.substring("gs://".length())).content();
  }

  /** Objects that were ever uploaded, also those that are deleted by now. */
  public Set<String> uploaded() {
    return uploaded;
  }

  /** Beam options that make {@code gs://} mean this server. */
  public List<String> options() {
    return List.of(
        "--gcsEndpoint=" + server.url() + "/storage/v1/",
        "--credentialFactoryClass="
            + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory");
  }

  public List<String> unexpected() {
    return server.unexpected();
  }

  @Override
  public void close() {
    server.close();
  }

  private Map<String, Object> upload(
      String bucket, String name, String contentType, byte[] content) {
    uploaded.add("gs://" + bucket + "/" + name);
    return store(bucket, name, contentType, content);
  }

  private Map<String, Object> store(
      String bucket, String name, String contentType, byte[] content) {
    StoredObject object = new StoredObject(content, contentType, generations.getAndIncrement());
    objects.put(bucket + "/" + name, object);
    return describe(bucket, name, object);
  }

  private Response answer(Request request) throws IOException {
    return switch (request.path().get(0)) {
      case "batch" -> StorageBatch.answer(request, this::answer);
      case "upload" -> uploads.answer(request, server.url());
      case "storage" -> answerStorage(request);
      case "download" ->
          answerStorage(
              new Request(
                  request.method(),
                  request.path().subList(1, request.path().size()),
                  Map.of("alt", "media"),
                  request.headers(),
                  request.body()));
      default -> null;
    };
  }

  private Response answerStorage(Request request) {
    String bucket = request.path().get(3);
    if (!buckets.contains(bucket)) {
      return Response.error(404, "notFound", "The specified bucket does not exist.");
    }
    if (request.isAt(2, "b", "*")) {
      return Response.json(
          Map.of("kind", "storage#bucket", "name", bucket, "id", bucket, "projectNumber", "1"));
    }
    if (request.isAt(2, "b", "*", "o")) {
      return Response.json(list(bucket, request.query()));
    }
    String name = request.path().get(5);
    StoredObject object = objects.get(bucket + "/" + name);
    if (object == null) {
      return Response.error(404, "notFound", "No such object: " + bucket + "/" + name);
    }
    if (request.isAt(6, "rewriteTo", "b", "*", "o", "*")) {
      String target = request.path().get(8);
      Map<String, Object> written =
          store(target, request.path().get(10), object.contentType(), object.content());
      return Response.json(
          Map.of("kind", "storage#rewriteResponse", "done", true, "resource", written));
    }
    return switch (request.method()) {
      case "DELETE" -> {
        objects.remove(bucket + "/" + name);
        yield Response.status(204);
      }
      case "GET" ->
          "media".equals(request.query().get("alt"))
              ? download(object, request.headers().get("range"))
              : Response.json(describe(bucket, name, object));
      default -> null;
    };
  }

  private static Response download(StoredObject object, String range) {
    Matcher asked = RANGE.matcher(range == null ? "" : range);
    int size = object.content().length;
    if (!asked.matches()) {
      return new Response(200, Map.of("Content-Type", object.contentType()), object.content());
    }
    int first = Integer.parseInt(asked.group(1));
    int last =
        asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Integer.parseInt(asked.group(2)));
    if (first >= size) {
      return Response.error(416, "requestedRangeNotSatisfiable", "The range is outside");
    }
    return new Response(
        206,
        Map.of(
            "Content-Type",
            object.contentType(),
            "Content-Range",
            "bytes " + first + "-" + last + "/" + size),
        Arrays.copyOfRange(object.content(), first, last + 1));
  }

  private Map<String, Object> list(String bucket, Map<String, String> query) {
    String from = bucket + "/" + query.getOrDefault("prefix", "");
    List<String> found =
        objects.tailMap(query.getOrDefault("pageToken", from), true).keySet().stream()
            .takeWhile(key -> key.startsWith(from))
            .limit(PAGE + 1)
            .toList();
    Map<String, Object> page = new TreeMap<>(Map.of("kind", "storage#objects"));
    page.put(
        "items",
        found.stream()
            .limit(PAGE)
            .map(key -> describe(bucket, key.substring(bucket.length() + 1), objects.get(key)))
            .toList());
    if (found.size() > PAGE) {
      page.put("nextPageToken", found.get(PAGE));
    }
    return page;
  }

  private static String md5(byte[] content) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> describe(String bucket, String name, StoredObject object) {
    return Map.of(
        "kind",
        "storage#object",
        "bucket",
        bucket,
        "name",
        name,
        "size",
        Integer.toString(object.content().length),
        "generation",
        Long.toString(object.generation()),
        "metageneration",
        "1",
        "contentType",
        object.contentType(),
        "updated",
        "2026-01-01T00:00:00.000Z");
  }
}
