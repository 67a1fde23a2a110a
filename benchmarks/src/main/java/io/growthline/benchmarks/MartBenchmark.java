package io.growthline.benchmarks;

import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.MartTotals;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Every mart of one customer with 18 months of events. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MartBenchmark {
  private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

  private final MartTotals totals = new MartTotals(Marts.TOTALS);
  private List<List<RawEvent>> customers;
  private int next;

  @Setup
  public void makeCustomers() {
    customers = new Sample().customers();
  }

  @Benchmark
  public void build(Blackhole hole) {
    CustomerAsOf customer = next();
    Marts.CUSTOMERS.forEach(mart -> hole.consume(customer.rows(mart)));
    totals.count(customer);
  }

  private CustomerAsOf next() {
    next = (next + 1) % customers.size();
    return CustomerAsOf.of("C%06d".formatted(next), customers.get(next), AS_OF);
  }
}
