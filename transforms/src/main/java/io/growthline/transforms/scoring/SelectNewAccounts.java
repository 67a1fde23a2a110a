package io.growthline.transforms.scoring;

import io.growthline.domain.growth.FctActivation;
import io.growthline.domain.scoring.Models;
import java.time.LocalDate;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Accounts whose activation is predicted: three days old, the outcome still open. When no account
 * is that young, as in data that end with a pause in sign-ups, the accounts of the last 30 days
 * stand in.
 */
public final class SelectNewAccounts
    extends PTransform<PCollection<FctActivation>, PCollection<FctActivation>> {
  private static final long serialVersionUID = 1L;
  private static final int STAND_IN_DAYS = 30;

  private final LocalDate asOf;

  private SelectNewAccounts(LocalDate asOf) {
    this.asOf = asOf;
  }

  public static SelectNewAccounts asOf(LocalDate asOf) {
    return new SelectNewAccounts(asOf);
  }

  @Override
  public PCollection<FctActivation> expand(PCollection<FctActivation> accounts) {
    PCollection<FctActivation> recent =
        accounts.apply("KeepThirtyDays", Filter.by(account -> isRecent(account, asOf)));
    PCollectionView<Long> open =
        recent
            .apply("KeepOpen", Filter.by(account -> !account.isMature()))
            .apply("CountOpen", Count.globally())
            .apply("OpenAccounts", View.asSingleton());
    return recent.apply("Select", ParDo.of(new SelectFn(open)).withSideInputs(open));
  }

  private static boolean isRecent(FctActivation account, LocalDate asOf) {
    return !account.openedOn().plusDays(Models.ACTIVATION_SCORE_DAYS).isAfter(asOf)
        && account.openedOn().plusDays(STAND_IN_DAYS).isAfter(asOf);
  }

  private static final class SelectFn extends DoFn<FctActivation, FctActivation> {
    private static final long serialVersionUID = 1L;
    private final PCollectionView<Long> open;

    SelectFn(PCollectionView<Long> open) {
      this.open = open;
    }

    @ProcessElement
    public void select(ProcessContext context) {
      if (!context.element().isMature() || context.sideInput(open) == 0) {
        context.output(context.element());
      }
    }
  }
}
