package io.growthline.domain.scoring;

import io.growthline.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A trained model, ready to score. Thread-safe; holds native memory until it is collected. */
public final class ScoringModel {
  private static final int REASONS = 3;

  private final ModelMetadata metadata;
  private final Trees trees;
  private final Money money;
  private final ReasonTexts texts = ReasonTexts.standard();

  /** A model whose reasons name no currency. */
  public ScoringModel(ModelMetadata metadata, byte[] ubj) {
    this(metadata, new Trees(ubj), Money.UNKNOWN);
  }

  private ScoringModel(ModelMetadata metadata, Trees trees, Money money) {
    this.metadata = metadata;
    this.trees = trees;
    this.money = money;
  }

  /** The same model, whose reasons write amounts in a currency. */
  public ScoringModel in(Money currency) {
    return new ScoringModel(metadata, trees, currency);
  }

  public String name() {
    return metadata.name();
  }

  public String version() {
    return metadata.version();
  }

  /** Everything known before this day was used in training. */
  public LocalDate asOf() {
    return metadata.asOf();
  }

  /** Names of the inputs, in the order in which {@link #score} takes them. */
  public List<String> features() {
    return metadata.features();
  }

  public ModelMetadata metadata() {
    return metadata;
  }

  /**
   * Scores one customer.
   *
   * @param features values in the order of {@link #features()}; NaN is missing
   */
  public Scored score(double[] features) {
    return scoreAll(List.of(features)).get(0);
  }

  /** Scores many customers at once, which is much faster than one by one. */
  public List<Scored> scoreAll(List<double[]> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    for (double[] row : rows) {
      if (row.length != features().size()) {
        throw new IllegalArgumentException(
            "Model " + name() + " takes " + features().size() + " features, not " + row.length);
      }
    }
    double[] margins = trees.margins(rows);
    float[][] contributions = trees.contributions(rows);
    List<Scored> result = new ArrayList<>(rows.size());
    for (int i = 0; i < margins.length; i++) {
      double probability = metadata.scaling().probability(margins[i]);
      String band = Band.of(probability, metadata.baseRate());
      result.add(new Scored(probability, band, reasons(rows.get(i), contributions[i])));
    }
    return result;
  }

  private List<Reason> reasons(double[] row, float[] contributions) {
    return IntStream.range(0, row.length)
        .boxed()
        .filter(i -> contributions[i] != 0)
        .sorted(Comparator.comparingDouble(i -> -Math.abs(contributions[i])))
        .limit(REASONS)
        .map(i -> reason(i, row[i], contributions[i]))
        .toList();
  }

  private Reason reason(int index, double value, float contribution) {
    String feature = features().get(index);
    Double known = Double.isNaN(value) ? null : value;
    return new Reason(
        feature,
        known,
        metadata.scaling().slope() * contribution,
        texts.text(feature, known, money));
  }
}
