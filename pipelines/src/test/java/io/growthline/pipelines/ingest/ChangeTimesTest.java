package io.growthline.pipelines.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.monitoring.LandedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are told from others without reading all their bytes again, and never taken for others. */
class ChangeTimesTest {
  private static final String UNREAD = "a checksum that no file has";

  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void createAFile() throws IOException {
    path = Files.writeString(directory.resolve("a.jsonl"), "first");
  }

  @Test
  void aFileThatWasChangedJustNowMayChangeAgainWithinTheSameTick() {
    assertThat(ChangeTimes.of(file()), is(Optional.empty()));
  }

  @Test
  void anUntouchedFileIsTheSameAndIsNotReadAgain() throws Exception {
    settle();
    Optional<Instant> changed = ChangeTimes.of(file());

    assertThat(changed.isPresent(), is(true));
    assertThat(Landing.isSame(file(), ingested(UNREAD, changed.get())), is(true));
  }

  @Test
  void aFileOfTheSameSizeAndModificationTimeIsNotTheSame() throws Exception {
    FileTime modified = Files.getLastModifiedTime(path);
    settle();
    Optional<Instant> before = ChangeTimes.of(file());

    Files.writeString(path, "other");
    Files.setLastModifiedTime(path, modified);
    settle();

    assertThat(ChangeTimes.of(file()), is(not(before)));
    assertThat(Landing.isSame(file(), ingested(UNREAD, before.get())), is(false));
  }

  @Test
  void aFileThatWasTouchedButNotChangedIsTheSame() throws Exception {
    String checksum = new Checksum(() -> Files.newByteChannel(path)).value();

    assertThat(Landing.isSame(file(), ingested(checksum, Instant.EPOCH)), is(true));
    assertThat(Landing.isSame(file(), ingested(checksum, null)), is(true));
    assertThat(Landing.isSame(file(), ingested(UNREAD, null)), is(false));
  }

  private LandingFile file() {
    return LandingFile.of(directory + "/", path + "", 5).orElseThrow();
  }

  private static LandedFile ingested(String checksum, Instant changedAt) {
    return new LandedFile("a.jsonl", 5, checksum, changedAt, 1, 0, "run", Instant.EPOCH);
  }

  private static void settle() throws InterruptedException {
    Thread.sleep(2_100);
  }
}
