package io.growthline.domain.decision;

import java.util.ArrayList;
import java.util.List;

/** Choices made so far, at most one a customer, and the room that they leave in each limit. */
final class Selection {
  private static final int NONE = -1;

  private final List<Limit> limits;
  private final long[] room;
  private final Entry[] chosen;
  private long net;

  /**
   * A choice that could be made.
   *
   * @param customer number of the customer, from 0
   * @param reduced expected value less prices
   * @param used limits that it uses, in order
   */
  record Entry(
      int customer, Candidate candidate, Candidate.Option option, double reduced, int[] used) {
    boolean isContact() {
      return candidate.arm() == Arm.TREATED;
    }

    long net() {
      return option.netMinor();
    }
  }

  Selection(List<Limit> limits, int customers) {
    this.limits = limits;
    this.room = limits.stream().mapToLong(Limit::bound).toArray();
    this.chosen = new Entry[customers];
  }

  /** What the contacts bring, in minor units. */
  long net() {
    return net;
  }

  /** What is left of a limit, in its unit; never below 0. */
  long room(int limit) {
    return room[limit];
  }

  boolean has(Entry entry) {
    return chosen[entry.customer()] == entry;
  }

  /** What was chosen for a customer; null for nothing. */
  Entry of(int customer) {
    return chosen[customer];
  }

  List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    for (Entry entry : chosen) {
      if (entry != null) {
        all.add(entry);
      }
    }
    return all;
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

  /**
   * Makes a choice for a customer who has none, when there is room.
   *
   * @return whether it was made
   */
  boolean choose(Entry entry) {
    if (chosen[entry.customer()] != null || full(entry) != NONE) {
      return false;
    }
    chosen[entry.customer()] = entry;
    count(entry, 1);
    return true;
  }

  /** Makes a choice for who is held out and uses nothing, whatever the room. */
  void hold(Entry entry) {
    chosen[entry.customer()] = entry;
  }

  /**
   * Takes a choice back.
   *
   * @throws IllegalStateException when it was not made
   */
  void release(Entry entry) {
    if (!has(entry)) {
      throw new IllegalStateException("Nothing of this kind was chosen");
    }
    chosen[entry.customer()] = null;
    count(entry, -1);
  }

  private void count(Entry entry, int sign) {
    if (entry.isContact()) {
      net += sign * entry.net();
      for (int limit : entry.used()) {
        room[limit] -= sign * use(limit, entry);
      }
    }
  }

  long use(int limit, Entry entry) {
    return limits.get(limit).use(entry.option().costMinor());
  }
}
