package io.growthline.transforms.mart;

import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.mart.MartTotals;
import io.growthline.transforms.block.BlockCoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.util.VarInt;

/** What the marts of totals count, by group of customers. */
final class GroupTotals {
  private final TreeMap<Integer, MartTotals> groups = new TreeMap<>();

  /** The totals of a group, to add to. */
  MartTotals of(int group) {
    return groups.computeIfAbsent(group, number -> new MartTotals(Marts.TOTALS));
  }

  void addAll(GroupTotals other) {
    other.groups.forEach((group, totals) -> of(group).add(totals.toBytes()));
  }

  /** The totals of a group as bytes, also of one without customers. */
  byte[] toBytes(int group) {
    return groups.getOrDefault(group, new MartTotals(Marts.TOTALS)).toBytes();
  }

  static Coder<GroupTotals> coder() {
    return GroupTotalsCoder.INSTANCE;
  }

  private static final class GroupTotalsCoder extends AtomicCoder<GroupTotals> {
    private static final long serialVersionUID = 1L;
    private static final GroupTotalsCoder INSTANCE = new GroupTotalsCoder();

    @Override
    public void encode(GroupTotals totals, OutputStream out) throws IOException {
      VarInt.encode(totals.groups.size(), out);
      for (Map.Entry<Integer, MartTotals> group : totals.groups.entrySet()) {
        VarInt.encode(group.getKey(), out);
        BlockCoder.of().encode(group.getValue().toBytes(), out);
      }
    }

    @Override
    public GroupTotals decode(InputStream in) throws IOException {
      GroupTotals totals = new GroupTotals();
      for (int left = VarInt.decodeInt(in); left > 0; left--) {
        totals.of(VarInt.decodeInt(in)).add(BlockCoder.of().decode(in));
      }
      return totals;
    }
  }
}
