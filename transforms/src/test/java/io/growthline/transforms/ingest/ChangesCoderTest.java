package io.growthline.transforms.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class ChangesCoderTest {
  @Test
  void changesSurviveTheirCoder() throws Exception {
    Changes changes =
        Changes.of(Map.of(3, Set.of(-1L, 20_000L), 0, Set.of(20_001L)), Set.of(0L, 63L));

    assertThat(CoderUtils.clone(ChangesCoder.of(), changes), is(changes));
    assertThat(CoderUtils.clone(ChangesCoder.of(), new Changes()), is(new Changes()));
  }

  @Test
  void aDayInARowOfDaysIsOneByte() throws Exception {
    Set<Long> year = LongStream.range(20_000, 20_365).boxed().collect(Collectors.toSet());
    Map<Integer, Set<Long>> tables = new TreeMap<>();
    for (int table = 0; table < 16; table++) {
      tables.put(table, year);
    }

    byte[] bytes =
        CoderUtils.encodeToByteArray(ChangesCoder.of(), Changes.of(tables, new TreeSet<>()));

    assertThat(bytes.length, is(lessThan(16 * (365 + 8))));
  }
}
