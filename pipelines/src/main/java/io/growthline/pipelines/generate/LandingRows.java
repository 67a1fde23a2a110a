package io.growthline.pipelines.generate;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.simulate.Fault;
import io.growthline.domain.simulate.FaultPlan;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes events to the files of their tables and, after that, what the fault plan asks for. */
final class LandingRows implements Closeable {
  private static final Duration LATENESS = Duration.ofHours(30);

  private final FaultPlan plan;
  private final Instant end;
  private final Opener opener;
  private final Map<Class<?>, Target<?>> targets = new HashMap<>();
  private final Map<String, Long> faults = new TreeMap<>();

  /** {@code end} is when the files are cut: nothing arrives in them later. */
  LandingRows(FaultPlan plan, Instant end, Opener opener) {
    this.plan = plan;
    this.end = end;
    this.opener = opener;
  }

  /** Opens the file of a table on its first row. */
  interface Opener {
    LandingFile<?> open(TableSpec<?> table) throws IOException;
  }

  void write(RawEvent event) throws IOException {
    Target<?> target = targets.get(event.getClass());
    if (target == null) {
      target = target(TableSpec.of(event.getClass().asSubclass(Record.class)));
      targets.put(event.getClass(), target);
    }
    Optional<Fault> fault = plan.faultOf(event);
    if (target.write(event, fault)) {
      faults.merge(fault.get().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
    }
  }

  @SuppressWarnings("unchecked") // the opener gives a file of the table that it is asked for
  private <T extends Record> Target<T> target(TableSpec<T> table) throws IOException {
    return new Target<>(table, (LandingFile<T>) opener.open(table));
  }

  /** Valid rows by table; late ones count, duplicates do not. */
  Map<String, Long> validRows() {
    Map<String, Long> rows = new TreeMap<>();
    targets.values().forEach(t -> rows.put(t.table.name(), t.rows));
    return rows;
  }

  /** Injected faults by kind. */
  Map<String, Long> faults() {
    return faults;
  }

  @Override
  public void close() throws IOException {
    for (Target<?> target : targets.values()) {
      target.file.close();
    }
  }

  private final class Target<T extends Record> {
    private final TableSpec<T> table;
    private final LandingFile<T> file;
    private final int eventId;
    private final int ingestedAt;
    private long rows;

    Target(TableSpec<T> table, LandingFile<T> file) {
      this.table = table;
      this.file = file;
      this.eventId = table.indexOf("event_id");
      this.ingestedAt = table.indexOf("ingested_at");
    }

    /** Whether the fault could be applied. */
    boolean write(RawEvent event, Optional<Fault> fault) throws IOException {
      T row = table.type().cast(event);
      rows++;
      if (fault.isEmpty()) {
        file.write(row);
        return false;
      }
      switch (fault.get()) {
        case LATE -> {
          Instant late = event.ingestedAt().plus(LATENESS);
          boolean inTime = late.isBefore(end);
          file.write(inTime ? with(row, ingestedAt, late) : row);
          return inTime;
        }
        case DUPLICATE -> {
          file.write(row);
          file.write(row);
          return true;
        }
        case REDELIVERY -> {
          file.write(row);
          file.write(with(row, eventId, event.eventId() + "-again"));
          return true;
        }
        default -> {
          file.write(row);
          return file.writeBroken(row, fault.get());
        }
      }
    }

    private T with(T row, int column, Object value) {
      Object[] values = table.values(row);
      values[column] = value;
      return table.create(values);
    }
  }
}
