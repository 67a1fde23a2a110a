package io.growthline.pipelines.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.CustomerProfile;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet as other programs write it, here DuckDB. */
class ParquetRowsTest {
  @TempDir Path directory;

  @Test
  void listsAndMapsAreNestedAsDeepAsTheyStand() throws Exception {
    Map<String, Object> row =
        row(
            "[{'sku': 'pen', 'tags': ['a', null]}] as items, map {'k': 1} as labels, {'b': 2} as a");

    assertThat(
        row.get("items"),
        is(List.of(Map.of("sku", "pen", "tags", java.util.Arrays.asList("a", null)))));
    assertThat(row.get("labels"), is(Map.of("k", 1L)));
    assertThat(row.get("a"), is(Map.of("b", 2L)));
  }

  @Test
  void decimalsAreExactWhateverTheirWidth() throws Exception {
    Map<String, Object> row =
        row(
            "12.34::decimal(4, 2) as narrow, 12.34::decimal(9, 2) as short,"
                + " -12.34::decimal(18, 2) as long, 12.34::decimal(38, 2) as wide");

    assertThat(row.get("narrow"), is(new BigDecimal("12.34")));
    assertThat(row.get("short"), is(new BigDecimal("12.34")));
    assertThat(row.get("long"), is(new BigDecimal("-12.34")));
    assertThat(row.get("wide"), is(new BigDecimal("12.34")));
  }

  @Test
  void aTimeWithoutAZoneStaysWithoutOne() throws Exception {
    Map<String, Object> row =
        row(
            "'2026-01-31 12:00:00+00'::timestamptz as moment, '2026-01-31 12:00:00'::timestamp as"
                + " wall, '2026-01-31 12:00:00'::timestamp_ns as nanos,"
                + " '2026-01-31 12:00:00.5'::timestamp_ms as millis, date '2026-01-31' as day,"
                + " time '12:30:00' as hour");

    assertThat(row.get("moment"), is(Instant.parse("2026-01-31T12:00:00Z")));
    assertThat(row.get("wall"), is("2026-01-31T12:00:00"));
    assertThat(row.get("nanos"), is("2026-01-31T12:00:00"));
    assertThat(row.get("millis"), is("2026-01-31T12:00:00.5"));
    assertThat(row.get("day"), is(LocalDate.of(2026, 1, 31)));
    assertThat(row.get("hour"), is("12:30:00"));
  }

  @Test
  void otherTypesAreValuesThatMappingsCanTake() throws Exception {
    Map<String, Object> row =
        row(
            "uuid '0a0b0c0d-0000-4000-8000-000000000001' as id, 'open'::enum('open', 'shut') as"
                + " state, 1.5::float as small, 7::utinyint as tiny, null::varchar as nothing");

    assertThat(row.get("id"), is("0a0b0c0d-0000-4000-8000-000000000001"));
    assertThat(row.get("state"), is("open"));
    assertThat(((Number) row.get("small")).doubleValue(), is(1.5));
    assertThat(((Number) row.get("tiny")).longValue(), is(7L));
    assertThat(row.containsKey("nothing") && row.get("nothing") == null, is(true));
  }

  @Test
  void aRowIsJsonWithReadableTimes() throws Exception {
    assertThat(
        new String(
            ParquetRows.json(
                row(
                    "'2026-01-31 12:00:00+00'::timestamptz as t, 1.50::decimal(9, 2) as d, [1] as l")),
            UTF_8),
        is("{\"t\":\"2026-01-31T12:00:00Z\",\"d\":1.50,\"l\":[1]}"));
  }

  @Test
  void aFileWrittenBeforeATableGotColumnsGivesRowsWithoutThem() {
    Set<String> since = Set.of("digital_confidence", "accessibility_need", "new_to_country");
    byte[] older = ParquetFixture.renamed((name, type) -> since.contains(name) ? null : name);

    Intake intake = Intake.of("customer_profiles/a.parquet", older);

    CustomerProfile profile = (CustomerProfile) intake.rows().get(0);
    assertThat(profile.region(), is("north"));
    assertThat(profile.digitalConfidence(), is(nullValue()));
    assertThat(profile.accessibilityNeed(), is(nullValue()));
    assertThat(profile.newToCountry(), is(nullValue()));
    assertThat(intake.letters(), is(empty()));
  }

  private Map<String, Object> row(String columns) throws Exception {
    Path file = directory.resolve("x.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("copy (select " + columns + ") to '" + file + "' (format parquet)");
    }
    try (FileChannel channel = FileChannel.open(file);
        ParquetReader<Group> reader = ParquetRows.open(channel)) {
      return ParquetRows.toMap(reader.read());
    }
  }
}
