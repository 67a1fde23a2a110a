package io.growthline.domain.monitoring;

import static io.growthline.domain.contract.QualityCheck.ALLOWED;
import static io.growthline.domain.contract.QualityCheck.NOT_NULL;
import static io.growthline.domain.contract.QualityCheck.RANGE;
import static io.growthline.domain.contract.QualityCheck.REFERENCES;
import static io.growthline.domain.contract.QualityCheck.UNIQUE_KEY;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Scores tables by what monitoring has measured. Each dimension is the worst of what it looks at,
 * so that one broken column is not hidden by many sound ones; the overall score is the mean of the
 * dimensions that could be judged.
 */
public final class QualityScores {
  /** Changes of the number of rows that a band is made of; fewer say nothing of the usual. */
  static final int LEAST_CHANGES = 5;

  // A table that never changes has a band of no width, and one row more is no incident.
  private static final double LEAST_BAND_SHARE = 0.1;
  private static final double LEAST_BAND_ROWS = 1;

  private final Rules rules;

  /**
   * @param status least overall score of each status; below the last a table is critical
   * @param critical below it one dimension alone makes a table critical
   * @param risks what may go wrong, by table, or by dataset for all others
   */
  record Rules(Status status, double critical, Map<String, String> risks) {
    record Status(double ok, double warn, double bad) {}
  }

  /**
   * What is known of a table.
   *
   * @param checks results of its checks
   * @param newest day of its newest row before the as-of day; null when there is none
   * @param account records delivered for it, of all sources; null when none were
   * @param rejected records meant for it that are rejected and still missing
   * @param earlier rows in earlier runs, in their order: the last run of an as-of day counts, and
   *     only days before this one do, so that a run that is repeated finds the same
   */
  public record Measured(
      List<DataQualityResult> checks,
      LocalDate newest,
      SourceAccount account,
      long rejected,
      List<TableSize> earlier) {
    long rows() {
      return checks.stream().mapToLong(DataQualityResult::rowCount).max().orElse(0);
    }

    boolean partly() {
      return checks.stream().anyMatch(check -> check.checkedFrom() != null);
    }
  }

  private QualityScores(Rules rules) {
    this.rules = rules;
  }

  /** The rules that come with the platform. */
  public static QualityScores standard() {
    try (InputStream in = QualityScores.class.getResourceAsStream("/growthline/quality.yaml")) {
      return new QualityScores(new YAMLMapper().readValue(in, Rules.class));
    } catch (IOException e) {
      throw new UncheckedIOException("quality.yaml cannot be read: " + e.getMessage(), e);
    }
  }

  /** Tables and datasets that have a risk of their own. */
  Set<String> risks() {
    return rules.risks().keySet();
  }

  /** Scores one table of raw, marts or scores. */
  public DataQualityScore score(TableSpec<?> table, LocalDate asOf, Measured measured) {
    Dimensions of = new Dimensions();
    if (measured.rows() == 0) {
      of.withheld("all", "the table has no rows");
    } else {
      of.put("completeness", worst(measured, NOT_NULL), "no column is required");
      of.put("uniqueness", worst(measured, UNIQUE_KEY), "the key was not checked");
      of.put("validity", validity(measured), "no column has limits");
      of.put("integrity", integrity(measured), "no column refers to another table");
      freshness(table, asOf, measured, of);
      volume(asOf, measured, of);
    }
    Optional<Map.Entry<String, Double>> worst = of.worst();
    QualityStatus status = status(of);
    boolean delivered = table.dataset().equals("raw") && measured.account() != null;
    return new DataQualityScore(
        asOf,
        table.id(),
        measured.rows(),
        delivered ? measured.account().duplicates() : null,
        delivered ? measured.rejected() : null,
        of.get("completeness"),
        of.get("uniqueness"),
        of.get("validity"),
        of.get("integrity"),
        of.get("freshness"),
        of.get("volume"),
        of.mean(),
        status.id(),
        worst.filter(dimension -> dimension.getValue() < 1).map(Map.Entry::getKey).orElse(null),
        status == QualityStatus.OK || status == QualityStatus.WITHHELD ? null : risk(table),
        of.reasons());
  }

  private static Double worst(Measured measured, String... checks) {
    return measured.checks().stream()
        .filter(result -> List.of(checks).contains(result.checkName()) && result.rowCount() > 0)
        .map(result -> 1 - (double) result.failures() / result.rowCount())
        .min(Double::compare)
        .orElse(null);
  }

  private static Double validity(Measured measured) {
    long rejected = measured.rejected();
    SourceAccount account = measured.account();
    return lower(
        worst(measured, ALLOWED, RANGE),
        account == null || account.written() + rejected == 0
            ? null
            : (double) account.written() / (account.written() + rejected));
  }

  private static Double integrity(Measured measured) {
    return lower(worst(measured, REFERENCES), explained(measured.account()));
  }

  /** How many of the records read the account explains; too many count like too few. */
  private static Double explained(SourceAccount account) {
    if (account == null || account.read() == 0) {
      return null;
    }
    long told =
        account.written() + account.duplicates() + account.deadLettered() + account.filtered();
    return Math.max(0, 1 - (double) Math.abs(account.read() - told) / account.read());
  }

  private static Double lower(Double one, Double other) {
    return one == null ? other : other == null ? one : Double.valueOf(Math.min(one, other));
  }

  private static void freshness(
      TableSpec<?> table, LocalDate asOf, Measured measured, Dimensions of) {
    if (table.freshDays().isEmpty()) {
      of.withheld("freshness", "the contract promises none");
    } else if (measured.newest() == null) {
      of.withheld("freshness", "no row that was checked is older than the as-of day");
    } else {
      long age = ChronoUnit.DAYS.between(measured.newest(), asOf);
      of.put("freshness", Math.min(1, (double) table.freshDays().getAsInt() / age));
    }
  }

  private static void volume(LocalDate asOf, Measured measured, Dimensions of) {
    if (measured.partly()) {
      of.withheld("volume", "only the newest days were counted");
      return;
    }
    NavigableMap<LocalDate, Long> sizes = new TreeMap<>();
    measured.earlier().stream()
        .filter(size -> size.asOf().isBefore(asOf))
        .forEach(size -> sizes.put(size.asOf(), size.rows()));
    if (sizes.size() <= LEAST_CHANGES) {
      of.withheld("volume", "fewer than " + (LEAST_CHANGES + 1) + " earlier days have a run");
      return;
    }
    sizes.put(asOf, measured.rows());
    List<Double> changes = changesADay(sizes);
    double newest = changes.remove(changes.size() - 1);
    RobustBand band = RobustBand.of(changes.stream().mapToDouble(Double::doubleValue).toArray());
    double width =
        Math.max(
            band.halfWidth(),
            Math.max(LEAST_BAND_ROWS, LEAST_BAND_SHARE * Math.abs(band.median())));
    double distance = Math.abs(newest - band.median());
    of.put("volume", distance <= width ? 1 : width / distance);
  }

  // Rows added a day, since runs need not be a day apart.
  private static List<Double> changesADay(NavigableMap<LocalDate, Long> sizes) {
    List<Double> changes = new ArrayList<>();
    Map.Entry<LocalDate, Long> before = null;
    for (Map.Entry<LocalDate, Long> size : sizes.entrySet()) {
      if (before != null) {
        long days = ChronoUnit.DAYS.between(before.getKey(), size.getKey());
        changes.add((double) (size.getValue() - before.getValue()) / days);
      }
      before = size;
    }
    return changes;
  }

  private QualityStatus status(Dimensions of) {
    Double mean = of.mean();
    if (mean == null) {
      return QualityStatus.WITHHELD;
    }
    if (of.worst().orElseThrow().getValue() < rules.critical() || mean < rules.status().bad()) {
      return QualityStatus.CRITICAL;
    }
    return mean >= rules.status().ok()
        ? QualityStatus.OK
        : mean >= rules.status().warn() ? QualityStatus.WARN : QualityStatus.BAD;
  }

  private String risk(TableSpec<?> table) {
    return rules.risks().getOrDefault(table.id(), rules.risks().get(table.dataset()));
  }

  /** Scores by dimension in order, and why others have none. */
  private static final class Dimensions {
    private final Map<String, Double> scores = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();

    void put(String dimension, Double score, String otherwise) {
      if (score == null) {
        withheld(dimension, otherwise);
      } else {
        put(dimension, score);
      }
    }

    void put(String dimension, double score) {
      scores.put(dimension, score);
    }

    void withheld(String dimension, String reason) {
      reasons.add(dimension + ": " + reason);
    }

    Double get(String dimension) {
      return scores.get(dimension);
    }

    Optional<Map.Entry<String, Double>> worst() {
      return scores.entrySet().stream().min(Map.Entry.comparingByValue());
    }

    Double mean() {
      return scores.isEmpty()
          ? null
          : Double.valueOf(
              scores.values().stream().mapToDouble(Double::doubleValue).sum() / scores.size());
    }

    String reasons() {
      return reasons.isEmpty() ? null : String.join("; ", reasons);
    }
  }
}
