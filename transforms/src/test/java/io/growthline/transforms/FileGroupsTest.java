package io.growthline.transforms;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FileGroupsTest {
  @Test
  void groupsAreAboutEqualInBytes() {
    assertThat(
        FileGroups.groups(List.of(9L, 1L, 2L, 3L, 4L, 5L), size -> size),
        containsInAnyOrder(contains(9L), contains(5L), contains(4L, 1L), contains(3L, 2L)));
  }

  @Test
  void aFewFilesAreAGroupEach() {
    assertThat(FileGroups.groups(List.of(7L), size -> size), contains(contains(7L)));
    assertThat(FileGroups.groups(List.<Long>of(), size -> size), is(empty()));
  }

  @Test
  void manyBytesMakeMoreGroups() {
    List<Long> files = LongStream.range(0, 64).mapToObj(i -> 64L << 20).toList();

    assertThat(FileGroups.groups(files, size -> size).size(), is(16));
  }
}
