package io.growthline.pipelines.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class GzipMembersTest {
  @Property(tries = 200)
  void membersAreReadAsOneText(
      @ForAll @Size(max = 5) List<@AlphaChars @StringLength(max = 5000) String> texts)
      throws IOException {
    byte[] file = new byte[0];
    for (String text : texts) {
      file = Profiles.concat(file, IngestFixture.gzip(text));
    }

    byte[] read = new GzipMembers(unavailable(file)).readAllBytes();

    assertThat(read, is(String.join("", texts).getBytes(UTF_8)));
  }

  @Property(tries = 200)
  void whatFollowsAMemberAndIsNoneIsAnErrorAndTheMemberIsGiven(
      @ForAll @NotEmpty @Size(max = 100) byte[] behind) {
    byte[] text = "before\n".getBytes(UTF_8);
    byte[] file = Profiles.concat(IngestFixture.gzip("before\n"), behind);
    ByteArrayOutputStream given = new ByteArrayOutputStream();

    assertThrows(IOException.class, () -> unavailableCopy(file, given));

    assertThat(given.toByteArray(), is(text));
  }

  @Example
  void aFileWithoutBytesIsEmpty() throws IOException {
    assertThat(new GzipMembers(InputStream.nullInputStream()).read(), is(-1));
  }

  private static void unavailableCopy(byte[] file, ByteArrayOutputStream given) throws IOException {
    new GzipMembers(unavailable(file)).transferTo(given);
  }

  /** As streams of object stores are: they cannot say what is available. */
  private static InputStream unavailable(byte[] file) {
    return new FilterInputStream(new ByteArrayInputStream(file)) {
      @Override
      public int available() {
        return 0;
      }
    };
  }
}
