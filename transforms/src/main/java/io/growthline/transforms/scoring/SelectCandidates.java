package io.growthline.transforms.scoring;

import io.growthline.domain.scoring.ModelSpec;
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
 * The rows that a model scores: those of the right age whose outcome is still open. When there is
 * none, as in data that end with a pause in sign-ups, rows of the right age with a known outcome
 * stand in.
 *
 * @param <C> the record of one row
 */
public final class SelectCandidates<C extends Record>
    extends PTransform<PCollection<C>, PCollection<C>> {
  private static final long serialVersionUID = 1L;

  private final ModelSpec<?, C> model;
  private final LocalDate asOf;

  private SelectCandidates(ModelSpec<?, C> model, LocalDate asOf) {
    this.model = model;
    this.asOf = asOf;
  }

  public static <C extends Record> SelectCandidates<C> of(ModelSpec<?, C> model, LocalDate asOf) {
    return new SelectCandidates<>(model, asOf);
  }

  @Override
  public PCollection<C> expand(PCollection<C> rows) {
    if (model.candidates().everyone()) {
      return rows;
    }
    ModelSpec<?, C> spec = model;
    LocalDate day = asOf;
    PCollection<C> eligible =
        rows.apply(
            "Keep the right age",
            Filter.by(row -> spec.candidates().test(spec.latest().table(), row, day)));
    PCollectionView<Long> open =
        eligible
            .apply("Keep open", Filter.by(spec::isOpen))
            .apply("Count open", Count.globally())
            .apply("View open", View.asSingleton());
    return eligible.apply("Select", ParDo.of(new SelectFn<>(spec, open)).withSideInputs(open));
  }

  private static final class SelectFn<C extends Record> extends DoFn<C, C> {
    private static final long serialVersionUID = 1L;
    private final ModelSpec<?, C> model;
    private final PCollectionView<Long> open;

    SelectFn(ModelSpec<?, C> model, PCollectionView<Long> open) {
      this.model = model;
      this.open = open;
    }

    @ProcessElement
    public void select(ProcessContext context) {
      if (model.isOpen(context.element()) || context.sideInput(open) == 0) {
        context.output(context.element());
      }
    }
  }
}
