package io.growthline.domain.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses customer by customer within limits: first in falling order of reduced value, then by
 * exchanges near the margin that bring more. Every limit is kept after each step. Deterministic.
 */
final class Repair {
  private static final int NONE = -1;

  /** Entries nearest the margin that exchanges look at, on either side. */
  private static final int NEAREST = 150;

  private static final int MOST_ROUNDS = 20;

  private final List<Limit> limits;
  private final long[] room;
  private final Map<String, Entry> chosen = new HashMap<>();

  /**
   * A choice that could be made.
   *
   * @param reduced expected value less prices
   * @param used limits that it uses, in order
   */
  record Entry(Candidate candidate, Candidate.Option option, double reduced, int[] used) {
    String customerId() {
      return candidate.customerId();
    }

    boolean isContact() {
      return candidate.arm() == Arm.TREATED;
    }

    long net() {
      return option.netMinor();
    }
  }

  Repair(List<Limit> limits) {
    this.limits = limits;
    this.room = limits.stream().mapToLong(Limit::bound).toArray();
  }

  /**
   * Chooses.
   *
   * @param entries in order of customers, and of actions within one
   * @return what was chosen, by customer
   */
  Map<String, Entry> choose(List<Entry> entries) {
    List<Entry> ordered = new ArrayList<>(entries);
    // Stable: customers stay in order among equals.
    ordered.sort(Comparator.comparingDouble(entry -> -entry.reduced()));
    fill(ordered);
    for (int round = 0; round < MOST_ROUNDS && exchange(ordered); round++) {
      fill(ordered);
    }
    return chosen;
  }

  /** The first limit without room for a choice; -1 when there is room. */
  int full(Entry entry) {
    for (int limit : entry.used()) {
      if (use(limit, entry) > room[limit]) {
        return limit;
      }
    }
    return NONE;
  }

  private void fill(List<Entry> ordered) {
    for (Entry entry : ordered) {
      if (!chosen.containsKey(entry.customerId()) && full(entry) == NONE) {
        choose(entry);
      }
    }
  }

  /** Makes every exchange that brings more; tells whether there was one. */
  private boolean exchange(List<Entry> ordered) {
    List<Entry> contacts = ordered.stream().filter(Entry::isContact).toList();
    List<Entry> out =
        contacts.stream().filter(entry -> chosen.get(entry.customerId()) != entry).toList();
    List<Entry> in =
        new ArrayList<>(
            contacts.stream().filter(entry -> chosen.get(entry.customerId()) == entry).toList());
    Collections.reverse(in);
    boolean changed = false;
    for (Entry entry : out.subList(0, Math.min(NEAREST, out.size()))) {
      Entry before = chosen.get(entry.customerId());
      if (before == null) {
        changed |= displace(entry, in.subList(0, Math.min(NEAREST, in.size())));
      } else if (entry.net() > before.net()) {
        changed |= swap(before, entry);
      }
    }
    return changed;
  }

  private boolean displace(Entry entry, List<Entry> in) {
    for (Entry other : in) {
      if (chosen.get(other.customerId()) == other
          && entry.net() > other.net()
          && swap(other, entry)) {
        return true;
      }
    }
    return false;
  }

  private boolean swap(Entry out, Entry in) {
    release(out);
    if (full(in) == NONE) {
      choose(in);
      return true;
    }
    choose(out);
    return false;
  }

  private void choose(Entry entry) {
    chosen.put(entry.customerId(), entry);
    if (entry.isContact()) {
      for (int limit : entry.used()) {
        room[limit] -= use(limit, entry);
      }
    }
  }

  private void release(Entry entry) {
    chosen.remove(entry.customerId());
    for (int limit : entry.used()) {
      room[limit] += use(limit, entry);
    }
  }

  private long use(int limit, Entry entry) {
    return limits.get(limit).use(entry.option().costMinor());
  }
}
