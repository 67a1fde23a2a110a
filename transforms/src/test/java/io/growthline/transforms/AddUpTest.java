package io.growthline.transforms;

import java.util.List;
import java.util.TreeSet;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.api.Test;

class AddUpTest {
  private static final Coder<TreeSet<Integer>> CODER =
      SerializableCoder.of(new TypeDescriptor<TreeSet<Integer>>() {});

  @Test
  void partsAreAddedUp() {
    Pipeline pipeline = Pipeline.create();
    PAssert.that(
            pipeline
                .apply(
                    Create.of(new TreeSet<>(List.of(1, 2)), new TreeSet<>(List.of(2, 3)))
                        .withCoder(CODER))
                .apply(new AddUp<>(TreeSet::new, TreeSet::addAll, CODER)))
        .containsInAnyOrder(List.of(new TreeSet<>(List.of(1, 2, 3))));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void withoutPartsTheSumIsEmpty() {
    Pipeline pipeline = Pipeline.create();
    PAssert.that(
            pipeline
                .apply(Create.empty(CODER))
                .apply(new AddUp<>(TreeSet::new, TreeSet::addAll, CODER)))
        .containsInAnyOrder(List.of(new TreeSet<Integer>()));
    pipeline.run().waitUntilFinish();
  }
}
