package io.growthline.pipelines.ingest;

import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.monitoring.SourceAccount;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What becomes of what the job of a run finds. All that is decided when the run starts, as data, so
 * that another process can publish.
 *
 * @param emptied days that are replaced whether the job gives rows of them or not, by {@code
 *     dataset.table}
 * @param corrections accounts to add to the published ones
 * @param notes what a person should know of how the run went about it
 */
record Settlement(
    Kind kind,
    Map<String, Set<LocalDate>> emptied,
    List<SourceAccount> corrections,
    List<String> notes) {
  /** How what the job has read relates to what is published. */
  enum Kind {
    /** It is all there is, and replaces all raw tables. */
    EVERYTHING,
    /** It is new. */
    MORE,
    /** It was read before, and days are built of it again. */
    AGAIN
  }

  static Settlement of(Kind kind) {
    return new Settlement(kind, Map.of(), List.of(), List.of());
  }

  /**
   * The days to replace.
   *
   * @param given days for which rows were given, by {@code dataset.table}
   */
  Map<String, Set<LocalDate>> days(Map<String, Set<LocalDate>> given) {
    Map<String, Set<LocalDate>> days = new HashMap<>(given);
    emptied.forEach((table, more) -> days.merge(table, more, Settlement::both));
    return days;
  }

  private static Set<LocalDate> both(Set<LocalDate> some, Set<LocalDate> more) {
    Set<LocalDate> both = new TreeSet<>(some);
    both.addAll(more);
    return both;
  }

  /**
   * Groups of customers whose raw rows may be others now.
   *
   * @param given groups of the rows that were given
   */
  Set<Integer> groups(Set<Integer> given) {
    return kind == Kind.MORE ? given : CustomerGroups.all();
  }

  /** The ledger after these files have been read. */
  List<LandedFile> ledger(Ingested before, List<LandedFile> read) {
    return switch (kind) {
      case EVERYTHING -> read;
      case MORE -> Stream.concat(before.ledger().stream(), read.stream()).toList();
      case AGAIN -> before.ledger();
    };
  }

  /** The accounts of all that is in the tables, after this run has taken in what it read. */
  List<SourceAccount> accounts(Ingested before, List<SourceAccount> intake) {
    return switch (kind) {
      case EVERYTHING -> intake;
      case MORE ->
          SourceAccount.sum(
              Stream.of(before.accounts(), corrections, intake).flatMap(List::stream).toList());
      case AGAIN -> before.accounts();
    };
  }
}
