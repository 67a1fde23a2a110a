package io.growthline.cloudrun.data;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentReleaseTest {
  @TempDir Path data;

  @Test
  void withoutAPointerTheDirectoryItselfIsServed() {
    assertThat(CurrentRelease.of(data), is(data));
  }

  @Test
  void thePointerNamesTheReleaseAndMayMoveBothWays() throws IOException {
    point("20260701T020000Z\n");
    assertThat(CurrentRelease.of(data), is(data.resolve("releases/20260701T020000Z")));

    point("20260702T020000Z\n");
    assertThat(CurrentRelease.of(data), is(data.resolve("releases/20260702T020000Z")));

    point("20260701T020000Z");
    assertThat(CurrentRelease.of(data), is(data.resolve("releases/20260701T020000Z")));
  }

  @Test
  void aPointerOutOfTheReleasesIsRefused() throws IOException {
    point("../../etc");

    NotPublishedException e =
        assertThrows(NotPublishedException.class, () -> CurrentRelease.of(data));

    assertThat(e.getMessage(), containsString("CURRENT"));
  }

  private void point(String text) throws IOException {
    Files.writeString(data.resolve("CURRENT"), text);
  }
}
