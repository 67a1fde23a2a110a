package io.growthline.pipelines.bench;

import io.growthline.pipelines.bench.reference.TableComparison;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was measured at one size.
 *
 * @param customers customers in the data
 * @param records landing records read; null when ingest was not reached
 * @param stages repeats of each stage, in the order in which the stages ran
 * @param reference repeats of the same tables made by SQL, by stage; empty without a reference
 * @param comparisons tables of ours against those of the reference
 * @param nothingNew repeats of a run of these stages that finds nothing new
 * @param failure what ended the measurement early; null when nothing did
 */
public record SizeReport(
    int customers,
    Long records,
    Map<String, List<Measurement>> stages,
    Map<String, List<Measurement>> reference,
    List<TableComparison> comparisons,
    List<Measurement> nothingNew,
    String failure) {

  /** What went wrong, one sentence each; empty when nothing did. */
  List<String> failures() {
    Stream<String> differences =
        comparisons.stream().filter(c -> !c.isEqual()).map(TableComparison::difference);
    return Stream.concat(Stream.ofNullable(failure), differences)
        .map(what -> String.format(Locale.ROOT, "%,d customers: %s", customers, what))
        .toList();
  }

  /** Seconds for each million landing records; null when nothing was read. */
  Double perMillion(double seconds) {
    return records == null || records == 0 ? null : (Double) (seconds / (records / 1e6));
  }
}
