package io.growthline.domain.contract;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

class RecordShapeTest {
  private static final RecordShape<Key> SHAPE = RecordShape.of(Key.class);

  /** A component of every type, absent ones among them. */
  public record Key(
      String text,
      long number,
      Long perhaps,
      double real,
      boolean flag,
      Instant at,
      LocalDate regionDay) {}

  private record Hidden(long number) {}

  @Test
  void namesAreThoseOfColumns() {
    assertThat(
        SHAPE.names(),
        is(List.of("text", "number", "perhaps", "real", "flag", "at", "region_day")));
  }

  @Property
  void whatIsReadEqualsWhatWasWritten(
      @ForAll @WithNull String text,
      @ForAll long number,
      @ForAll @WithNull Long perhaps,
      @ForAll double real,
      @ForAll boolean flag) {
    Key key = new Key(text, number, perhaps, real, flag, null, LocalDate.of(2026, 2, 28));
    Key next = new Key("next", 0, 1L, 0, true, Instant.parse("2026-01-01T00:00:00.000001Z"), null);
    RowBuffer out = new RowBuffer(8);
    SHAPE.write(key, out);
    SHAPE.write(next, out);

    RowCursor in = new RowCursor().at(out.array(), 0);

    assertThat(SHAPE.read(in), is(key));
    assertThat(SHAPE.read(in), is(next));
    assertThat(in.position(), is(out.size()));
  }

  @Test
  void recordsAreOrderedByComponentsAndAbsentValuesComeFirst() {
    assertThat(SHAPE.compare(key("a", 9L), key("b", 1L)), lessThan(0));
    assertThat(SHAPE.compare(key("a", null), key("a", 1L)), lessThan(0));
    assertThat(SHAPE.compare(key("a", 1L), key("a", 1L)), is(0));
  }

  @Test
  void aRecordThatIsNotPublicIsRefusedByName() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RecordShape.of(Hidden.class));

    assertThat(e.getMessage(), containsString("Hidden must be public"));
  }

  private static Key key(String text, Long perhaps) {
    return new Key(text, 0, perhaps, 0, false, null, null);
  }
}
