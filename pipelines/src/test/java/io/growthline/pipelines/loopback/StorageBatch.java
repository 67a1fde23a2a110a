package io.growthline.pipelines.loopback;

import io.growthline.pipelines.loopback.LoopbackServer.Api;
import io.growthline.pipelines.loopback.LoopbackServer.Request;
import io.growthline.pipelines.loopback.LoopbackServer.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several requests in one, as multipart/mixed. */
final class StorageBatch {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern ID = Pattern.compile("(?i)content-id: *<?([^>\\r\\n]+)");
  private static final Pattern LINE = Pattern.compile("(?m)^(GET|POST|DELETE) (\\S+)");

  private StorageBatch() {}

  static Response answer(Request batch, Api api) throws IOException {
    Matcher boundary = BOUNDARY.matcher(batch.headers().get("content-type"));
    if (!boundary.find()) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    String text = new String(batch.body(), StandardCharsets.UTF_8);
    for (String part : text.split("--" + Pattern.quote(boundary.group(1)))) {
      Matcher line = LINE.matcher(part);
      Matcher id = ID.matcher(part);
      if (line.find() && id.find()) {
        Request request =
            Request.of(line.group(1), URI.create(line.group(2)), Map.of(), new byte[0]);
        append(out, id.group(1), api.answer(request));
      }
    }
    return new Response(
        200,
        Map.of("Content-Type", "multipart/mixed; boundary=batch"),
        out.append("--batch--\r\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void append(StringBuilder out, String id, Response response) {
    out.append("--batch\r\nContent-Type: application/http\r\nContent-ID: <response-")
        .append(id)
        .append(">\r\n\r\nHTTP/1.1 ")
        .append(response.status())
        .append(" -\r\nContent-Type: application/json\r\nContent-Length: ")
        .append(response.body().length)
        .append("\r\n\r\n")
        .append(new String(response.body(), StandardCharsets.UTF_8))
        .append("\r\n");
  }
}
