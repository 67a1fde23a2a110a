package io.growthline.domain.mart;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CountsTest {
  /** A key of two components. */
  public record Key(String region, long month) {}

  @Test
  void slotsOfAKeyAddUpOnTheirOwn() {
    Counts<Key> counts = counts();
    counts.add(new Key("north", 1), 0, 5);
    counts.add(new Key("north", 1), 1, 7);
    counts.add(new Key("north", 1), new long[] {10, 20});

    assertThat(counts.get(new Key("north", 1), 0), is(15L));
    assertThat(counts.get(new Key("north", 1), 1), is(27L));
    assertThat(counts.get(new Key("south", 1), 0), is(0L));
  }

  @Test
  void addingNothingMakesAKeyKnown() {
    Counts<Key> counts = counts();
    counts.add(new Key("south", 2), 0, 0);
    counts.add(new Key("north", 3), 0, 0);

    assertThat(counts.keys(), contains(new Key("north", 3), new Key("south", 2)));
  }

  /** As parts and all at once, in any order, as objects and as bytes. */
  @Property
  void partsAddUpToTheSameBytesInAnyOrder(@ForAll List<Integer> amounts, @ForAll long seed) {
    Counts<Key> all = counts();
    amounts.forEach(amount -> add(amount, all));
    Random random = new Random(seed);
    List<Integer> shuffled = new ArrayList<>(amounts);
    Collections.shuffle(shuffled, random);
    List<Counts<Key>> parts = List.of(counts(), counts(), counts());
    shuffled.forEach(amount -> add(amount, parts.get(random.nextInt(3))));

    Counts<Key> merged = counts();
    merged.addAll(parts.get(0));
    merged.add(new RowCursor().at(bytes(parts.get(1)), 0));
    merged.addAll(parts.get(2));

    assertThat(bytes(merged), is(bytes(all)));
    assertThat(merged, is(all));
  }

  @Test
  void aSumThatDoesNotFitIsAnErrorThatNamesTheKey() {
    Counts<Key> counts = counts();
    counts.add(new Key("north", 1), 0, Long.MAX_VALUE);

    ArithmeticException up =
        assertThrows(ArithmeticException.class, () -> counts.add(new Key("north", 1), 0, 1));
    counts.add(new Key("south", 1), 1, Long.MIN_VALUE);
    assertThrows(
        ArithmeticException.class, () -> counts.add(new Key("south", 1), new long[] {0, -1}));

    assertThat(
        up.getMessage(), allOf(containsString("north"), containsString("does not fit 64 bits")));
  }

  @Test
  void bytesWithAnotherNumberOfSlotsAreRefused() {
    byte[] bytes = bytes(new Counts<>(Key.class, 3));

    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> counts().add(new RowCursor().at(bytes, 0)));

    assertThat(e.getMessage(), containsString("another build"));
  }

  private static void add(int amount, Counts<Key> counts) {
    counts.add(new Key("region " + amount % 3, amount % 5), Math.floorMod(amount, 2), amount);
  }

  private static Counts<Key> counts() {
    return new Counts<>(Key.class, 2);
  }

  private static byte[] bytes(Counts<Key> counts) {
    RowBuffer out = new RowBuffer(16);
    counts.write(out);
    return out.toBytes();
  }
}
