package io.growthline.transforms.decision;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.decision.ActionLog;
import io.growthline.domain.decision.OutcomeTotals;
import io.growthline.domain.decision.PlanOutcome;
import io.growthline.domain.decision.PlanOutcomes;
import io.growthline.domain.event.CampaignContact;
import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.TotalsCoder;
import java.time.LocalDate;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Follows the customers of plans and campaigns into later months, by buckets of customers. */
public final class FollowPlans
    extends PTransform<PCollection<KV<Integer, Iterable<byte[]>>>, PCollection<PlanOutcome>> {
  private static final long serialVersionUID = 1L;

  private static final TotalsCoder<OutcomeTotals> TOTALS = TotalsCoder.of(OutcomeTotals::new);

  /** The tables that {@link PackFollowed} packs. */
  public static final List<TableSpec<?>> INPUTS =
      List.of(
          TableSpec.of(ActionLog.class),
          TableSpec.of(CampaignContact.class),
          TableSpec.of(CustomerMonthFeatures.class));

  private final LocalDate asOf;

  private FollowPlans(LocalDate asOf) {
    this.asOf = asOf;
  }

  /** Follows by what was known before a day. */
  public static FollowPlans asOf(LocalDate day) {
    return new FollowPlans(day);
  }

  @Override
  public PCollection<PlanOutcome> expand(PCollection<KV<Integer, Iterable<byte[]>>> buckets) {
    return buckets
        .apply("Follow bucket", ParDo.of(new FollowBucket(asOf)))
        .setCoder(TOTALS)
        .apply("Add up outcomes", TOTALS.addUp())
        .apply("Judge plans", ParDo.of(new JudgePlans(asOf)))
        .setCoder(RecordCoder.of(PlanOutcome.class));
  }

  private static final class FollowBucket
      extends DoFn<KV<Integer, Iterable<byte[]>>, OutcomeTotals> {
    private static final long serialVersionUID = 1L;

    private final LocalDate asOf;

    FollowBucket(LocalDate asOf) {
      this.asOf = asOf;
    }

    @ProcessElement
    public void follow(
        @Element KV<Integer, Iterable<byte[]>> bucket, OutputReceiver<OutcomeTotals> out) {
      out.output(new FollowedInputs(bucket.getValue()).totals(asOf));
    }
  }

  private static final class JudgePlans extends DoFn<OutcomeTotals, PlanOutcome> {
    private static final long serialVersionUID = 1L;

    private final LocalDate asOf;

    JudgePlans(LocalDate asOf) {
      this.asOf = asOf;
    }

    @ProcessElement
    public void judge(@Element OutcomeTotals totals, OutputReceiver<PlanOutcome> out) {
      PlanOutcomes.rows(totals, asOf).forEach(out::output);
    }
  }
}
