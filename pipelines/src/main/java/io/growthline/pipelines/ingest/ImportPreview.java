package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.RejectionCode;
import io.growthline.domain.ingest.SourceMapping;
import io.growthline.domain.ingest.UnknownColumns;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.block.Buckets;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run would make of the first rows of a file, so that a mistake is seen before it. The rows
 * are judged by the reader of the run.
 *
 * @param name name of the file
 * @param rows number of rows that were looked at
 * @param accounts what became of them
 * @param rejected what would be rejected
 */
record ImportPreview(
    String name, long rows, List<SourceAccount> accounts, List<DeadLetter> rejected) {
  private static final int ROWS = 100;
  private static final int REASONS = 3;

  /** Reads the first rows. */
  static ImportPreview of(SourceMapping mapping, Path file) throws IOException {
    String name = file.getFileName().toString();
    ReadLanding.Settings settings =
        new ReadLanding.Settings(
            "", new Buckets(1), "import", "", Instant.now(), UnknownColumns.REJECT);
    List<DeadLetter> rejected = new ArrayList<>();
    FileIntake intake =
        new FileIntake(
            "import",
            new LandingFile(mapping.source(), name, file.toString(), Files.size(file), false),
            settings,
            block -> {},
            rejected::add);
    new LandingReader(settings, source -> Optional.of(mapping), ROWS)
        .read(() -> FileChannel.open(file), intake);
    return new ImportPreview(name, intake.taken(), intake.finish(), List.copyOf(rejected));
  }

  /** Why the file, or what is left of it, cannot be read; empty when it can. */
  Optional<String> damage() {
    return rejected.stream()
        .filter(letter -> letter.line() == null)
        .map(letter -> letter.cause().replaceFirst("^.*?: ", ""))
        .findFirst();
  }

  /** Whether there are rows, and all of them would be rejected, in part at least. */
  boolean isHopeless() {
    return rows > 0 && rejectedRows() == rows;
  }

  /** Whether it is the rows that are malformed, so that no other mapping would help. */
  boolean isMalformed() {
    return rejected.stream()
        .allMatch(letter -> letter.code().equals(RejectionCode.MALFORMED_RECORD.code()));
  }

  /** Why rows would be rejected: each reason with the first row, and how many rows have it. */
  String problems() {
    Map<String, List<DeadLetter>> reasons =
        rejected.stream()
            .collect(
                Collectors.groupingBy(
                    letter -> letter.code() + ", " + letter.cause(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    String told =
        reasons.entrySet().stream()
            .limit(REASONS)
            .map(
                reason -> {
                  int count = reason.getValue().size();
                  return "%s, row %d: %s%s"
                      .formatted(
                          name,
                          reason.getValue().get(0).line(),
                          reason.getKey(),
                          count == 1 ? "" : " (" + count + " times)");
                })
            .collect(Collectors.joining("; "));
    int more = reasons.size() - REASONS;
    return told + (more > 0 ? "; and " + more + " other reasons" : "");
  }

  /** One sentence for people. */
  String summary() {
    String given =
        accounts.stream()
            .filter(account -> events(account) > 0)
            .sorted(Comparator.comparing(SourceAccount::tableName))
            .map(account -> events(account) + " " + account.tableName())
            .collect(Collectors.joining(", "));
    long filtered = accounts.stream().mapToLong(SourceAccount::filtered).sum();
    return "The first "
        + rows
        + (rows == 1 ? " row gives " : " rows give ")
        + (given.isEmpty() ? "no events" : given)
        + (filtered > 0 ? ", " + filtered + " filtered" : "")
        + (rejected.isEmpty() ? "" : ", " + rejectedRows() + " rejected: " + problems())
        + ".";
  }

  private static long events(SourceAccount account) {
    return account.read() - account.deadLettered() - account.filtered();
  }

  private long rejectedRows() {
    return rejected.stream().map(DeadLetter::line).filter(Objects::nonNull).distinct().count();
  }
}
