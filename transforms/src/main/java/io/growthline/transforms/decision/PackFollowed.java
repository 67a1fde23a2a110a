package io.growthline.transforms.decision;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.block.PackByCustomer;
import io.growthline.transforms.block.RowPacking;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.coders.Coder;

/** Packs what {@link FollowPlans} needs by bucket of customers: of features only the outcome. */
public final class PackFollowed implements RowPacking<Integer> {
  private static final TableSpec<CustomerMonthFeatures> FEATURES =
      TableSpec.of(CustomerMonthFeatures.class);

  private final PackByCustomer packing;

  public PackFollowed(Buckets buckets) {
    this.packing = new PackByCustomer(buckets);
  }

  @Override
  public Coder<Integer> keyCoder() {
    return packing.keyCoder();
  }

  @Override
  public Packer open(String run, BiConsumer<Integer, byte[]> consumer) {
    Packer packer = packing.open(run, consumer);
    return new Packer() {
      private final RowCodec<CustomerMonthFeatures> features = RowCodec.of(FEATURES);
      private final RowCodec<MonthLabel> labels = RowCodec.of(FollowedInputs.LABELS);
      private final RowBuffer label = new RowBuffer(64);

      @Override
      public void add(TableSpec<?> table, byte[] bytes, int offset, int length) {
        if (!table.equals(FEATURES)) {
          packer.add(table, bytes, offset, length);
          return;
        }
        CustomerMonthFeatures row = features.read(bytes, offset);
        if (row.churned30d() != null) {
          label.clear();
          labels.write(new MonthLabel(row.customerId(), row.asOf(), row.churned30d()), label);
          packer.add(FollowedInputs.LABELS, label.array(), 0, label.size());
        }
      }

      @Override
      public void flush() {
        packer.flush();
      }
    };
  }
}
