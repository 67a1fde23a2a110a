package io.growthline.transforms.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.util.VarInt;

/**
 * Changes as bytes: sorted numbers as distances, one byte for most days. Every bucket reports up to
 * all days of all tables, and runners copy what they combine.
 */
final class ChangesCoder extends AtomicCoder<Changes> {
  private static final ChangesCoder INSTANCE = new ChangesCoder();

  private ChangesCoder() {}

  static ChangesCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Changes changes, OutputStream out) throws IOException {
    Map<Integer, TreeSet<Long>> days = changes.epochDays();
    VarInt.encode(days.size(), out);
    for (Map.Entry<Integer, TreeSet<Long>> table : days.entrySet()) {
      VarInt.encode(table.getKey(), out);
      write(table.getValue(), out);
    }
    TreeSet<Long> groups = new TreeSet<>();
    changes.groups().forEach(group -> groups.add((long) group));
    write(groups, out);
  }

  @Override
  public Changes decode(InputStream in) throws IOException {
    Changes changes = new Changes();
    for (int tables = VarInt.decodeInt(in); tables > 0; tables--) {
      int table = VarInt.decodeInt(in);
      read(in).forEach(day -> changes.addDay(table, day));
    }
    read(in).forEach(group -> changes.addGroup(group.intValue()));
    return changes;
  }

  private static void write(SortedSet<Long> numbers, OutputStream out) throws IOException {
    VarInt.encode(numbers.size(), out);
    long last = 0;
    for (long number : numbers) {
      VarInt.encode(number - last, out);
      last = number;
    }
  }

  private static TreeSet<Long> read(InputStream in) throws IOException {
    TreeSet<Long> numbers = new TreeSet<>();
    long last = 0;
    for (int left = VarInt.decodeInt(in); left > 0; left--) {
      last += VarInt.decodeLong(in);
      numbers.add(last);
    }
    return numbers;
  }
}
