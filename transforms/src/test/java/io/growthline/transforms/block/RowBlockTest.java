package io.growthline.transforms.block;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.FeatureUse;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowBlockTest {
  private static final int FEATURE_USES = Contracts.RAW.indexOf(TableSpec.of(FeatureUse.class));

  @Test
  void rowsComeBackWithTheirTableOriginAndSource() {
    FeatureUse row = use("c1");

    RowBlock.Rows rows = RowBlock.open(block(row));

    assertThat(rows.origin(), is(Origin.FRESH));
    assertThat(rows.source(), is("app"));
    assertThat(rows.next(), is(true));
    assertThat(rows.table(), is(FEATURE_USES));
    assertThat(new RawRows().decode(rows.table(), rows.bytes(), rows.offset()), is(row));
    assertThat(rows.next(), is(false));
  }

  @Test
  void aBlockOfAnotherBuildIsRefusedWithWhatToDo() {
    byte[] block = block(use("c1"));
    block[0]++;

    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> RowBlock.open(block));

    assertThat(refused.getMessage(), containsString("drain the job"));
  }

  @Test
  void damagedBytesAreRefused() {
    byte[] block = block(use("c1"));
    block[block.length - 1] ^= 0x55;
    block[block.length - 6] ^= 0x55;

    assertThrows(IllegalStateException.class, () -> RowBlock.open(block));
  }

  @Test
  void allRowsOfACustomerFallIntoOneBucketAndCustomersSpreadEvenlyOverAll() {
    Map<Integer, Set<String>> customers = new TreeMap<>();
    for (int i = 0; i < 3_200; i++) {
      String customer = "C%06d".formatted(i);
      int bucket = bucketOf(customer);
      assertThat(bucketOf(customer), is(bucket));
      customers.computeIfAbsent(bucket, b -> new HashSet<>()).add(customer);
    }

    assertThat(customers.size(), is(16));
    customers.values().forEach(inBucket -> assertThat(inBucket.size(), greaterThan(140)));
  }

  private static int bucketOf(String customer) {
    int[] found = new int[1];
    BucketPacker packer =
        new BucketPacker(
            Origin.FRESH, "app", new Buckets(16), (bucket, block) -> found[0] = bucket);
    packer.add(FEATURE_USES, use(customer));
    packer.flush();
    return found[0];
  }

  private static byte[] block(FeatureUse row) {
    byte[][] blocks = new byte[1][];
    BucketPacker packer =
        new BucketPacker(Origin.FRESH, "app", new Buckets(1), (bucket, block) -> blocks[0] = block);
    packer.add(FEATURE_USES, row);
    packer.flush();
    return blocks[0];
  }

  private static FeatureUse use(String customer) {
    Instant at = Instant.parse("2026-01-05T09:00:00Z");
    return new FeatureUse("e1", "k1", customer, at, at, 1, "app", "budget");
  }
}
