package io.growthline.pipelines.monitor;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.event.Session;
import io.growthline.domain.monitoring.DataQualityResult;
import io.growthline.pipelines.loopback.LoopbackBigQuery;
import io.growthline.pipelines.stage.AsOf;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.RecordCoder;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements on tables too large to scan within the billing limit. */
class LargeTablesTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);
  private static final long TOO_MUCH = 11L << 30;
  private static final TableSpec<Session> SESSIONS = TableSpec.of(Session.class);
  private static final String ALL_SESSIONS =
      "raw.sessions WHERE occurred_at >= CAST(DATE '0001-01-01'";
  private static final TableSpec<Customer360Profile> CUSTOMERS =
      TableSpec.of(Customer360Profile.class);

  @TempDir Path directory;
  private LoopbackBigQuery bigQuery;

  @BeforeEach
  void publishOneFaultOfDecemberAndOneOfJune() {
    publish(
        SESSIONS,
        List.of(
            session("e1", "2025-12-30T09:00:00Z", 60),
            session("e2", "2025-12-30T10:00:00Z", -1),
            session("e3", "2025-06-01T09:00:00Z", -1)));
    bigQuery = new LoopbackBigQuery(directory);
  }

  private <T extends Record> void publish(TableSpec<T> table, List<T> rows) {
    StageOptions local =
        PipelineOptionsFactory.fromArgs("--warehouse=" + directory).as(StageOptions.class);
    Pipeline pipeline = Pipeline.create(local);
    WarehouseWriter writer = Warehouses.writer(local);
    writer.stage(pipeline.apply(Create.of(rows).withCoder(RecordCoder.of(table.type()))), table);
    pipeline.run().waitUntilFinish();
    writer.publish();
  }

  @AfterEach
  void close() {
    bigQuery.close();
  }

  @Test
  void aTableThatIsAffordableIsCheckedAsAWhole() {
    DataQualityResult duration = quality(SESSIONS, "duration_s", "range");

    assertThat(duration.rowCount(), is(3L));
    assertThat(duration.failures(), is(2L));
    assertThat(duration.checkedFrom(), is(nullValue()));
  }

  @Test
  void ofATableThatIsNotTheNewestDaysAreChecked() {
    bigQuery.reads(
        sql ->
            sql.contains(ALL_SESSIONS) || sql.contains("2024-12-31") || sql.contains("2025-10-01")
                ? TOO_MUCH
                : 0);

    DataQualityResult duration = quality(SESSIONS, "duration_s", "range");

    assertThat(duration.rowCount(), is(2L));
    assertThat(duration.failures(), is(1L));
    assertThat(duration.status(), is("fail"));
    assertThat(duration.checkedFrom(), is(LocalDate.of(2025, 12, 1)));
    assertThat(
        "every scan of a raw table leaves partitions out",
        bigQuery.queries().stream().filter(sql -> sql.contains(" FROM raw.")).toList(),
        everyItem(
            allOf(
                containsString("occurred_at >= CAST(DATE '2025-12-01' AS TIMESTAMP)"),
                not(containsString(ALL_SESSIONS)))));
  }

  @Test
  void theLimitCanBeRaised() {
    bigQuery.reads(sql -> TOO_MUCH);

    assertThat(
        quality(SESSIONS, "duration_s", "range", "--maximumBytesBilled=" + TOO_MUCH).rowCount(),
        is(3L));
  }

  @Test
  void aTableWithoutDaysIsCheckedColumnByColumn() {
    bigQuery.reads(sql -> sql.contains("marts.dim_customer AS t") ? TOO_MUCH : 0);

    DataQualityResult key = quality(TableSpec.of(DimCustomer.class), "*", "unique_key");

    assertThat(key.checkedFrom(), is(nullValue()));
    assertThat(
        bigQuery.queries().stream().filter(sql -> sql.contains("marts.dim_customer AS t")).toList(),
        everyItem(not(containsString("failures_1"))));
  }

  @Test
  void theNewestEventIsLookedForSinceTheMartsWereBuilt() {
    assertThat(asOf(), contains(LocalDate.of(2025, 12, 31)));
    bigQuery.reads(sql -> sql.contains("'0001-01-01'") ? TOO_MUCH : 0);

    assertThat(
        assertThrows(UsageException.class, this::asOf).getMessage(), containsString("--asOf"));
    publish(CUSTOMERS, List.of(customerAsOf(LocalDate.of(2025, 12, 1))));
    assertThat(asOf(), contains(LocalDate.of(2025, 12, 31)));
  }

  @Test
  void withoutANewerEventTheDayOfTheMartsStays() {
    publish(CUSTOMERS, List.of(customerAsOf(LocalDate.of(2026, 2, 1))));
    bigQuery.reads(sql -> sql.contains("'0001-01-01'") ? TOO_MUCH : 0);

    assertThat(asOf(), contains(LocalDate.of(2026, 2, 1)));
  }

  private List<LocalDate> asOf() {
    StageOptions options = options();
    try (SqlWarehouse sql = Warehouses.sql(options)) {
      return AsOf.ofEvents(options, sql).stream().toList();
    }
  }

  private DataQualityResult quality(
      TableSpec<?> table, String column, String check, String... arguments) {
    try (SqlWarehouse sql = Warehouses.sql(options(arguments))) {
      List<DataQualityResult> found =
          new QualityMeasure(sql, AS_OF)
              .measure(table).results().stream()
                  .filter(r -> r.columnName().equals(column) && r.checkName().equals(check))
                  .toList();
      assertThat(bigQuery.unexpected(), is(List.of()));
      assertThat(found.size(), is(1));
      return found.get(0);
    }
  }

  private StageOptions options(String... arguments) {
    List<String> args = new ArrayList<>(bigQuery.options());
    args.addAll(List.of(arguments));
    args.add("--warehouse=bq://example-project");
    args.add(
        "--credentialFactoryClass="
            + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory");
    return PipelineOptionsFactory.fromArgs(args.toArray(String[]::new)).as(StageOptions.class);
  }

  private static Customer360Profile customerAsOf(LocalDate day) {
    Object[] values =
        CUSTOMERS.columns().stream()
            .map(
                column ->
                    switch (column.type()) {
                      case STRING -> "x";
                      case INT64 -> 0L;
                      case FLOAT64 -> 0.0;
                      case BOOL -> false;
                      case DATE -> day;
                      case TIMESTAMP -> Instant.EPOCH;
                    })
            .toArray();
    return CUSTOMERS.create(values);
  }

  private static Session session(String id, String at, long seconds) {
    Instant occurred = Instant.parse(at);
    return new Session(id, id, "c1", occurred, occurred, 1, "app", id, seconds, 3L, false);
  }
}
