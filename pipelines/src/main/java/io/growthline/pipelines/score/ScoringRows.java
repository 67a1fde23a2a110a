package io.growthline.pipelines.score;

import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.feature.CustomerFeaturesLatest;
import io.growthline.domain.growth.FctActivation;
import io.growthline.domain.scoring.Models;
import io.growthline.transforms.scoring.ScoringRow;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Takes the inputs of the models from the rows of the marts. */
final class ScoringRows {
  private ScoringRows() {}

  static MapElements<CustomerFeaturesLatest, ScoringRow> ofFeatures() {
    return MapElements.into(TypeDescriptor.of(ScoringRow.class))
        .via(
            row ->
                new ScoringRow(
                    row.customerId(), row.vulnerableCustomer(), Models.CHURN_LATEST.values(row)));
  }

  /**
   * @param profiles say who needs protection; few do, so they fit every worker
   */
  static ParDo.SingleOutput<FctActivation, ScoringRow> ofAccounts(
      PCollection<Customer360Profile> profiles) {
    PCollectionView<Map<String, String>> vulnerable =
        profiles
            .apply("KeepVulnerable", Filter.by(Customer360Profile::vulnerableCustomer))
            .apply(
                "TakeCustomer",
                MapElements.into(TypeDescriptors.strings()).via(Customer360Profile::customerId))
            .apply(
                "KeyByCustomer",
                WithKeys.<String, String>of(id -> id).withKeyType(TypeDescriptors.strings()))
            .apply("Vulnerable", View.asMap());
    return ParDo.of(new AccountFn(vulnerable)).withSideInputs(vulnerable);
  }

  private static final class AccountFn extends DoFn<FctActivation, ScoringRow> {
    private static final long serialVersionUID = 1L;
    private final PCollectionView<Map<String, String>> vulnerable;

    AccountFn(PCollectionView<Map<String, String>> vulnerable) {
      this.vulnerable = vulnerable;
    }

    @ProcessElement
    public void take(ProcessContext context) {
      FctActivation account = context.element();
      boolean isVulnerable = context.sideInput(vulnerable).containsKey(account.customerId());
      context.output(
          new ScoringRow(
              account.customerId(), isVulnerable, Models.ACTIVATION_INPUTS.values(account)));
    }
  }
}
