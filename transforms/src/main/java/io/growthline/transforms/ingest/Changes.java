package io.growthline.transforms.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.event.RawEvent;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is not as published: days of raw tables, by the table's number, and groups of customers. */
public final class Changes implements Serializable {
  @JsonProperty private final TreeMap<Integer, TreeSet<LocalDate>> days = new TreeMap<>();

  @JsonProperty private final TreeSet<Integer> groups = new TreeSet<>();

  static Changes of(Map<Integer, ? extends Set<Long>> epochDays, Set<Long> groups) {
    Changes changes = new Changes();
    epochDays.forEach(
        (table, days) -> days.forEach(day -> changes.add(table, LocalDate.ofEpochDay(day))));
    groups.forEach(group -> changes.groups.add(group.intValue()));
    return changes;
  }

  /** Changed days, counted from 1970, by the number of their table. */
  Map<Integer, TreeSet<Long>> epochDays() {
    Map<Integer, TreeSet<Long>> epochDays = new TreeMap<>();
    days.forEach(
        (table, set) ->
            epochDays.put(
                table,
                set.stream()
                    .map(LocalDate::toEpochDay)
                    .collect(Collectors.toCollection(TreeSet::new))));
    return epochDays;
  }

  void add(int table, RawEvent event) {
    add(table, day(event));
    groups.add(CustomerGroups.of(event.customerId()));
  }

  private void add(int table, LocalDate day) {
    days.computeIfAbsent(table, t -> new TreeSet<>()).add(day);
  }

  /** The day partition of an event. */
  static LocalDate day(RawEvent event) {
    return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
  }

  /** Changed groups of customers, see {@link CustomerGroups}. */
  public Set<Integer> groups() {
    return groups;
  }

  void addAll(Changes other) {
    other.days.forEach((table, more) -> more.forEach(day -> add(table, day)));
    groups.addAll(other.groups);
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
    return other instanceof Changes changes
        && days.equals(changes.days)
        && groups.equals(changes.groups);
  }

  @Override
  public int hashCode() {
    return days.hashCode() * 31 + groups.hashCode();
  }
}
