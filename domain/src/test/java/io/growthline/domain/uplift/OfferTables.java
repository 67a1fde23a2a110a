package io.growthline.domain.uplift;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.feature.FctOfferFeatures;
import io.growthline.domain.mart.TableReader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers the statements of this package from rows; the statements are tested on a warehouse. */
record OfferTables(List<FctOfferFeatures> offers) implements TableReader {
  @Override
  public <R extends Record> List<R> rows(TableSpec<R> table) {
    throw new AssertionError("Only statements are asked");
  }

  @Override
  public <R extends Record> List<R> select(Class<R> row, String sql, Map<String, ?> parameters) {
    List<FctOfferFeatures> trial =
        offers.stream().filter(o -> o.inTrial() && o.taken() != null).toList();
    List<? extends Record> rows;
    if (row == OfferEffects.Counted.class) {
      rows = counted(trial);
    } else if (row == UpliftQualities.Named.class) {
      rows =
          trial.stream()
              .map(o -> new UpliftQualities.Named(o.offerId()))
              .distinct()
              .sorted(Comparator.comparing(UpliftQualities.Named::offerId))
              .toList();
    } else {
      rows =
          trial.stream()
              .filter(o -> o.offerId().equals(parameters.get("offer_id")))
              .sorted(
                  Comparator.comparing(FctOfferFeatures::arm)
                      .thenComparing(FctOfferFeatures::sampleKey)
                      .thenComparing(FctOfferFeatures::exposureId))
              .toList();
    }
    return rows.stream().map(row::cast).toList();
  }

  private static List<OfferEffects.Counted> counted(List<FctOfferFeatures> trial) {
    Map<String, OfferEffects.Counted> cells = new TreeMap<>();
    for (FctOfferFeatures o : trial) {
      cells.merge(
          o.offerId() + " " + o.arm() + " " + o.segment(),
          new OfferEffects.Counted(o.offerId(), o.arm(), o.segment(), 1, o.taken() ? 1 : 0),
          (a, b) ->
              new OfferEffects.Counted(
                  a.offerId(),
                  a.arm(),
                  a.segment(),
                  a.customers() + b.customers(),
                  a.takers() + b.takers()));
    }
    return List.copyOf(cells.values());
  }
}
