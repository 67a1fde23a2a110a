package io.growthline.transforms.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class ChangesCoderTest {
  @Test
  void changesSurviveTheirCoder() throws Exception {
    Changes changes = new Changes();
    changes.addDay(3, -1);
    changes.addDay(3, 20_000);
    changes.addDay(0, 20_001);
    changes.addGroup(0);
    changes.addGroup(63);

    assertThat(CoderUtils.clone(ChangesCoder.of(), changes), is(changes));
    assertThat(CoderUtils.clone(ChangesCoder.of(), new Changes()), is(new Changes()));
  }

  @Test
  void aDayInARowOfDaysIsOneByte() throws Exception {
    Changes changes = new Changes();
    for (int table = 0; table < 16; table++) {
      for (long day = 20_000; day < 20_365; day++) {
        changes.addDay(table, day);
      }
    }

    byte[] bytes = CoderUtils.encodeToByteArray(ChangesCoder.of(), changes);

    assertThat(bytes.length, is(lessThan(16 * (365 + 8))));
  }
}
