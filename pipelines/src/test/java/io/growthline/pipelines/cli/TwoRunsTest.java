package io.growthline.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoRunsTest {
  @TempDir Path directory;

  @Test
  void aSecondRunIsRefusedAndTheFirstOneEndsWell() throws Exception {
    Path data = directory.resolve("data");
    Path sessions = Files.createDirectories(data.resolve("landing/sessions"));
    Files.writeString(sessions.resolve("a.jsonl"), "{oops\n");

    try (Fork first = start(data, "first.txt")) {
      try (HeldPublication held = HeldPublication.of(data)) {
        first.until("rows", () -> HeldPublication.isStaging(data, List.of()));
        try (Fork second = start(data, "second.txt")) {
          assertThat(second.output(), second.end(), is(1));
          assertThat(
              second.output().lines().skip(1).toList(),
              is(
                  List.of(
                      "Another run is using "
                          + data
                          + ". Wait for it to end, or choose another --data.")));
        }
      }
      assertThat(first.output(), first.end(), is(0));
    }
    assertThat(
        new DataFixture(data).query("select count(*) as n from monitoring.dead_letters"),
        is("n\n1\n"));
  }

  @Test
  void theLockOfAKilledRunDoesNotBlockTheNext() throws Exception {
    Path data = directory.resolve("data");
    Path sessions = Files.createDirectories(data.resolve("landing/sessions"));
    Files.writeString(sessions.resolve("a.jsonl"), "{oops\n");
    try (HeldPublication held = HeldPublication.of(data);
        Fork killed = start(data, "killed.txt")) {
      killed.until("rows", () -> HeldPublication.isStaging(data, List.of())).kill();
    }
    assertThat("the left-over lock", Files.exists(data.resolve(".lock")), is(true));

    new DataFixture(data).run("ingest");
  }

  private Fork start(Path data, String output) {
    return Fork.start(directory.resolve(output), "run", "--stages=ingest", "--data=" + data);
  }
}
