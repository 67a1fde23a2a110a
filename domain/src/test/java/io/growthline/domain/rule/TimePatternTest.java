package io.growthline.domain.rule;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever pattern a mapping names: it is refused, or gives the very time that was written. */
class TimePatternTest {
  private static final List<String> DAYS =
      List.of(
          "yyyy-MM-dd",
          "dd/MM/yyyy",
          "d MMM yyyy",
          "dd.MM.yy",
          "yyyy-DDD",
          "EEE d MMMM yyyy",
          "YYYY-MM-dd",
          "yyyy-mm-dd",
          "yyyy-MM-DD",
          "yyyy-MM",
          "yyyy-dd",
          "MM-dd",
          "YYYY-'W'ww-e");
  private static final List<String> TIMES =
      List.of(
          "",
          " HH:mm",
          " HH:mm:ss",
          " HH:mm:ss.SSS",
          " hh:mm a",
          " a hh:mm:ss",
          " kk:mm",
          " HH",
          " hh a",
          " hh:mm",
          " KK:mm",
          " mm:ss",
          " HH:MM",
          " HH:mm:SS",
          " HH:ss",
          " ss",
          " hh",
          " a",
          " MM:ss",
          "[ hh:mm]",
          "[ HH:mm]");
  private static final List<String> ZONES = List.of("", " XXX", " VV", "'Z'");
  private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

  @Provide
  Arbitrary<String> patterns() {
    return Combinators.combine(Arbitraries.of(DAYS), Arbitraries.of(TIMES), Arbitraries.of(ZONES))
        .as((day, time, zone) -> day + time + zone);
  }

  @Property(tries = 2_000)
  void aPatternIsRefusedOrGivesTheTimeThatWasWritten(
      @ForAll("patterns") String pattern, @ForAll @IntRange(max = 1_000_000_000) int second) {
    ZonedDateTime written = Instant.ofEpochSecond(second + 946_684_800L).atZone(ZONE);

    Optional<Instant> read = read(pattern, written);

    read.ifPresent(
        instant -> assertThat(pattern, instant, is(shown(pattern, written).toInstant())));
  }

  @Example
  void usualPatternsAreTaken() {
    List<String> refused =
        DAYS.stream()
            .limit(6)
            .flatMap(day -> TIMES.stream().limit(9).map(time -> day + time))
            .flatMap(time -> Stream.of(time, time + " XXX", time + " VV"))
            .filter(pattern -> read(pattern, ZonedDateTime.now(ZONE)).isEmpty())
            .toList();

    assertThat(refused, is(List.of()));
  }

  private static Optional<Instant> read(String pattern, ZonedDateTime written) {
    try {
      String text =
          DateTimeFormatter.ofPattern(
                  pattern.replace('y', 'u'), Locale.forLanguageTag("en-u-rg-gbzzzz"))
              .format(written);
      return Optional.of(Dates.timestamp(text, pattern, ZONE.getId()));
    } catch (Functions.NoValueException e) {
      return Optional.empty();
    }
  }

  /** What a reader sees of a time that a pattern has written. */
  private static ZonedDateTime shown(String pattern, ZonedDateTime written) {
    ChronoUnit unit =
        pattern.contains("s")
            ? ChronoUnit.SECONDS
            : pattern.contains("m")
                ? ChronoUnit.MINUTES
                : pattern.matches(".*[HhkK].*") ? ChronoUnit.HOURS : ChronoUnit.DAYS;
    return LocalDateTime.from(written).truncatedTo(unit).atZone(written.getZone());
  }
}
