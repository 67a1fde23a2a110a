package io.growthline.domain.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RecordJson;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.simulate.Simulated;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the fast reader takes, the strict one takes too, and as the same row. */
class UsualJsonTest {
  private static final TableSpec<CustomerProfile> TABLE = TableSpec.of(CustomerProfile.class);

  private final UsualJson usual = new UsualJson(TABLE);
  private final StrictJson strict = new StrictJson(TABLE, RowParser.MAPPER);
  private final UndeclaredMembers undeclared =
      new UndeclaredMembers(TABLE, UnknownColumns.REJECT, RowParser.MAPPER);

  @Test
  void whatTheGeneratorWritesIsReadTheFastWay() {
    Simulated world = Simulated.customers(20, 7);
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      assertAllUsual(table, world);
    }
  }

  private static <T extends Record> void assertAllUsual(TableSpec<T> table, Simulated world) {
    UsualJson reader = new UsualJson(table);
    RecordJson<T> json = new RecordJson<>(table);
    for (RawEvent event : world.events()) {
      if (table.type().isInstance(event)) {
        byte[] record = json.text(table.type().cast(event)).getBytes(UTF_8);
        assertThat(reader.read(record, 0, record.length, new RowDraft(table)), is(true));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " {\t\"event_id\" : \"e\" ,\r\"birth_year\":\t-1990 , \"push_opt_in\" : true } \r",
        "{\"push_opt_in\":false,\"birth_year\":0,\"event_id\":\"e\"}",
        "{\"event_id\":null,\"birth_year\":null,\"push_opt_in\":null,\"occurred_at\":null}",
        "{\"digital_confidence\":0.1}",
        "{\"digital_confidence\":-0.123456789012}",
        "{\"digital_confidence\":123456789.012345}",
        "{\"digital_confidence\":7}",
        "{\"event_id\":\"Größe 😀\",\"birth_year\":999999999999999999}",
        "{\"event_id\":\"\",\"full_name\":\"0123456\",\"email\":\"01234567\",\"city\":\"012345678\"}"
      })
  void usualRecordsAreReadInAnyOrderWithAnySpaceAndInAnyScript(String record) {
    assertThat(agree(record.getBytes(UTF_8)), is(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "}",
        "{}",
        "[]",
        "null",
        "{\"event_id\"}",
        "{\"event_id\":}",
        "{\"event_id\":\"e}",
        "{\"event_id\":\"e\"",
        "{\"event_id\":\"e\",}",
        "{\"event_id\":\"e\"}}",
        "\ufeff{\"city\":\"e\"}",
        "{\"event_id\":\"e\"}{\"event_id\":\"e\"}",
        "{\"event_id\":\"e\\n\"}",
        "{\"event_id\":\"\te\"}",
        "{\"event_id\":\"e\",\"event_id\":\"f\"}",
        "{\"event_id\":null,\"event_id\":\"f\"}",
        "{\"mood\":1}",
        "{\"event_id\":1}",
        "{\"event_id\":{}}",
        "{\"event_id\":[\"e\"]}",
        "{\"birth_year\":1.0}",
        "{\"birth_year\":1e3}",
        "{\"birth_year\":01}",
        "{\"birth_year\":-0}",
        "{\"birth_year\":-}",
        "{\"birth_year\":+1}",
        "{\"birth_year\":1234567890123456789}",
        "{\"birth_year\":\"1\"}",
        "{\"push_opt_in\":tru}",
        "{\"push_opt_in\":True}",
        "{\"push_opt_in\":truefalse}",
        "{\"digital_confidence\":1.}",
        "{\"digital_confidence\":.5}",
        "{\"digital_confidence\":1.2.3}",
        "{\"digital_confidence\":-0.0}",
        "{\"digital_confidence\":00.5}",
        "{\"digital_confidence\":5e-1}",
        "{\"digital_confidence\":-}",
        "{\"digital_confidence\":0.1234567890123456}",
        "{\"event_id\":nul}",
        "{\"event_id\":nulll}",
        "{\"occurred_at\":\"2026-01-05\"}",
        "{\"occurred_at\":\"2026-01-05T09:00:00+01:00\"}",
        "{\"account_opened_on\":\"2026-02-30\"}",
        "{event_id:\"e\"}",
        "{'event_id':'e'}",
        "{\"event_i\\u0064\":\"e\"}",
        "{\"event_id\" \"e\"}",
        "{\"event_id\"::\"e\"}"
      })
  void whateverIsUnusualIsLeftToTheStrictReader(String record) {
    assertThat(agree(record.getBytes(UTF_8)), is(false));
  }

  @Test
  void bytesThatAreNoTextAreLeftToTheStrictReader() {
    byte[] record = "{\"city\":\"leeds, long enough to be read by words\"}".getBytes(UTF_8);
    for (int place = 0; place < record.length; place++) {
      for (int value : new int[] {0, 1, 0x1f, 0x80, 0xc0, 0xff}) {
        byte[] damaged = record.clone();
        damaged[place] = (byte) value;
        assertThat(place + " is " + value, agree(damaged), is(false));
      }
    }
  }

  @Test
  void nothingBehindTheRecordIsRead() {
    byte[] line = "{\"city\":\"leeds\"}".getBytes(UTF_8);
    for (int length = 0; length < line.length; length++) {
      assertThat(usual.read(line, 0, length, new RowDraft(TABLE)), is(false));
    }
    byte[] unclosed = "{\"city\":\"lee}\",\"event_id\":\"e\"}".getBytes(UTF_8);
    assertThat(usual.read(unclosed, 0, 13, new RowDraft(TABLE)), is(false));
  }

  @Property(tries = 20_000)
  void theReadersAgreeOnRecordsWithSomethingOdd(@ForAll("records") byte[] record) {
    agree(record);
  }

  @Example
  void manyOfTheRecordsWithSomethingOddAreStillUsual() {
    Stream<byte[]> sample =
        records().generator(1_000).stream(new Random(42)).limit(2_000).map(Shrinkable::value);

    assertThat(sample.filter(this::agree).count(), greaterThan(500L));
  }

  /** Whether the fast reader takes the record; then it must give what the strict one gives. */
  private boolean agree(byte[] record) {
    RowDraft fast = new RowDraft(TABLE);
    if (!usual.read(record, 0, record.length, fast)) {
      return false;
    }
    RowDraft slow = new RowDraft(TABLE);
    try {
      Payloads.check(record);
      assertThat(strict.read(record, 0, record.length, slow, undeclared), is(nullValue()));
    } catch (RejectedRecordException e) {
      throw new AssertionError(new String(record, UTF_8) + ": " + e.rejection(), e);
    }
    for (int column = 0; column < TABLE.columns().size(); column++) {
      assertThat(fast.isNamed(column), is(slow.isNamed(column)));
      assertThat(fast.isNull(column), is(slow.isNull(column)));
    }
    assertThat(new String(record, UTF_8), bytes(fast), is(bytes(slow)));
    return true;
  }

  private static byte[] bytes(RowDraft row) {
    RowBuffer out = new RowBuffer(64);
    row.write(out);
    return out.toBytes();
  }

  @Provide
  Arbitrary<byte[]> records() {
    Arbitrary<String> member =
        Arbitraries.frequencyOf(Tuple.of(20, usualMembers()), Tuple.of(1, oddMembers()));
    return Combinators.combine(
            member.list().ofMinSize(1).ofMaxSize(4),
            Arbitraries.frequency(Tuple.of(20, ","), Tuple.of(1, ",,"), Tuple.of(1, ";")),
            Arbitraries.frequency(Tuple.of(20, "}"), Tuple.of(1, "}}"), Tuple.of(1, "} x")))
        .as(
            (members, comma, end) ->
                members.stream().collect(Collectors.joining(comma, "{", end)).getBytes(UTF_8));
  }

  private static Arbitrary<String> usualMembers() {
    Arbitrary<String> texts =
        Arbitraries.strings().alpha().ofMaxLength(20).map(UsualJsonTest::quoted);
    Arbitrary<String> anyTexts = Arbitraries.strings().ofMaxLength(12).map(UsualJsonTest::quoted);
    Arbitrary<String> numbers = Arbitraries.longs().map(String::valueOf);
    return Arbitraries.oneOf(
        member("event_id", texts),
        member("source", texts),
        member("full_name", anyTexts),
        member("birth_year", numbers),
        member("credit_limit_minor", Arbitraries.oneOf(numbers, Arbitraries.just("null"))),
        member(
            "digital_confidence",
            Arbitraries.oneOf(
                Arbitraries.bigDecimals().ofScale(6).map(BigDecimal::toPlainString), numbers)),
        member("push_opt_in", Arbitraries.of("true", "false")),
        member("account_opened_on", Arbitraries.of("\"2026-01-31\"", "\"2024-02-29\"")),
        member(
            "occurred_at",
            Arbitraries.of("\"2026-01-31T09:00:00Z\"", "\"2026-01-31T09:00:00.5Z\"")));
  }

  private static Arbitrary<String> oddMembers() {
    return Combinators.combine(
            Arbitraries.of(
                "\"event_id\"", "\"birth_year\"", "\"push_opt_in\"", "\"mood\"", "source", "\"\""),
            Arbitraries.of(
                "\"\\ud800\"",
                "\"a\\\"",
                "1.5",
                "1e5",
                "-0",
                "00",
                "{}",
                "[1]",
                "tru",
                "null",
                "\"x\""))
        .as((name, value) -> name + ":" + value);
  }

  private static Arbitrary<String> member(String name, Arbitrary<String> values) {
    Arbitrary<String> space = Arbitraries.strings().withChars(" \t\r\n").ofMaxLength(2);
    return Combinators.combine(space, space, values)
        .as((before, after, value) -> before + quoted(name) + after + ":" + before + value + after);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
