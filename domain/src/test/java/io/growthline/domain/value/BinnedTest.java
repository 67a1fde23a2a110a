package io.growthline.domain.value;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinnedTest {
  @Test
  void fewDifferentPointsAreCountedAsTheyAre() {
    Binned binned = new Binned();
    binned.add(3, 1_000_003, 7, 2);
    binned.add(3, 1_000_003, 7, 5);
    binned.add(0, 0, 1_000_001, 0);

    double[][] columns = binned.columns();

    assertThat(columns[0], is(new double[] {1, 2}));
    assertThat(columns[1], is(new double[] {0, 3}));
    assertThat(columns[2], is(new double[] {0, 1_000_003}));
    assertThat(columns[3], is(new double[] {1_000_001, 7}));
    assertThat(columns[4], is(new double[] {0, 7}));
  }

  @Test
  void manyPointsShareBinsButNeverAcrossPowersOfTwoAndKeepTheirSums() {
    List<long[]> points = points(20_000);
    Binned binned = of(points);

    double[][] columns = binned.columns();

    assertThat(binned.size(), lessThanOrEqualTo(Binned.MOST));
    assertThat(Arrays.stream(columns[0]).sum(), is(20_000.0));
    for (int number = 0; number < 3; number++) {
      double sum = 0;
      for (int bin = 0; bin < columns[0].length; bin++) {
        sum += columns[0][bin] * columns[1 + number][bin];
      }
      int n = number;
      double actual = points.stream().mapToDouble(p -> p[n]).sum();
      assertThat(sum, closeTo(actual, 1e-9 * actual));
    }
    long none = points.stream().filter(p -> p[0] == 0).count();
    double noneBinned = 0;
    for (int bin = 0; bin < columns[0].length; bin++) {
      noneBinned += columns[1][bin] == 0 ? columns[0][bin] : 0;
    }
    assertThat(noneBinned, is((double) none));
  }

  /** As parts and all at once, in any order, as objects and as bytes. */
  @Test
  void partsAddUpToTheSameBytesInAnyOrderAndGrouping() {
    List<long[]> points = points(20_000);
    byte[] all = bytes(of(points));
    Random random = new Random(9);
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(points, random);
      int cut = 1 + random.nextInt(19_000);
      Binned small = of(points.subList(0, cut));
      Binned large = of(points.subList(cut, points.size()));

      Binned merged = new Binned();
      merged.addAll(small);
      merged.add(new RowCursor().at(bytes(large), 0));

      assertThat(bytes(merged), is(all));
      assertThat(merged, is(of(points)));
    }
  }

  private static List<long[]> points(int count) {
    Random random = new Random(8);
    List<long[]> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(new long[] {random.nextInt(1_000), random.nextInt(30), random.nextInt(600)});
    }
    return points;
  }

  private static Binned of(List<long[]> points) {
    Binned binned = new Binned();
    points.forEach(p -> binned.add(p[0], p[1], p[2], 1));
    return binned;
  }

  private static byte[] bytes(Binned binned) {
    RowBuffer out = new RowBuffer(16);
    binned.write(out);
    return out.toBytes();
  }
}
