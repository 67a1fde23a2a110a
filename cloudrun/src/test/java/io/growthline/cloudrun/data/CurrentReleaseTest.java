package io.growthline.cloudrun.data;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentReleaseTest {
  @TempDir Path data;
  private long now;

  @Test
  void withoutAPointerTheDirectoryItselfIsServed() {
    assertThat(release().directory(), is(data));
  }

  @Test
  void thePointerNamesTheReleaseAndMayMoveBothWays() throws IOException {
    CurrentRelease release = release();
    point("20260701T020000Z\n");
    assertThat(release.directory(), is(data.resolve("releases/20260701T020000Z")));

    point("20260702T020000Z\n");
    now += Duration.ofSeconds(9).toNanos();
    assertThat(release.directory(), is(data.resolve("releases/20260701T020000Z")));
    now += Duration.ofSeconds(1).toNanos();
    assertThat(release.directory(), is(data.resolve("releases/20260702T020000Z")));

    point("20260701T020000Z");
    now += Duration.ofSeconds(10).toNanos();
    assertThat(release.directory(), is(data.resolve("releases/20260701T020000Z")));
  }

  @Test
  void aPointerOutOfTheReleasesIsRefused() throws IOException {
    point("../../etc");

    NotPublishedException e = assertThrows(NotPublishedException.class, release()::directory);

    assertThat(e.getMessage(), containsString("CURRENT"));
  }

  private void point(String text) throws IOException {
    Files.writeString(data.resolve("CURRENT"), text);
  }

  private CurrentRelease release() {
    return new CurrentRelease(data, Duration.ofSeconds(10), () -> now);
  }
}
