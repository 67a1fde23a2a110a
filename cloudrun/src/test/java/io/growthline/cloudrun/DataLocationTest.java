package io.growthline.cloudrun;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.cloudrun.data.DataLocation;
import org.junit.jupiter.api.Test;

class DataLocationTest {
  @Test
  void anAddressThatIsNotADirectoryIsRefusedByName() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new DataLocation("gs://bucket/data"));

    assertThat(e.getMessage(), containsString("gs://bucket/data"));
  }
}
