package io.growthline.domain.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.Micros;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast way to read times gives what the formatters of the JDK give, or nothing. */
class UsualTimesTest {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  @Test
  void everyDayOfTheYears1To9999IsRead() {
    LocalDate last = LocalDate.of(9999, 12, 31);
    for (LocalDate day = LocalDate.of(1, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
      assertDay(day.toString(), day.toEpochDay());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29",
        "1900-02-29",
        "2024-02-30",
        "2024-04-31",
        "2024-13-01",
        "2024-00-10",
        "2024-01-00",
        "0000-01-05",
        "2024-1-05",
        "2024/01/05",
        "20240105",
        "2024-01-05 ",
        "",
        "+2024-01-05",
        "20-4-01-05",
        "2024-01-0x",
        "2024-01-:0",
        "２０２４-01-05"
      })
  void whatIsNoDayOrNotInTheUsualFormIsLeft(String text) {
    assertDay(text, UsualTimes.UNUSUAL);
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0",
    "1970-01-01T00:00:00.000001Z, 1",
    "1969-12-31T23:59:59.9999999Z, -1",
    "1970-01-01T00:00:01.5Z, 1500000",
    "2026-01-05T09:00:00.123456789Z, 1767603600123456"
  })
  void timesAreCutToMicroseconds(String text, long micros) {
    assertThat(micros(text), is(micros));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-05T09:00:00",
        "2026-01-05T09:00:00z",
        "2026-01-05t09:00:00Z",
        "2026-01-05 09:00:00Z",
        "2026-01-05T09:00Z",
        "2026-01-05T24:00:00Z",
        "2026-01-05T23:60:00Z",
        "2026-01-05T23:59:60Z",
        "2026-01-05T09:00:00.Z",
        "2026-01-05T09:00:00,5Z",
        "2026-01-05T09:00:00.1234567890Z",
        "2026-01-05T09:00:00.12345678xZ",
        "2026-01-05T09:00:00.-5Z",
        "2026-01-05T09:-1:00Z",
        "2026-01-05T09:00:00+01:00",
        "2026-02-29T09:00:00Z"
      })
  void whatIsNoTimeOrNotInTheUsualFormIsLeft(String text) {
    assertThat(micros(text), is(UsualTimes.UNUSUAL));
  }

  @Property(tries = 20_000)
  void whatIsReadIsWhatTheFormatterReads(@ForAll("timesWithATypingError") String text) {
    long micros = micros(text);

    if (micros != UsualTimes.UNUSUAL) {
      assertThat(text, micros, is(Micros.of(OffsetDateTime.parse(text).toInstant())));
    }
  }

  @Property(tries = 5_000)
  void everyTimeOfTheUsualFormIsRead(@ForAll("times") String text) {
    assertThat(text, micros(text), is(Micros.of(OffsetDateTime.parse(text).toInstant())));
  }

  @Provide
  Arbitrary<String> times() {
    Arbitrary<String> decimals =
        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(9).map(digits -> "." + digits);
    return Combinators.combine(
            Arbitraries.longs().between(FIRST.getEpochSecond(), LAST.getEpochSecond()),
            Arbitraries.oneOf(Arbitraries.just(""), decimals))
        .as((second, fraction) -> SECONDS.format(Instant.ofEpochSecond(second)) + fraction + "Z");
  }

  @Provide
  Arbitrary<String> timesWithATypingError() {
    return Combinators.combine(
            times(),
            Arbitraries.integers().between(0, 19),
            Arbitraries.strings().withChars("0123456789-:.TZ+ ").ofMaxLength(2))
        .as(
            (time, place, typed) ->
                new StringBuilder(time).replace(place, place + 1, typed).toString());
  }

  private static void assertDay(String text, long expected) {
    byte[] bytes = ("x" + text).getBytes(UTF_8);
    long day = UsualTimes.epochDay(bytes, 1, bytes.length - 1);
    if (day != expected) {
      throw new AssertionError(text + " is read as " + day + ", not as " + expected);
    }
  }

  private static long micros(String text) {
    byte[] bytes = ("x" + text).getBytes(UTF_8);
    return UsualTimes.micros(bytes, 1, bytes.length - 1);
  }
}
