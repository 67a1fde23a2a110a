package io.growthline.transforms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;

/**
 * Spreads files over workers in groups of about equal size. A group is read in one go: what one go
 * gives to a shuffle is handled together, and runners on one machine pay for every go and key.
 */
public final class FileGroups {
  private static final long GROUP_BYTES = 256L << 20;
  // Enough for the workers of one machine to share.
  private static final int FEWEST = 4;

  private FileGroups() {}

  /**
   * Groups of files as elements.
   *
   * @param name what the files are, for the names of steps
   * @param bytes size of a file
   */
  public static <F> PCollection<List<F>> of(
      Pipeline pipeline, String name, List<F> files, ToLongFunction<F> bytes, Coder<F> coder) {
    return pipeline
        .apply("List " + name, Create.of(groups(files, bytes)).withCoder(ListCoder.of(coder)))
        .apply("Spread " + name, Reshuffle.viaRandomKey());
  }

  // The largest file first, each into the group that has least so far.
  static <F> List<List<F>> groups(List<F> files, ToLongFunction<F> bytes) {
    long total = files.stream().mapToLong(bytes).sum();
    int count = (int) Math.min(files.size(), Math.max(FEWEST, total / GROUP_BYTES));
    PriorityQueue<Group<F>> groups =
        new PriorityQueue<>(
            Comparator.<Group<F>>comparingLong(group -> group.bytes)
                .thenComparingInt(group -> group.number));
    for (int i = 0; i < count; i++) {
      groups.add(new Group<>(i));
    }
    List<F> largestFirst = new ArrayList<>(files);
    largestFirst.sort(Collections.reverseOrder(Comparator.comparingLong(bytes)));
    for (F file : largestFirst) {
      Group<F> smallest = groups.poll();
      smallest.files.add(file);
      smallest.bytes += bytes.applyAsLong(file);
      groups.add(smallest);
    }
    return groups.stream().map(group -> (List<F>) group.files).toList();
  }

  private static final class Group<F> {
    private final int number;
    private final List<F> files = new ArrayList<>();
    private long bytes;

    Group(int number) {
      this.number = number;
    }
  }
}
