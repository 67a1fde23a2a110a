package io.growthline.transforms.scoring;

import io.growthline.domain.scoring.CustomerScore;
import io.growthline.domain.scoring.ScoreReason;
import java.time.LocalDate;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Scores customers with one model and says why. */
public final class ScoreCustomers extends PTransform<PCollection<ScoringRow>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** One score a customer. */
  public static final TupleTag<CustomerScore> SCORES = new TupleTag<>("scores") {};

  /** Up to three reasons a score. */
  public static final TupleTag<ScoreReason> REASONS = new TupleTag<>("reasons") {};

  private final ModelSource model;
  private final LocalDate asOf;

  private ScoreCustomers(ModelSource model, LocalDate asOf) {
    this.model = model;
    this.asOf = asOf;
  }

  /**
   * @param model loaded once for each thread of a worker
   * @param asOf day that the features reflect
   */
  public static ScoreCustomers with(ModelSource model, LocalDate asOf) {
    return new ScoreCustomers(model, asOf);
  }

  @Override
  public PCollectionTuple expand(PCollection<ScoringRow> customers) {
    return customers.apply(
        "Score",
        ParDo.of(new ScoreFn(model, asOf)).withOutputTags(SCORES, TupleTagList.of(REASONS)));
  }
}
