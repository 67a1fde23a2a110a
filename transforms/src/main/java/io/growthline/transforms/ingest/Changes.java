package io.growthline.transforms.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.growthline.domain.contract.Contracts;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is not as published: days of raw tables, by the table's number, and groups of customers. */
public final class Changes implements Serializable {
  /** Days since the epoch. */
  @JsonProperty private final TreeMap<Integer, TreeSet<Long>> days = new TreeMap<>();

  @JsonProperty private final TreeSet<Integer> groups = new TreeSet<>();

  /** Changed days, counted from the epoch, by the number of their table. */
  Map<Integer, TreeSet<Long>> epochDays() {
    return days;
  }

  /** Adds a day, counted from the epoch, of a raw table. */
  void addDay(int table, long epochDay) {
    days.computeIfAbsent(table, t -> new TreeSet<>()).add(epochDay);
  }

  void addGroup(int group) {
    groups.add(group);
  }

  /** Changed groups of customers, see {@link io.growthline.domain.customer.CustomerGroups}. */
  public Set<Integer> groups() {
    return groups;
  }

  void addAll(Changes other) {
    other.days.forEach(
        (table, more) -> days.computeIfAbsent(table, t -> new TreeSet<>()).addAll(more));
    groups.addAll(other.groups);
  }

  boolean contains(int table, long epochDay) {
    Set<Long> changed = days.get(table);
    return changed != null && changed.contains(epochDay);
  }

  /** Changed days by {@code dataset.table}; tables without any are absent. */
  public Map<String, Set<LocalDate>> byTable() {
    Map<String, Set<LocalDate>> byTable = new TreeMap<>();
    days.forEach(
        (table, set) ->
            byTable.put(
                Contracts.RAW.get(table).id(),
                set.stream()
                    .map(LocalDate::ofEpochDay)
                    .collect(Collectors.toCollection(TreeSet::new))));
    return byTable;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Changes changes
        && days.equals(changes.days)
        && groups.equals(changes.groups);
  }

  @Override
  public int hashCode() {
    return days.hashCode() * 31 + groups.hashCode();
  }
}
