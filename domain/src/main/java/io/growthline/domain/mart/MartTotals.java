package io.growthline.domain.mart;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import java.time.LocalDate;
import java.util.List;

/**
 * What all marts of totals count, of some customers. Its bytes serve data in flight, and data at
 * rest that only the same code reads. Not thread-safe.
 */
public final class MartTotals {
  private static final int VERSION = 2;

  private final List<Part<?, ?>> parts;

  /** Totals of no customers. */
  public MartTotals(List<? extends TotalMart<?, ?>> marts) {
    this.parts = marts.stream().<Part<?, ?>>map(Part::new).toList();
  }

  /**
   * Adds a customer.
   *
   * @throws MartException when a mart cannot count the customer
   */
  public void count(CustomerAsOf customer) {
    for (Part<?, ?> part : parts) {
      part.count(customer);
    }
  }

  /**
   * Adds an event that names no customer.
   *
   * @param currency what amounts of transactions are added up in
   * @throws MartException when a mart cannot count the event
   */
  public void count(RawEvent withoutCustomer, ReportingCurrency currency) {
    for (Part<?, ?> part : parts) {
      part.count(withoutCustomer, currency);
    }
  }

  /**
   * Adds what {@link #toBytes} gave.
   *
   * @throws IllegalStateException when the bytes are of another build
   * @throws MartException when a sum does not fit
   */
  public void add(byte[] bytes) {
    RowCursor cursor = new RowCursor().at(bytes, 0);
    if (cursor.readByte() != VERSION || cursor.readVarint() != parts.size()) {
      throw new IllegalStateException(
          "Totals of marts were written by another build; build all marts with --rebuild");
    }
    for (Part<?, ?> part : parts) {
      part.add(cursor);
    }
  }

  /** The totals; equal totals give equal bytes. */
  public byte[] toBytes() {
    RowBuffer out = new RowBuffer(1 << 12);
    out.putByte(VERSION);
    out.putVarint(parts.size());
    for (Part<?, ?> part : parts) {
      part.totals.write(out);
    }
    return out.toBytes();
  }

  /** Makes the rows of all marts, from the totals of all customers. */
  public void rows(LocalDate asOf, RowSink sink) {
    for (Part<?, ?> part : parts) {
      part.rows(asOf, sink);
    }
  }

  /** One mart and what it counts. */
  private static final class Part<T extends Totals<T>, R extends Record> {
    private final TotalMart<T, R> mart;
    private final T totals;

    Part(TotalMart<T, R> mart) {
      this.mart = mart;
      this.totals = mart.empty();
    }

    void count(CustomerAsOf customer) {
      try {
        mart.count(customer, totals);
      } catch (MartException e) {
        throw e; // names the mart that this one reads
      } catch (RuntimeException e) {
        throw new MartException(mart, "customer " + customer.id(), e);
      }
    }

    void count(RawEvent withoutCustomer, ReportingCurrency currency) {
      try {
        mart.count(withoutCustomer, currency, totals);
      } catch (RuntimeException e) {
        throw new MartException(mart, "event " + withoutCustomer.eventId(), e);
      }
    }

    void add(RowCursor part) {
      try {
        totals.add(part);
      } catch (RuntimeException e) {
        throw new MartException(mart, "totals of customers", e);
      }
    }

    void rows(LocalDate asOf, RowSink sink) {
      TableSpec<R> table = TableSpec.of(mart.table());
      try {
        mart.rows(totals, asOf).forEach(row -> sink.add(table, row));
      } catch (RuntimeException e) {
        throw new MartException(mart, "the totals of all customers", e);
      }
    }
  }
}
