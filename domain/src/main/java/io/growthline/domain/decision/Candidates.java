package io.growthline.domain.decision;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.mart.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Candidates of many customers. */
public final class Candidates implements Totals<Candidates> {
  private final List<Candidate> all = new ArrayList<>();

  void add(Candidate candidate) {
    all.add(candidate);
  }

  /** All candidates, by customer. */
  List<Candidate> sorted() {
    List<Candidate> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(Candidate::customerId));
    return sorted;
  }

  @Override
  public void addAll(Candidates part) {
    all.addAll(part.all);
  }

  @Override
  public void write(RowBuffer out) {
    out.putVarint(all.size());
    sorted().forEach(candidate -> candidate.write(out));
  }

  @Override
  public void add(RowCursor part) {
    for (long left = part.readVarint(); left > 0; left--) {
      all.add(Candidate.read(part));
    }
  }
}
