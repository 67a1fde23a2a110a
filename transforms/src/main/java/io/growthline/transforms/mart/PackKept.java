package io.growthline.transforms.mart;

import io.growthline.domain.contract.RowLayout;
import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.block.PartitionPacker;
import io.growthline.transforms.block.RowPacking;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** Packs published mart rows of customers of other groups than those that are built again. */
final class PackKept implements RowPacking<String> {
  private final Set<Integer> rebuilt;

  PackKept(Set<Integer> rebuilt) {
    this.rebuilt = Set.copyOf(rebuilt);
  }

  @Override
  public Coder<String> keyCoder() {
    return StringUtf8Coder.of();
  }

  @Override
  public Packer open(String run, BiConsumer<String, byte[]> consumer) {
    PartitionPacker packer = new PartitionPacker(run, consumer);
    return new Packer() {
      private TableSpec<?> table;
      private RowLayout layout;
      private int customerId;

      @Override
      public void add(TableSpec<?> rowTable, byte[] bytes, int offset, int length) {
        if (rowTable != table) {
          table = rowTable;
          layout = RowLayout.of(table);
          customerId = table.indexOf("customer_id");
        }
        int customer = layout.position(bytes, offset, customerId);
        if (!rebuilt.contains(GroupOf.customerAt(bytes, customer))) {
          packer.add(table, bytes, offset, length);
        }
      }

      @Override
      public void flush() {
        packer.flush();
      }
    };
  }
}
