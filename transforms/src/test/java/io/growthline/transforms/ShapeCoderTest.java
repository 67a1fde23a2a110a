package io.growthline.transforms;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class ShapeCoderTest {
  /** A record without a contract. */
  public record Note(String text, long number, Double share, boolean read, LocalDate day) {}

  private static final ShapeCoder<Note> CODER = ShapeCoder.of(Note.class);

  @Test
  void whatWasWrittenIsReadBack() throws Exception {
    CoderProperties.coderDecodeEncodeEqual(
        CODER, new Note("å, ß", -1, 0.5, true, LocalDate.of(2026, 7, 1)));
  }

  @Test
  void absentValuesStayAbsent() throws Exception {
    CoderProperties.coderDecodeEncodeEqual(CODER, new Note(null, 0, null, false, null));
  }

  @Test
  void aSmallRecordIsAFewBytes() throws Exception {
    byte[] bytes = CoderUtils.encodeToByteArray(CODER, new Note("ab", 1, null, true, null));

    assertThat(bytes.length, is(10));
  }
}
