package io.growthline.transforms.block;

import io.growthline.domain.contract.Contracts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a bucket by customer and table. Rows stay bytes until their customer's turn, so that
 * one customer at a time is held as objects. Rows without a customer are together, as of one
 * customer without an id.
 */
public final class Customers {
  private final Map<Who, Customer> customers = new HashMap<>();
  private Customer last;

  /** The rows of one customer, or of none. */
  public static final class Customer {
    private final RawRow any;
    private final List<List<RawRow>> tables = new ArrayList<>();

    private Customer(RawRow any) {
      this.any = any;
      Contracts.RAW.forEach(table -> tables.add(null));
    }

    /** The id; null for rows without a customer. */
    public String id() {
      return any.customerId();
    }

    /** Rows of the raw table number {@code table}, in any order; a list that the caller owns. */
    public List<RawRow> rows(int table) {
      List<RawRow> rows = tables.get(table);
      return rows == null ? List.of() : rows;
    }

    private void add(RawRow row) {
      List<RawRow> rows = tables.get(row.table());
      if (rows == null) {
        rows = new ArrayList<>();
        tables.set(row.table(), rows);
      }
      rows.add(row);
    }
  }

  /** Takes a customer. */
  public interface Consumer {
    void accept(Customer customer);
  }

  /** Adds the rows of a {@link RowBlock}. */
  public void add(byte[] block) {
    for (RowBlock.Rows rows = RowBlock.open(block); rows.next(); ) {
      RawRow row = new RawRow(rows);
      // Files are written customer by customer.
      if (last == null || !last.any.sameCustomer(row)) {
        last = customers.computeIfAbsent(new Who(row), who -> new Customer(row));
      }
      last.add(row);
    }
  }

  /**
   * Hands the customers over in the order of their ids, those without one first, and forgets them.
   */
  public void forEach(Consumer consumer) {
    List<Customer> ordered = new ArrayList<>(customers.values());
    ordered.sort((a, b) -> RawRow.compareCustomer(a.any, b.any));
    customers.clear();
    last = null;
    for (int i = 0; i < ordered.size(); i++) {
      // Let go of each when its turn is over.
      consumer.accept(ordered.set(i, null));
    }
  }

  /** A customer, or none, by the bytes of the id. */
  private record Who(RawRow row) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Who who && row.sameCustomer(who.row);
    }

    @Override
    public int hashCode() {
      return row.customerHash();
    }
  }
}
