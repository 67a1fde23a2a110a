package io.growthline.pipelines.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.ingest.Payloads;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LinesTest {
  @Property(tries = 500)
  void linesAreWhatStandsBetweenNewlines(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 20) int atOnce)
      throws IOException {
    List<String> expected = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    if (expected.get(expected.size() - 1).isEmpty()) {
      expected.remove(expected.size() - 1);
    }

    assertThat(lines(trickle(text, atOnce)), is(expected));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab\n\r\u008a\u00ff").ofMaxLength(60);
  }

  @Example
  void linesThatCrossTheEndOfTheBufferAreWhole() throws IOException {
    List<String> expected = new ArrayList<>();
    for (int length = 0; length < 2_000; length += 7) {
      expected.add("x".repeat(length) + length);
    }
    expected.add("y".repeat(Payloads.MAX_BYTES));
    expected.add("z");

    assertThat(lines(stream(String.join("\n", expected))).equals(expected), is(true));
  }

  @Example
  void aLineThatIsTooLargeIsCutAndTheNextIsWhole() throws IOException {
    String large = "x".repeat(Payloads.MAX_BYTES + 1);

    List<String> lines =
        lines(stream("a\n" + large + "x".repeat(3_000_000) + "\nb\n" + large + "x"));

    assertThat(lines.equals(List.of("a", large, "b", large)), is(true));
  }

  @Example
  void linesBeforeDamageAreGiven() throws IOException {
    Lines lines =
        new Lines(
            new FilterInputStream(stream("a\nb\nc")) {
              @Override
              public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                if (count < 0) {
                  throw new IOException("damaged");
                }
                return count;
              }
            });

    lines.next();
    lines.next();
    assertThat(new String(lines.toBytes(), ISO_8859_1) + lines.number(), is("b2"));
    assertThrows(IOException.class, lines::next);
  }

  private static List<String> lines(InputStream in) throws IOException {
    List<String> given = new ArrayList<>();
    try (Lines lines = new Lines(in)) {
      while (lines.next()) {
        given.add(new String(lines.array(), lines.start(), lines.length(), ISO_8859_1));
        assertThat(lines.number(), is((long) given.size()));
      }
      assertThat("a line behind the last", lines.next(), is(false));
    }
    return given;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
  }

  /** A stream that gives few bytes at once, as sockets do. */
  private static InputStream trickle(String text, int atOnce) {
    return new FilterInputStream(stream(text)) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return super.read(target, offset, Math.min(atOnce, length));
      }
    };
  }
}
