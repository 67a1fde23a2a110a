package io.growthline.domain.finance;

import io.growthline.domain.customer.RunningSubscriptions;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.finance.RecurringRevenue.Place;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How recurring revenue moved from month end to month end. Each customer is compared at both ends:
 * a customer's total says whether there is more or less, plans and segments say where.
 */
public final class RevenueMovements
    implements TotalMart<Counts<RevenueMovements.Cell>, MonthlyRevenue> {

  /** A plan and income segment in a month. */
  public record Cell(LocalDate month, String plan, String incomeSegment) {}

  /** Slots: minor units, then customers. */
  private enum Slot {
    OPENING,
    NEW,
    EXPANSION,
    REACTIVATION,
    IN,
    CONTRACTION,
    CHOSEN,
    PAYMENT_FAILED,
    UNKNOWN,
    OUT,
    CLOSING;

    private static final int SIZE = values().length;

    int minor() {
      return ordinal();
    }

    int customers() {
      return SIZE + ordinal();
    }
  }

  @Override
  public Class<MonthlyRevenue> table() {
    return MonthlyRevenue.class;
  }

  @Override
  public Counts<Cell> empty() {
    return new Counts<>(Cell.class, 2 * Slot.SIZE);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Cell> into) {
    List<Subscription> changes = customer.known().all(Subscription.class);
    if (changes.isEmpty()) {
      return;
    }
    RunningSubscriptions running = new RunningSubscriptions();
    RecurringRevenue opening = RecurringRevenue.NONE;
    LocalDate month = day(changes.get(0)).withDayOfMonth(1);
    int next = 0;
    while (!month.plusMonths(1).isAfter(customer.asOf())) {
      LocalDate end = month.plusMonths(1);
      boolean hadOne = next > 0;
      Subscription last = null;
      while (next < changes.size() && day(changes.get(next)).isBefore(end)) {
        Subscription change = changes.get(next++);
        running.take(change);
        last = change.cancels() ? change : last;
      }
      RecurringRevenue closing = RecurringRevenue.of(running, customer, end);
      new Month(month, opening, closing, into).count(hadOne, last);
      opening = closing;
      month = end;
    }
  }

  @Override
  public List<MonthlyRevenue> rows(Counts<Cell> all, LocalDate asOf) {
    List<MonthlyRevenue> rows = new ArrayList<>();
    all.forEach((cell, sums) -> rows.add(row(cell, sums)));
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no raw.subscriptions of a month that has ended";
  }

  private static LocalDate day(Subscription change) {
    return LocalDate.ofInstant(change.occurredAt(), ZoneOffset.UTC);
  }

  private static MonthlyRevenue row(Cell cell, long[] sums) {
    return new MonthlyRevenue(
        cell.month(),
        cell.plan(),
        cell.incomeSegment(),
        sums[Slot.OPENING.minor()],
        sums[Slot.NEW.minor()],
        sums[Slot.EXPANSION.minor()],
        sums[Slot.REACTIVATION.minor()],
        sums[Slot.IN.minor()],
        sums[Slot.CONTRACTION.minor()],
        sums[Slot.CHOSEN.minor()],
        sums[Slot.PAYMENT_FAILED.minor()],
        sums[Slot.UNKNOWN.minor()],
        sums[Slot.OUT.minor()],
        sums[Slot.CLOSING.minor()],
        sums[Slot.OPENING.customers()],
        sums[Slot.NEW.customers()],
        sums[Slot.REACTIVATION.customers()],
        sums[Slot.IN.customers()],
        sums[Slot.CHOSEN.customers()],
        sums[Slot.PAYMENT_FAILED.customers()],
        sums[Slot.UNKNOWN.customers()],
        sums[Slot.OUT.customers()],
        sums[Slot.CLOSING.customers()],
        sums[Slot.EXPANSION.customers()],
        sums[Slot.CONTRACTION.customers()]);
  }

  /** One customer in one month. */
  private record Month(
      LocalDate month, RecurringRevenue opening, RecurringRevenue closing, Counts<Cell> into) {

    /**
     * Books the month.
     *
     * @param hadOne whether there was any change of a subscription before the month
     * @param last the last cancellation of the month; null without one
     */
    void count(boolean hadOne, Subscription last) {
      book(Slot.OPENING, opening);
      book(Slot.CLOSING, closing);
      if (opening.runs() && closing.runs()) {
        move();
      } else if (closing.runs()) {
        book(hadOne ? Slot.REACTIVATION : Slot.NEW, closing);
      } else if (opening.runs()) {
        book(churn(last), opening);
      }
    }

    private void move() {
      if (!opening.main().equals(closing.main())) {
        customer(Slot.OUT, opening.main());
        customer(Slot.IN, closing.main());
      }
      long net = Math.subtractExact(closing.total(), opening.total());
      if (net != 0) {
        customer(net > 0 ? Slot.EXPANSION : Slot.CONTRACTION, closing.main());
      }
      Set<Place> places = new TreeSet<>(opening.minor().keySet());
      places.addAll(closing.minor().keySet());
      // The net is booked on the first places that gained or lost; the rest moved between places.
      long more = Math.max(net, 0);
      long less = Math.max(-net, 0);
      for (Place place : places) {
        long change = closing.at(place) - opening.at(place);
        long expansion = Math.min(more, Math.max(change, 0));
        long contraction = Math.min(less, Math.max(-change, 0));
        more -= expansion;
        less -= contraction;
        minor(Slot.EXPANSION, place, expansion);
        minor(Slot.IN, place, Math.max(change, 0) - expansion);
        minor(Slot.CONTRACTION, place, contraction);
        minor(Slot.OUT, place, Math.max(-change, 0) - contraction);
      }
    }

    private void book(Slot slot, RecurringRevenue revenue) {
      revenue.minor().forEach((place, minor) -> minor(slot, place, minor));
      if (revenue.runs()) {
        customer(slot, revenue.main());
      }
    }

    private void minor(Slot slot, Place place, long minor) {
      into.add(cell(place), slot.minor(), minor);
    }

    private void customer(Slot slot, Place place) {
      into.add(cell(place), slot.customers(), 1);
    }

    private Cell cell(Place place) {
      return new Cell(month, place.plan(), place.segment());
    }

    private static Slot churn(Subscription last) {
      String reason = last.cancelReason();
      return reason == null
          ? Slot.UNKNOWN
          : reason.equals("chosen") ? Slot.CHOSEN : Slot.PAYMENT_FAILED;
    }
  }
}
