package io.growthline.domain.decision;

import io.growthline.domain.decision.Selection.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Improves a selection by exchanges near the margin until none brings more: a choice is forced in
 * and pushes out what is in its way, or one or two are taken out, and the room is filled anew. That
 * covers another action for the same customer, and one for one, one for many and many for one.
 */
final class Exchange {
  /** Choices nearest the margin that take part, inside and outside of the selection. */
  private static final int NEAREST = 150;

  /** Choices inside of which pairs are taken out. */
  private static final int NEAREST_PAIRS = 30;

  private static final int MOST_ROUNDS = 20;

  private final Selection selection;
  private final List<Entry> ordered;
  private final List<Entry> released = new ArrayList<>();
  private final List<Entry> added = new ArrayList<>();
  private List<Entry> inside;
  private List<Entry> outside;
  private List<Entry> dearest;

  /**
   * @param ordered contacts in falling order of reduced value
   */
  Exchange(Selection selection, List<Entry> ordered) {
    this.selection = selection;
    this.ordered = ordered;
  }

  /** Makes exchanges until none brings more; of two at once only where none of one does. */
  void improve() {
    int rounds = 0;
    boolean better = true;
    while (better && rounds++ < MOST_ROUNDS) {
      look();
      better = single() || pairs();
    }
  }

  private boolean single() {
    boolean better = false;
    for (Entry entry : outside) {
      better |= force(entry, null);
    }
    for (Entry entry : inside) {
      better |= drop(entry, null);
    }
    return better;
  }

  private boolean pairs() {
    boolean better = false;
    for (int i = 1; i < NEAREST_PAIRS; i++) {
      for (int j = 0; j < i; j++) {
        better |= i < outside.size() && force(outside.get(i), outside.get(j));
        better |= i < inside.size() && drop(inside.get(i), inside.get(j));
      }
    }
    return better;
  }

  private void look() {
    List<Entry> in = new ArrayList<>();
    List<Entry> out = new ArrayList<>();
    for (Entry entry : ordered) {
      (selection.has(entry) ? in : out).add(entry);
    }
    Collections.reverse(in);
    inside = in.subList(0, Math.min(NEAREST, in.size()));
    outside = out.subList(0, Math.min(NEAREST, out.size()));
    dearest = new ArrayList<>(outside);
    dearest.sort((a, b) -> Long.compare(b.net(), a.net()));
  }

  private boolean force(Entry one, Entry other) {
    return force(one, other, outside) || force(one, other, dearest);
  }

  private boolean force(Entry one, Entry other, List<Entry> order) {
    long before = selection.net();
    boolean isPair = other != null;
    if (isPair && one.customer() == other.customer()) {
      return false;
    }
    if (push(one) && (!isPair || push(other))) {
      return settle(before, order);
    }
    undo();
    return false;
  }

  /** Makes a choice in place of those in its way; false when it was made already, or cannot be. */
  private boolean push(Entry entry) {
    if (selection.has(entry)) {
      return false;
    }
    Entry own = selection.of(entry.customer());
    if (own != null) {
      release(own);
    }
    for (int full = selection.full(entry); full >= 0; full = selection.full(entry)) {
      Entry least = least(full, selection.use(full, entry) - selection.room(full));
      if (least == null) {
        return false;
      }
      release(least);
    }
    add(entry);
    return true;
  }

  private boolean drop(Entry one, Entry other) {
    if (!selection.has(one) || (other != null && !selection.has(other))) {
      return false;
    }
    return drop(one, other, outside) || drop(one, other, dearest);
  }

  private boolean drop(Entry one, Entry other, List<Entry> order) {
    long before = selection.net();
    release(one);
    if (other != null) {
      release(other);
    }
    return settle(before, order);
  }

  /** Fills the room and keeps what changed when that brings more. */
  private boolean settle(long before, List<Entry> order) {
    order.forEach(this::add);
    released.forEach(this::add);
    boolean better = selection.net() > before;
    if (!better) {
      undo();
    }
    released.clear();
    added.clear();
    return better;
  }

  private void undo() {
    added.forEach(selection::release);
    released.forEach(selection::choose);
    released.clear();
    added.clear();
  }

  private void add(Entry entry) {
    if (selection.choose(entry)) {
      added.add(entry);
    }
  }

  private void release(Entry entry) {
    selection.release(entry);
    released.add(entry);
  }

  /** Of those not forced in, the one that loses least for room missing in a limit; or null. */
  private Entry least(int limit, long missing) {
    Entry least = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (Entry entry : inside) {
      if (selection.has(entry) && !added.contains(entry) && uses(entry, limit)) {
        double use = Math.min(missing, selection.use(limit, entry));
        double loss = entry.net() / use;
        if (use > 0 && loss < lowest) {
          lowest = loss;
          least = entry;
        }
      }
    }
    return least;
  }

  private static boolean uses(Entry entry, int limit) {
    for (int each : entry.used()) {
      if (each == limit) {
        return true;
      }
    }
    return false;
  }
}
