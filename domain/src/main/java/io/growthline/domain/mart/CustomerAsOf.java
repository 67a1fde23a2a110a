package io.growthline.domain.mart;

import io.growthline.domain.customer.Account;
import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.domain.customer.CustomerVersions;
import io.growthline.domain.customer.KnownEvents;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A customer as of a day: only what was known before it is used. What several marts ask for is
 * worked out once, when the first asks. Not thread-safe.
 */
public final class CustomerAsOf {
  private final CustomerTimeline timeline;
  private final LocalDate asOf;
  private final KnownEvents known;
  private final Map<Class<?>, List<?>> rows = new HashMap<>();
  private final Map<Class<?>, Object> shared = new HashMap<>();
  private CustomerVersions versions;
  private Optional<LocalDate> openedOn;

  private CustomerAsOf(CustomerTimeline timeline, LocalDate asOf) {
    this.timeline = timeline;
    this.asOf = asOf;
    this.known = new KnownEvents(timeline, asOf);
  }

  /** A customer as of a day, UTC, all of whose transactions are in one currency. */
  public static CustomerAsOf of(
      String customerId, Iterable<? extends RawEvent> events, LocalDate asOf) {
    return of(customerId, events, asOf, ReportingCurrency.AS_WRITTEN);
  }

  /**
   * A customer as of a day, UTC.
   *
   * @param events all events of the customer in any order; later ones are left out
   * @param currency what amounts of transactions are added up in
   */
  public static CustomerAsOf of(
      String customerId,
      Iterable<? extends RawEvent> events,
      LocalDate asOf,
      ReportingCurrency currency) {
    return new CustomerAsOf(CustomerTimeline.of(customerId, events, asOf, currency), asOf);
  }

  public String id() {
    return timeline.customerId();
  }

  /** Whether nothing was known at the as-of day; such a customer is in no mart. */
  public boolean isUnknown() {
    return timeline.types().isEmpty();
  }

  public LocalDate asOf() {
    return asOf;
  }

  /** All events known at the as-of day, without windows. */
  public CustomerTimeline timeline() {
    return timeline;
  }

  /** What was known at the as-of day. */
  public KnownEvents known() {
    return known;
  }

  /** What was known at an earlier day. */
  public KnownEvents knownBefore(LocalDate day) {
    return new KnownEvents(timeline, day.isBefore(asOf) ? day : asOf);
  }

  /** The versions of the customer. */
  public CustomerVersions versions() {
    if (versions == null) {
      versions = CustomerVersions.of(timeline);
    }
    return versions;
  }

  /** The day on which the account was opened; empty without an account. */
  public Optional<LocalDate> openedOn() {
    if (openedOn == null) {
      openedOn = Account.openedOn(known).filter(day -> day.isBefore(asOf));
    }
    return openedOn;
  }

  /**
   * What several marts need and no mart publishes, worked out once.
   *
   * @param type what it is; there is one of each type
   */
  public <T> T shared(Class<T> type, Function<CustomerAsOf, T> make) {
    Object made = shared.get(type);
    if (made == null) {
      made = make.apply(this);
      shared.put(type, made);
    }
    return type.cast(made);
  }

  /**
   * The rows of a mart, worked out once.
   *
   * @throws MartException when the mart cannot be built from this customer
   */
  @SuppressWarnings("unchecked") // rows are filed under the class of the mart that made them
  public <R extends Record> List<R> rows(CustomerMart<R> mart) {
    List<?> made = rows.get(mart.getClass());
    if (made == null) {
      made = make(mart);
      rows.put(mart.getClass(), made);
    }
    return (List<R>) made;
  }

  private <R extends Record> List<R> make(CustomerMart<R> mart) {
    try {
      return mart.rows(this);
    } catch (MartException e) {
      throw e; // names the mart that this one reads
    } catch (RuntimeException e) {
      throw new MartException(mart, "customer " + id(), e);
    }
  }
}
