package io.growthline.pipelines.score;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.scoring.Features;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.transforms.scoring.ScoringRow;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Takes the inputs of a model from rows of a mart, and whether the customer needs protection: from
 * the row if it says so, else from the profile.
 */
final class TakeInputs {
  private static final String VULNERABLE = "vulnerable_customer";

  private TakeInputs() {}

  static <C extends Record> PTransform<PCollection<? extends C>, PCollection<ScoringRow>> of(
      Features<C> inputs, Pipeline pipeline, WarehouseReader reader) {
    if (inputs.table().has(VULNERABLE)) {
      return MapElements.into(TypeDescriptor.of(ScoringRow.class)).via(row -> own(inputs, row));
    }
    PCollectionView<Map<String, String>> vulnerable =
        reader
            .read(pipeline, TableSpec.of(Customer360Profile.class))
            .apply("Find the vulnerable for " + inputs.table().name(), new Vulnerable());
    return ParDo.of(new JoinFn<>(inputs, vulnerable)).withSideInputs(vulnerable);
  }

  // Few customers need protection, so they fit every worker.
  private static final class Vulnerable
      extends PTransform<PCollection<Customer360Profile>, PCollectionView<Map<String, String>>> {
    private static final long serialVersionUID = 1L;

    @Override
    public PCollectionView<Map<String, String>> expand(PCollection<Customer360Profile> profiles) {
      return profiles
          .apply("Keep vulnerable", Filter.by(Customer360Profile::vulnerableCustomer))
          .apply(
              "Take customer",
              MapElements.into(TypeDescriptors.strings()).via(Customer360Profile::customerId))
          .apply(
              "Key by customer",
              WithKeys.<String, String>of(id -> id).withKeyType(TypeDescriptors.strings()))
          .apply("View vulnerable", View.asMap());
    }
  }

  private static <C extends Record> ScoringRow own(Features<C> features, C row) {
    TableSpec<C> table = features.table();
    boolean vulnerable = (Boolean) table.value(row, table.indexOf(VULNERABLE));
    return new ScoringRow(customerId(table, row), vulnerable, features.values(row));
  }

  private static <C extends Record> String customerId(TableSpec<C> table, C row) {
    return (String) table.value(row, table.indexOf("customer_id"));
  }

  private static final class JoinFn<C extends Record> extends DoFn<C, ScoringRow> {
    private static final long serialVersionUID = 1L;
    private final Features<C> features;
    private final PCollectionView<Map<String, String>> vulnerable;

    JoinFn(Features<C> features, PCollectionView<Map<String, String>> vulnerable) {
      this.features = features;
      this.vulnerable = vulnerable;
    }

    @ProcessElement
    public void take(ProcessContext context) {
      C row = context.element();
      String customerId = customerId(features.table(), row);
      boolean isVulnerable = context.sideInput(vulnerable).containsKey(customerId);
      context.output(new ScoringRow(customerId, isVulnerable, features.values(row)));
    }
  }
}
