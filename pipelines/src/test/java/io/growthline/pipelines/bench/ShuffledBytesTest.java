package io.growthline.pipelines.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShuffledBytesTest {
  @Test
  void bytesOfAllPipelinesOfARunAddUp() {
    assertThat(
        ShuffledBytes.in(
            List.of(
                "INFO: Counters of ingest-1: {ingest/written/app/sessions=9, shuffle/bytes=1200}",
                "INFO: Counters of ingest-2: {}",
                "INFO: Counters of marts-1: {marts/rows=7, shuffle/bytes=34}")),
        is(1234L));
  }

  @Test
  void aRunThatShuffledNoBlocksHasNoBytes() {
    assertThat(
        ShuffledBytes.in(List.of("INFO: Counters of train: {}", "shuffle/bytes=5")),
        is(nullValue()));
  }
}
