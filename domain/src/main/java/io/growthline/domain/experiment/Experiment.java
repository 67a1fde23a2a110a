package io.growthline.domain.experiment;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.CustomerVersions;
import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.metric.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A declared experiment.
 *
 * @param id identifies it
 * @param hypothesis what it is to show; may be absent
 * @param owner team that answers for it
 * @param arms all arms, the control first
 * @param period days on which exposures count
 * @param exposure how customers come in
 * @param metrics what it is judged by, the primary one first
 * @param segments columns of {@code marts.dim_customer} by which effects are broken down
 * @param plan how it is analysed
 */
public record Experiment(
    String id,
    String hypothesis,
    String owner,
    List<Exposure.Arm> arms,
    ExposurePeriod period,
    Exposure exposure,
    List<ExperimentMetric> metrics,
    List<String> segments,
    Plan plan) {
  private static final TableSpec<DimCustomer> CUSTOMER = TableSpec.of(DimCustomer.class);
  private static final Set<String> NO_ATTRIBUTES = Set.of("customer_id", "is_current");

  /** The columns that may be segments: texts and flags that identify nobody. */
  static final List<String> ATTRIBUTES =
      CUSTOMER.columns().stream()
          .filter(c -> c.type() == ColumnType.STRING || c.type() == ColumnType.BOOL)
          .filter(c -> !c.pii() && !NO_ATTRIBUTES.contains(c.name()))
          .map(ColumnSpec::name)
          .toList();

  /**
   * How an experiment is analysed.
   *
   * @param minimumDays days before which nothing is decided
   * @param alpha error that is accepted; intervals cover 1 − alpha
   * @param correction for several metrics and segments
   */
  public record Plan(int minimumDays, double alpha, Correction correction) {
    /** Coverage of intervals. */
    public double level() {
      return 1 - alpha;
    }
  }

  /** The arm that others are compared with. */
  public Exposure.Arm control() {
    return arms.get(0);
  }

  /** The arms that are compared with it. */
  public List<Exposure.Arm> treatments() {
    return arms.subList(1, arms.size());
  }

  /** Declared shares of the arms, in order. */
  public List<Double> shares() {
    return arms.stream().map(Exposure.Arm::share).toList();
  }

  /** The enrolment of a customer; empty for one who is not in the experiment. */
  public Optional<Enrolment> enrolment(CustomerAsOf customer) {
    return exposure.of(customer, arms, period.asOf(customer.asOf()));
  }

  /**
   * The value of a segment when the customer was exposed, or the first known later; {@link
   * Dimension#UNKNOWN} without one. It is never a later one, which the treatment could have
   * changed.
   */
  public static String segment(CustomerAsOf customer, Enrolment enrolment, String column) {
    CustomerVersions versions = customer.versions();
    return versions
        .at(enrolment.exposedAt())
        .or(() -> versions.all().stream().findFirst())
        .map(version -> CUSTOMER.value(version, CUSTOMER.indexOf(column)))
        .map(Object::toString)
        .orElse(Dimension.UNKNOWN);
  }
}
