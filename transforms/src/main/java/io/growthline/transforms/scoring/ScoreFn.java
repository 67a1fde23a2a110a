package io.growthline.transforms.scoring;

import io.growthline.domain.scoring.CustomerScore;
import io.growthline.domain.scoring.Reason;
import io.growthline.domain.scoring.ScoreReason;
import io.growthline.domain.scoring.Scored;
import io.growthline.domain.scoring.ScoringModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;

/** Scores in batches, because a call into the tree library costs more than a row. */
final class ScoreFn extends DoFn<ScoringRow, CustomerScore> {
  private static final long serialVersionUID = 1L;
  private static final int BATCH = 1_000;

  private final ModelSource source;
  private final LocalDate asOf;
  private transient ScoringModel model;
  private transient List<ScoringRow> batch;

  ScoreFn(ModelSource source, LocalDate asOf) {
    this.source = source;
    this.asOf = asOf;
  }

  @Setup
  public void load() {
    model = source.load();
  }

  @StartBundle
  public void start() {
    batch = new ArrayList<>();
  }

  @ProcessElement
  public void add(@Element ScoringRow row, MultiOutputReceiver out) {
    batch.add(row);
    if (batch.size() == BATCH) {
      scoreBatch(
          new Sink() {
            @Override
            public void score(CustomerScore score) {
              out.get(ScoreCustomers.SCORES).output(score);
            }

            @Override
            public void reason(ScoreReason reason) {
              out.get(ScoreCustomers.REASONS).output(reason);
            }
          });
    }
  }

  @FinishBundle
  public void finish(FinishBundleContext context) {
    scoreBatch(
        new Sink() {
          @Override
          public void score(CustomerScore score) {
            context.output(
                ScoreCustomers.SCORES,
                score,
                BoundedWindow.TIMESTAMP_MIN_VALUE,
                GlobalWindow.INSTANCE);
          }

          @Override
          public void reason(ScoreReason reason) {
            context.output(
                ScoreCustomers.REASONS,
                reason,
                BoundedWindow.TIMESTAMP_MIN_VALUE,
                GlobalWindow.INSTANCE);
          }
        });
  }

  private void scoreBatch(Sink sink) {
    List<Scored> scored = model.scoreAll(batch.stream().map(ScoringRow::features).toList());
    for (int i = 0; i < scored.size(); i++) {
      emit(batch.get(i), scored.get(i), sink);
    }
    batch.clear();
  }

  private void emit(ScoringRow row, Scored scored, Sink sink) {
    sink.score(
        new CustomerScore(
            row.customerId(),
            model.name(),
            model.version(),
            asOf,
            scored.probability(),
            scored.band(),
            row.vulnerableCustomer()));
    long position = 1;
    for (Reason reason : scored.reasons()) {
      sink.reason(
          new ScoreReason(
              row.customerId(),
              model.name(),
              model.version(),
              position++,
              reason.feature(),
              reason.value(),
              reason.contribution(),
              reason.text()));
    }
  }

  private interface Sink {
    void score(CustomerScore score);

    void reason(ScoreReason reason);
  }
}
