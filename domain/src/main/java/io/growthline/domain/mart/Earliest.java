package io.growthline.domain.mart;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** The earliest of days. */
public final class Earliest implements Totals<Earliest> {
  private LocalDate day;

  /** The earliest day added; empty before the first. */
  public Optional<LocalDate> day() {
    return Optional.ofNullable(day);
  }

  public void add(LocalDate other) {
    if (day == null || other.isBefore(day)) {
      day = other;
    }
  }

  @Override
  public void addAll(Earliest part) {
    part.day().ifPresent(this::add);
  }

  @Override
  public void write(RowBuffer out) {
    out.putByte(day == null ? 0 : 1);
    if (day != null) {
      out.putZigzag(day.toEpochDay());
    }
  }

  @Override
  public void add(RowCursor part) {
    if (part.readByte() != 0) {
      add(LocalDate.ofEpochDay(part.readZigzag()));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Earliest earliest && Objects.equals(day, earliest.day);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(day);
  }

  @Override
  public String toString() {
    return "Earliest " + day;
  }
}
