package io.growthline.domain.ingest;

import static io.growthline.domain.ingest.RejectionCode.FUTURE_EVENT;
import static io.growthline.domain.ingest.RejectionCode.MALFORMED_RECORD;
import static io.growthline.domain.ingest.RejectionCode.MISSING_FIELD;
import static io.growthline.domain.ingest.RejectionCode.NOT_ALLOWED_VALUE;
import static io.growthline.domain.ingest.RejectionCode.OUT_OF_RANGE;
import static io.growthline.domain.ingest.RejectionCode.PAYLOAD_TOO_LARGE;
import static io.growthline.domain.ingest.RejectionCode.UNKNOWN_COLUMN;
import static io.growthline.domain.ingest.RejectionCode.UNKNOWN_SCHEMA_VERSION;
import static io.growthline.domain.ingest.RejectionCode.WRONG_TYPE;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.OnboardingStep;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowParserTest {
  private static final String VALID =
      """
      {"event_id":"e1","idempotency_key":"k1","customer_id":"c1",\
      "occurred_at":"2024-02-29T09:00:00Z","ingested_at":"2024-02-29T10:00:00+01:00",\
      "schema_version":1,"source":"app","step":"account_funded","amount_minor":10000}""";

  private final RowParser parser = new RowParser(TableSpec.of(OnboardingStep.class));

  @Test
  void aValidObjectBecomesARow() throws RejectedRecordException {
    Instant nine = Instant.parse("2024-02-29T09:00:00Z");

    assertThat(
        parse(VALID),
        is(
            new OnboardingStep(
                "e1", "k1", "c1", nine, nine, 1, "app", "account_funded", null, 10000L)));
  }

  static Stream<Arguments> invalid() {
    return Stream.of(
        Arguments.of("\"source\":\"app\"", "\"source\":\"app\",\"mood\":1", UNKNOWN_COLUMN, "mood"),
        Arguments.of("\"event_id\":\"e1\",", "", MISSING_FIELD, "event_id"),
        Arguments.of("\"e1\"", "\" \"", MISSING_FIELD, "event_id"),
        Arguments.of("\"e1\"", "null", MISSING_FIELD, "event_id"),
        Arguments.of("10000", "12.5", WRONG_TYPE, "amount_minor"),
        Arguments.of("10000", "\"10000\"", WRONG_TYPE, "amount_minor"),
        Arguments.of("10000", "{\"a\":[1]}", WRONG_TYPE, "amount_minor"),
        Arguments.of("\"e1\"", "1", WRONG_TYPE, "event_id"),
        Arguments.of("2024-02-29T09:00:00Z", "2024-02-29T09:00:00", WRONG_TYPE, "occurred_at"),
        Arguments.of("2024-02-29T09:00:00Z", "2023-02-29T09:00:00Z", WRONG_TYPE, "occurred_at"),
        Arguments.of("\"2024-02-29T09:00:00Z\"", "1709197200", WRONG_TYPE, "occurred_at"),
        Arguments.of("2024-02-29T09:00:00Z", "1899-12-31T23:59:59Z", OUT_OF_RANGE, "occurred_at"),
        Arguments.of("2024-02-29T10:00:00", "2100-01-01T01:00:00", OUT_OF_RANGE, "ingested_at"),
        Arguments.of("2024-02-29T10:00:00", "9999-12-31T23:59:59", OUT_OF_RANGE, "ingested_at"),
        Arguments.of("10000", "-1", OUT_OF_RANGE, "amount_minor"),
        Arguments.of("10000", "9223372036854775808", OUT_OF_RANGE, "amount_minor"),
        Arguments.of("account_funded", "account_found", NOT_ALLOWED_VALUE, "step"),
        Arguments.of(
            "\"schema_version\":1",
            "\"schema_version\":2",
            UNKNOWN_SCHEMA_VERSION,
            "schema_version"),
        Arguments.of(
            "\"schema_version\":1",
            "\"schema_version\":0",
            UNKNOWN_SCHEMA_VERSION,
            "schema_version"),
        Arguments.of("2024-02-29T09:00:00Z", "2024-03-01T09:00:01Z", FUTURE_EVENT, "occurred_at"),
        Arguments.of("\"e1\"", "\"e1", MALFORMED_RECORD, null),
        Arguments.of("10000}", "10000}{}", MALFORMED_RECORD, null),
        Arguments.of("10000}", "10000,\"amount_minor\":1}", MALFORMED_RECORD, "amount_minor"),
        Arguments.of("\"e1\"", "\"\\ud800\"", MALFORMED_RECORD, "event_id"));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void aRecordThatBreaksTheContractIsRejectedWithCodeAndColumn(
      String part, String replacement, RejectionCode code, String column) {
    Rejection rejection = rejection(VALID.replace(part, replacement).getBytes(UTF_8));

    assertThat(rejection.code(), is(code));
    assertThat(rejection.column(), is(column));
    assertThat(rejection.cause(), notNullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\\t",
        "\u00a0\u2003",
        "null",
        "NULL",
        "NaN",
        "nan",
        "None",
        "<NA>",
        " null "
      })
  void aNameOfNothingIsNoName(String nothing) throws RejectedRecordException {
    String nobody = VALID.replace("\"c1\"", "\"" + nothing + "\"");

    assertThat(((OnboardingStep) parse(nobody)).customerId(), is(nullValue()));
    for (String key : new String[] {"e1", "k1"}) {
      Rejection rejection = rejection(bytes(VALID.replace(key, nothing)));
      assertThat(rejection.code(), is(MISSING_FIELD));
      assertThat(rejection.column(), is(key.equals("e1") ? "event_id" : "idempotency_key"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "NA", "nul", "nulls", "Nancy", " c1", "-"})
  void whatOnlyLooksLikeNothingIsAName(String name) throws RejectedRecordException {
    String named = VALID.replace("\"c1\"", "\"" + name + "\"");

    assertThat(((OnboardingStep) parse(named)).customerId(), is(name));
  }

  @Test
  void notANumberIsNoNameInADataFrame() throws RejectedRecordException {
    Map<String, Object> values = new HashMap<>();
    values.put("event_id", "e1");
    values.put("idempotency_key", "k1");
    values.put("customer_id", Double.NaN);
    values.put("occurred_at", "2024-02-29T09:00:00Z");
    values.put("ingested_at", "2024-02-29T09:00:00Z");
    values.put("schema_version", 1L);
    values.put("source", "app");
    values.put("step", "account_funded");

    assertThat(((OnboardingStep) Decoded.map(parser, values)).customerId(), is(nullValue()));
  }

  @ParameterizedTest
  @MethodSource("keysOfAllTables")
  void everyKeyOfEveryTableIsJudgedAlike(TableSpec<? extends Record> table, String key)
      throws RejectedRecordException {
    Map<String, Object> values = new HashMap<>();
    for (ColumnSpec column : table.columns()) {
      values.put(column.name(), valid(column));
    }
    values.put(key, " ");
    RowParser parsing = new RowParser(table);

    if (table.columns().get(table.indexOf(key)).nullable()) {
      assertThat(value(table, Decoded.map(parsing, values), key), is(nullValue()));
    } else {
      Rejection rejection =
          assertThrows(RejectedRecordException.class, () -> Decoded.map(parsing, values))
              .rejection();
      assertThat(rejection.code(), is(MISSING_FIELD));
      assertThat(rejection.column(), is(key));
    }
  }

  static Stream<Arguments> keysOfAllTables() {
    return Contracts.RAW.stream()
        .flatMap(
            table ->
                table.columns().stream()
                    .filter(Keys::isKey)
                    .map(column -> Arguments.of(table, column.name())));
  }

  private static Object valid(ColumnSpec column) {
    return switch (column.type()) {
      case STRING -> column.allowed().isEmpty() ? "x" : column.allowed().get(0);
      case INT64 -> (long) Math.max(1, column.min());
      case FLOAT64 -> 1.0;
      case BOOL -> true;
      case TIMESTAMP -> "2024-02-29T09:00:00Z";
      case DATE -> "2024-02-29";
    };
  }

  private static <R extends Record> Object value(TableSpec<R> table, Record row, String column) {
    return table.value(table.type().cast(row), table.indexOf(column));
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01T00:00:00Z", "2099-12-31T23:59:59.999999Z"})
  void timesOfTheFirstAndTheLastPlausibleDayAreTaken(String time) throws RejectedRecordException {
    String record = VALID.replaceAll("2024-02-29T[^\"]*", time);

    assertThat(((OnboardingStep) parse(record)).ingestedAt(), is(Instant.parse(time)));
  }

  @Test
  void aTimeOutOfRangeIsRejectedWithTheRange() {
    String future = VALID.replaceAll("2024-02-29T[^\"]*", "2100-01-01T00:00:00Z");

    assertThat(
        rejection(bytes(future)).cause(),
        is("occurred_at must lie between 1900-01-01 and 2099-12-31"));
  }

  @Test
  void aNewerSchemaVersionExplainsColumnsThatAreUnknown() {
    String newer = VALID.replace("\"schema_version\":1", "\"mood\":1,\"schema_version\":2");

    assertThat(rejection(newer.getBytes(UTF_8)).code(), is(UNKNOWN_SCHEMA_VERSION));
  }

  @Test
  void anUnknownColumnWhoseNameMayBeDataIsNotRepeated() {
    String slipped = VALID.replace("\"source\"", "\"c000123@example.invalid\":1,\"source\"");

    assertThat(rejection(slipped.getBytes(UTF_8)).column(), nullValue());
  }

  @Test
  void invalidUtf8AndTooLargeRecordsAreRejected() {
    byte[] invalid = VALID.getBytes(UTF_8);
    invalid[13] = (byte) 0xff;

    assertThat(rejection(invalid).code(), is(MALFORMED_RECORD));
    assertThat(rejection(new byte[(1 << 20) + 1]).code(), is(PAYLOAD_TOO_LARGE));
  }

  @Test
  void mapsAreJudgedLikeJson() throws RejectedRecordException {
    Map<String, Object> row = new HashMap<>();
    row.put("event_id", "e1");
    row.put("idempotency_key", "k1");
    row.put("customer_id", "c1");
    row.put("occurred_at", Instant.parse("2024-02-29T09:00:00Z"));
    row.put("ingested_at", "2024-02-29T09:00:00Z");
    row.put("schema_version", 1);
    row.put("source", "app");
    row.put("step", "account_funded");
    row.put("amount_minor", 10000L);

    assertThat(Decoded.map(parser, row), is(parse(VALID)));
    row.put("amount_minor", 12.5);
    RejectedRecordException e =
        assertThrows(RejectedRecordException.class, () -> Decoded.map(parser, row));
    assertThat(e.rejection().code(), is(WRONG_TYPE));
  }

  @Property(tries = 300)
  void anyBytesGiveARowOrARejectionNeverAnotherException(@ForAll @Size(max = 60) byte[] bytes) {
    assertThat(rejection(bytes).code(), notNullValue());
  }

  private Record parse(String json) throws RejectedRecordException {
    return Decoded.json(parser, json);
  }

  private Rejection rejection(byte[] json) {
    RowBuffer out = new RowBuffer(64);
    Rejection rejection =
        assertThrows(RejectedRecordException.class, () -> parser.parseJson(json, out)).rejection();
    assertThat("bytes of a rejected record", out.size(), is(0));
    return rejection;
  }

  @Test
  void anEventOfAnOlderVersionIsTakenAsTheNewestVersionWouldHaveSaidIt()
      throws RejectedRecordException {
    RowParser parser = new RowParser(TableSpec.of(NpsResponse.class));

    NpsResponse first = (NpsResponse) Decoded.json(parser, nps(1, ""));
    NpsResponse second = (NpsResponse) Decoded.json(parser, nps(2, ",\"channel\":\"email\""));
    NpsResponse silent = (NpsResponse) Decoded.json(parser, nps(2, ""));

    assertThat(first.channel(), is("app"));
    assertThat(first.schemaVersion(), is(1L));
    assertThat(second.channel(), is("email"));
    assertThat(silent.channel(), is(nullValue()));
    assertThat(code(parser, nps(3, "")), is(UNKNOWN_SCHEMA_VERSION));
    assertThat(code(parser, nps(1, ",\"score\":8")), is(MALFORMED_RECORD));
  }

  @Test
  void undeclaredColumnsAreKeptAsTheyCameWhenThatIsAskedFor() throws RejectedRecordException {
    RowParser parser = new RowParser(TableSpec.of(NpsResponse.class), UnknownColumns.KEEP);
    RowBuffer out = new RowBuffer(64);

    assertThat(
        parser.parseJson(bytes(nps(2, ",\"mood\":{\"a\":[1,2.50,null]},\"Größe\":\"x\"")), out),
        is(Optional.of("{\"mood\":{\"a\":[1,2.50,null]},\"Größe\":\"x\"}")));
    assertThat(
        parser.parseJson(bytes(nps(1, ",\"mood\":1")), out), is(Optional.of("{\"mood\":1}")));
    assertThat(parser.parseJson(bytes(nps(2, "")), out), is(Optional.empty()));
  }

  @Test
  void aRecordInTheMiddleOfAnArrayIsReadWhereItStands() throws RejectedRecordException {
    byte[] lines = bytes("{\"a\":1}\n" + VALID + "\n{\"b\":2}");
    RowBuffer out = new RowBuffer(64);
    out.putByte(7);

    parser.parseJson(lines, 8, bytes(VALID).length, out);

    assertThat(
        RowCodec.of(TableSpec.of(OnboardingStep.class)).read(out.array(), 1), is(parse(VALID)));
  }

  private static RejectionCode code(RowParser parser, String json) {
    return assertThrows(RejectedRecordException.class, () -> Decoded.json(parser, json))
        .rejection()
        .code();
  }

  private static String nps(int version, String more) {
    return """
        {"event_id":"e","idempotency_key":"k","customer_id":"c","occurred_at":"2026-01-05T09:00:00Z",\
        "ingested_at":"2026-01-05T09:00:01Z","schema_version":%d,"source":"crm","score":9%s}"""
        .formatted(version, more);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
