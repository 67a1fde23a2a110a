package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.ConservationLaw;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.monitoring.PartitionRange;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.StagingRun;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.transforms.ingest.Changes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The end of ingest: checks that nothing was lost, and then publishes. */
final class IngestPublication {
  private final IngestOptions options;
  private final Settlement settlement;
  private final Ingested before;
  private final WarehouseWriter writer;
  private final Facts facts;

  IngestPublication(
      IngestOptions options,
      Settlement settlement,
      Ingested before,
      WarehouseWriter writer,
      Facts facts) {
    this.options = options;
    this.settlement = settlement;
    this.before = before;
    this.writer = writer;
    this.facts = facts;
  }

  /**
   * Publishes, unless an account does not balance.
   *
   * @param job comes to its end when all is staged
   */
  StageResult after(Runnable job) {
    try {
      return StagingRun.orDiscard(
          writer,
          () -> {
            job.run();
            return settle();
          });
    } finally {
      facts.delete();
    }
  }

  private StageResult settle() {
    List<SourceAccount> intake = SourceAccount.sum(facts.collect("accounts", SourceAccount.class));
    List<String> unbalanced = ConservationLaw.violations(intake);
    return unbalanced.isEmpty() ? publish(intake) : refuse(intake, unbalanced);
  }

  private StageResult refuse(List<SourceAccount> intake, List<String> unbalanced) {
    writer.discard();
    return StageResult.ingested(
        RunStatus.FAILED,
        new StageResult.Intake(before.accounts(), intake, List.of()),
        Map.of(),
        unbalanced);
  }

  private StageResult publish(List<SourceAccount> intake) {
    Changes given =
        facts.collect("changes", Changes.class).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The job ended but left no account of what it did; nothing was published."));
    Map<String, Set<LocalDate>> days = settlement.days(given.byTable());
    Ingested after =
        new Ingested(
            settlement.ledger(before, facts.collect("files", LandedFile.class)),
            settlement.accounts(before, intake),
            before.groups(settlement.groups(given.groups()), options.getRunId()),
            Set.of());
    after.stage(writer);
    Map<String, Long> tables = writer.publish(days);
    List<PartitionRange> partitions =
        days.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(table -> PartitionRange.of(table.getKey(), table.getValue()).stream())
            .toList();
    return StageResult.ingested(
        RunStatus.SUCCEEDED,
        new StageResult.Intake(after.accounts(), intake, partitions),
        tables,
        notes(intake));
  }

  private List<String> notes(List<SourceAccount> intake) {
    List<String> notes = new ArrayList<>(settlement.notes());
    if (intake.isEmpty()) {
      notes.add("No landing files in " + options.getLanding() + ": all raw tables are empty.");
    }
    long rejected = intake.stream().mapToLong(SourceAccount::deadLettered).sum();
    if (rejected > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d records were rejected; monitoring.dead_letters keeps them with the"
                  + " reason.",
              rejected,
              intake.stream().mapToLong(SourceAccount::read).sum()));
    }
    return notes;
  }
}
