package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.Session;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.block.PackTable;
import io.growthline.warehouse.SqlWarehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;

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

  /** Says how rows of visits, which have an id and a time, become events. */
  void mapVisits() {
    file(
        "visits/_mapping.yaml",
        """
        source: visits
        format: csv
        tables:
          - table: feature_uses
            columns:
              event_id: row.visit
              idempotency_key: row.visit
              occurred_at: row.at
              feature: "'visit'"
        """);
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

  /** Replaces days of {@code raw.sessions} by as many made-up rows as said. */
  void replaceSessions(Map<String, Integer> days) {
    IngestOptions options = options("made-up");
    WarehouseWriter writer = Warehouses.writer(options);
    Pipeline pipeline = Pipeline.create(options);
    List<Session> rows = new ArrayList<>();
    days.forEach((day, count) -> rows.addAll(madeUp(Instant.parse(day + "T00:00:00Z"), count)));
    TableSpec<Session> table = TableSpec.of(Session.class);
    writer.stageDays(
        pipeline
            .apply(Create.of(rows).withCoder(RecordCoder.of(Session.class)))
            .apply(PackTable.of(table)),
        List.of(table));
    pipeline.run().waitUntilFinish();
    writer.publish(
        Map.of(
            table.id(), days.keySet().stream().map(LocalDate::parse).collect(Collectors.toSet())));
  }

  private static List<Session> madeUp(Instant at, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Session("m" + at + i, "m" + i, "c1", at, at, 1, "x", "s", 1, null, false))
        .toList();
  }

  /** Accounts of what a run has read. */
  static List<SourceAccount> read(StageResult result) {
    return result.intake().orElseThrow().read();
  }

  /** What a run has read of a source, of all tables together. */
  static SourceAccount account(StageResult result, String source) {
    return account(result, source, table -> true);
  }

  /** The same of some tables. */
  static SourceAccount account(StageResult result, String source, Predicate<String> tables) {
    return read(result).stream()
        .filter(a -> a.source().equals(source) && tables.test(a.tableName()))
        .reduce(SourceAccount::plus)
        .orElseThrow(() -> new AssertionError("No account of " + source + " in " + result));
  }

  /** Rows of a query on the published tables, each as its values. */
  List<List<Object>> query(String sql) {
    try (SqlWarehouse warehouse = Warehouses.sql(this.warehouse.toString())) {
      return warehouse.query(sql, Map.of()).rows();
    }
  }

  /** All that ingest publishes but where and when a rejection was seen. */
  Map<String, List<List<Object>>> tables() {
    Map<String, List<List<Object>>> tables = new TreeMap<>();
    for (TableSpec<?> table : Contracts.RAW) {
      tables.put(table.id(), query("SELECT * FROM " + table.id() + " ORDER BY ALL"));
    }
    for (String table : List.of("source_accounts", "duplicate_deliveries")) {
      tables.put(table, query("SELECT * FROM monitoring." + table + " ORDER BY ALL"));
    }
    tables.put(
        "dead_letters",
        query("SELECT code, payload, cause FROM monitoring.dead_letters ORDER BY ALL"));
    return tables;
  }

  /** Deliveries that share delivery ids, keys and times of ingestion in all ways, and bad ones. */
  static List<String> deliveries(Random random) {
    List<String> deliveries = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      deliveries.add(
          session(
                  "e" + random.nextInt(25),
                  "k" + random.nextInt(25),
                  "2026-01-07T09:00:0" + random.nextInt(6) + "Z",
                  random.nextInt(3))
              .replace("2026-01-05", "2026-01-0" + (3 + random.nextInt(4)))
              .replace("\"c1\"", "\"c" + random.nextInt(3) + "\""));
    }
    for (int i = 0; i < 5; i++) {
      deliveries.add("{broken " + i);
    }
    return deliveries;
  }
}
