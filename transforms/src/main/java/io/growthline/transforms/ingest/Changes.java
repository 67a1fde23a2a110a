package io.growthline.transforms.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.growthline.domain.contract.Contracts;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Days of raw tables, by the number of the table, whose rows are not what is published. */
public final class Changes implements Serializable {
  @JsonProperty private final HashMap<Integer, TreeSet<LocalDate>> days = new HashMap<>();

  void add(int table, LocalDate day) {
    days.computeIfAbsent(table, t -> new TreeSet<>()).add(day);
  }

  void addAll(Changes other) {
    other.days.forEach((table, more) -> more.forEach(day -> add(table, day)));
  }

  boolean contains(int table, LocalDate day) {
    return days.getOrDefault(table, new TreeSet<>()).contains(day);
  }

  /** Changed days by {@code dataset.table}; tables without any are absent. */
  public Map<String, Set<LocalDate>> byTable() {
    Map<String, Set<LocalDate>> byTable = new TreeMap<>();
    days.forEach((table, set) -> byTable.put(Contracts.RAW.get(table).id(), set));
    return byTable;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Changes changes && days.equals(changes.days);
  }

  @Override
  public int hashCode() {
    return days.hashCode();
  }
}
