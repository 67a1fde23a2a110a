package io.growthline.transforms.mart;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.mart.MartTotals;
import io.growthline.transforms.block.Customers;
import io.growthline.transforms.block.RawRow;
import io.growthline.transforms.block.RawRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Takes a bucket customer by customer, builds the rows of every customer mart and counts totals.
 */
final class BuildCustomers extends DoFn<KV<Integer, Iterable<byte[]>>, KV<String, byte[]>> {
  static final TupleTag<KV<String, byte[]>> ROWS = new TupleTag<>("rows");
  static final TupleTag<GroupTotals> TOTALS = new TupleTag<>("totals");

  private final MartSet marts;
  private final LocalDate asOf;
  private final ReportingCurrency currency;

  BuildCustomers(MartSet marts, MartPlan plan) {
    this.marts = marts;
    this.asOf = plan.asOf();
    this.currency = plan.currency();
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<byte[]>> bucket, MultiOutputReceiver out) {
    Customers customers = new Customers();
    bucket.getValue().forEach(customers::add);
    MartRows rows =
        new MartRows(
            "bucket " + bucket.getKey(),
            (partition, block) -> out.get(ROWS).output(KV.of(partition, block)));
    GroupTotals totals = new GroupTotals(marts.totals());
    RawRows decoder = new RawRows();
    customers.forEach(
        customer -> {
          List<RawEvent> events = events(customer, decoder);
          MartTotals group = totals.of(CustomerGroups.of(customer.id()));
          if (customer.id() == null) {
            buildWithoutCustomer(events, rows, group);
          } else {
            build(CustomerAsOf.of(customer.id(), events, asOf, currency), rows, group);
          }
        });
    rows.flush();
    out.get(TOTALS).output(totals);
  }

  private static List<RawEvent> events(Customers.Customer customer, RawRows decoder) {
    List<RawEvent> events = new ArrayList<>();
    for (int table = 0; table < Contracts.RAW.size(); table++) {
      for (RawRow row : customer.rows(table)) {
        events.add((RawEvent) decoder.decode(table, row.bytes(), row.offset()));
      }
    }
    return events;
  }

  private void build(CustomerAsOf customer, MartRows rows, MartTotals totals) {
    if (customer.isUnknown()) {
      return;
    }
    for (CustomerMart<?> mart : marts.customers()) {
      add(mart, customer, rows);
    }
    totals.count(customer);
  }

  private static <R extends Record> void add(
      CustomerMart<R> mart, CustomerAsOf customer, MartRows rows) {
    rows.add(TableSpec.of(mart.table()), customer.rows(mart));
  }

  private void buildWithoutCustomer(List<RawEvent> events, MartRows rows, MartTotals totals) {
    for (CustomerMart<?> mart : marts.customers()) {
      addWithoutCustomer(mart, events, rows);
    }
    events.forEach(event -> totals.count(event, currency));
  }

  private <R extends Record> void addWithoutCustomer(
      CustomerMart<R> mart, List<RawEvent> events, MartRows rows) {
    List<R> made = new ArrayList<>();
    events.forEach(event -> made.addAll(mart.rows(event, currency)));
    rows.add(TableSpec.of(mart.table()), made);
  }
}
