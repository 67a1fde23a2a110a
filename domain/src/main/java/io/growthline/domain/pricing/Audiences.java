package io.growthline.domain.pricing;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.mart.Totals;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of customers by segment, built in parts. */
public final class Audiences implements Totals<Audiences> {
  private static final long NO_DAY = Long.MIN_VALUE;

  private final TreeMap<String, AudienceCounts> segments = new TreeMap<>();
  private LocalDate asOf;

  /**
   * Counts a customer.
   *
   * @param churnScore probability of leaving in 30 days; null when not scored
   * @param excluded whether a guardrail leaves the customer out
   */
  public void add(Customer360Profile customer, Double churnScore, boolean excluded) {
    if (asOf == null || customer.asOf().isAfter(asOf)) {
      asOf = customer.asOf();
    }
    boolean addressed = !excluded && !customer.vulnerableCustomer();
    boolean scored = addressed && churnScore != null;
    boolean cancelled = customer.subscriptionStatus().equals("cancelled");
    boolean observed =
        !customer.vulnerableCustomer() && !customer.subscriptionStatus().equals("none");
    add(
        customer.incomeSegment() == null ? "unknown" : customer.incomeSegment(),
        new AudienceCounts(
            addressed ? 1 : 0,
            customer.vulnerableCustomer() ? 1 : 0,
            scored ? 1 : 0,
            scored ? Math.round(churnScore * 1e6) : 0,
            scored ? Math.round(churnScore * churnScore * 1e6) : 0,
            observed && cancelled ? 1 : 0,
            observed ? subscribedDays(customer, cancelled) : 0));
  }

  /** Adds counts to a segment. */
  public void add(String segment, AudienceCounts counts) {
    segments.merge(segment, counts, AudienceCounts::plus);
  }

  @Override
  public void addAll(Audiences other) {
    other.segments.forEach(this::add);
    if (other.asOf != null && (asOf == null || other.asOf.isAfter(asOf))) {
      asOf = other.asOf;
    }
  }

  @Override
  public void write(RowBuffer out) {
    out.putZigzag(asOf == null ? NO_DAY : asOf.toEpochDay());
    out.putVarint(segments.size());
    segments.forEach(
        (segment, counts) -> {
          out.putText(segment);
          counts.write(out);
        });
  }

  @Override
  public void add(RowCursor part) {
    Audiences other = new Audiences();
    long day = part.readZigzag();
    other.asOf = day == NO_DAY ? null : LocalDate.ofEpochDay(day);
    for (long left = part.readVarint(); left > 0; left--) {
      other.add(part.readText(), AudienceCounts.read(part));
    }
    addAll(other);
  }

  /** Who cancelled stopped when last active, as far as a profile shows. */
  private static long subscribedDays(Customer360Profile customer, boolean cancelled) {
    long tenure = customer.tenureDays() == null ? 0 : customer.tenureDays();
    long since = cancelled && customer.daysSinceActive() != null ? customer.daysSinceActive() : 0;
    return Math.max(0, tenure - since);
  }

  AudienceCounts of(String segment) {
    return segments.getOrDefault(segment, new AudienceCounts(0, 0, 0, 0, 0, 0, 0));
  }

  AudienceCounts pooled() {
    return segments.values().stream()
        .reduce(new AudienceCounts(0, 0, 0, 0, 0, 0, 0), AudienceCounts::plus);
  }

  /** All segments. */
  public SortedMap<String, AudienceCounts> all() {
    return Collections.unmodifiableSortedMap(segments);
  }

  /** As-of day of the profiles; null without customers. */
  public LocalDate asOf() {
    return asOf;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Audiences o
        && segments.equals(o.segments)
        && Objects.equals(asOf, o.asOf);
  }

  @Override
  public int hashCode() {
    return Objects.hash(segments, asOf);
  }

  @Override
  public String toString() {
    return segments.toString();
  }
}
