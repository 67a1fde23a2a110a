package io.growthline.pipelines.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
  @TempDir Path data;

  @Test
  void aSecondRunOnTheSameDirectoryIsRefused() {
    try (RunLock first = RunLock.acquire(data)) {
      RunException refused = assertThrows(RunException.class, () -> RunLock.acquire(data));
      assertThat(refused.getMessage(), containsString("Another run is using " + data));
    }
  }

  @Test
  void theDirectoryIsFreeAgainAfterTheRunAndALeftOverFileDoesNotBlock() throws Exception {
    Files.writeString(data.resolve(".lock"), "left over");
    RunLock.acquire(data).close();
    RunLock.acquire(data).close();
  }
}
