package io.growthline.pipelines.loopback;

import io.growthline.pipelines.loopback.LoopbackServer.Request;
import io.growthline.pipelines.loopback.LoopbackServer.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Resumable and simple uploads of Cloud Storage. */
final class StorageUploads {
  private final Map<String, Upload> open = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Store store;

  /** Keeps an object and gives its metadata. */
  interface Store {
    Map<String, Object> store(String bucket, String name, String contentType, byte[] content);
  }

  private record Upload(
      String bucket, String name, String contentType, ByteArrayOutputStream content) {}

  StorageUploads(Store store) {
    this.store = store;
  }

  Response answer(Request request, String url) throws IOException {
    String bucket = request.path().get(4);
    Map<String, String> query = request.query();
    if (query.containsKey("upload_id")) {
      return take(open.get(query.get("upload_id")), request);
    }
    if ("media".equals(query.get("uploadType"))) {
      String type = request.headers().get("content-type");
      return Response.json(store.store(bucket, query.get("name"), type, request.body()));
    }
    if (!"resumable".equals(query.get("uploadType"))) {
      return null;
    }
    String id = Integer.toString(numbers.incrementAndGet());
    String name =
        query.containsKey("name") ? query.get("name") : request.json().get("name").asText();
    String type =
        request.headers().getOrDefault("x-upload-content-type", "application/octet-stream");
    open.put(id, new Upload(bucket, name, type, new ByteArrayOutputStream()));
    return new Response(
        200,
        Map.of(
            "Location",
            url + "/upload/storage/v1/b/" + bucket + "/o?uploadType=resumable&upload_id=" + id),
        new byte[0]);
  }

  // The total after the slash is a star until the last chunk.
  private Response take(Upload upload, Request request) throws IOException {
    upload.content().write(request.body());
    if (request.headers().getOrDefault("content-range", "").endsWith("/*")) {
      int last = upload.content().size() - 1;
      return new Response(308, Map.of("Range", "bytes=0-" + last), new byte[0]);
    }
    return Response.json(
        store.store(
            upload.bucket(), upload.name(), upload.contentType(), upload.content().toByteArray()));
  }
}
