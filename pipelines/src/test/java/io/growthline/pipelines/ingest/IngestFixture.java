package io.growthline.pipelines.ingest;

import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** A landing place and a warehouse in a temporary directory. */
final class IngestFixture {
  static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  static final Path SHARED = PROJECT.resolve("../shared/data").normalize();

  final Path landing;
  final Path warehouse;

  IngestFixture(Path directory) {
    this.landing = directory.resolve("landing");
    this.warehouse = directory.resolve("warehouse");
    landing.toFile().mkdirs();
  }

  /** One valid session, the smallest kind of event. */
  static String session(String eventId, String key, String ingestedAt, long durationS) {
    return """
        {"event_id":"%s","idempotency_key":"%s","customer_id":"c1",\
        "occurred_at":"2026-01-05T09:00:00Z","ingested_at":"%s","schema_version":1,\
        "source":"app","session_id":"s-%s","duration_s":%d,"screens":3,"crashed":false}"""
        .formatted(eventId, key, ingestedAt, key, durationS);
  }

  static String session(int number) {
    return session("e" + number, "k" + number, "2026-01-05T09:00:03Z", 60);
  }

  IngestFixture file(String path, String... lines) {
    return bytes(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  IngestFixture bytes(String path, byte[] content) {
    try {
      Path file = landing.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  IngestOptions options(String runId) {
    IngestOptions options =
        PipelineOptionsFactory.fromArgs(
                "--landing=" + landing,
                "--warehouse=" + warehouse,
                "--runId=" + runId,
                "--buckets=2",
                "--targetParallelism=2",
                "--enforceImmutability=false",
                "--enforceEncodability=false")
            .as(IngestOptions.class);
    return options;
  }

  StageResult run() {
    return IngestPipeline.run(options("run-1"));
  }

  static SourceAccount account(StageResult result, String source) {
    return result.sources().stream()
        .filter(a -> a.source().equals(source))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No account of " + source + " in " + result));
  }

  /** Rows of a query on the published tables, each as its values. */
  List<List<Object>> query(String sql) {
    try (SqlWarehouse warehouse = Warehouses.sql(this.warehouse.toString())) {
      return warehouse.query(sql, Map.of()).rows();
    }
  }
}
