package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** Records that could not be taken, whole, with the reason. */
@Table(
    dataset = "monitoring",
    name = "dead_letters",
    grain = "one rejected record",
    description = "Records that could not be taken, whole, with the reason.",
    key = {"error_id"},
    partition = "first_seen_at",
    cluster = {"source", "code"})
public record DeadLetter(
    @Column("Deterministic id of the rejection.") String errorId,
    @Column("Why, from a closed list.") String code,
    @Column("Whether trying again unchanged may help.") boolean retryable,
    @Column("Stage that rejected it.") String stage,
    @Column("Source it came from.") String source,
    @Column("File it came from.") String file,
    @Column(value = "Line or row in the file, from 1.", nullable = true) Long line,
    @Column(value = "Table it was meant for.", nullable = true) String tableName,
    @Column(value = "Column that is wrong.", nullable = true) String columnName,
    @Column(value = "Version of the contract applied.", nullable = true) Long contractVersion,
    @Column(value = "The record as it came; text, or base64 when not text.", pii = true)
        String payload,
    @Column("The record without values that identify people, shortened.") String preview,
    @Column("What is wrong, for people.") String cause,
    @Column("Run that saw it first.") String runId,
    @Column("Version of the software.") String codeVersion,
    @Column(value = "Attempts so far.", min = 1) long attempt,
    @Column("When it was first seen, UTC.") Instant firstSeenAt,
    @Column(
            value = "Whether the record is still missing or a replay has taken it.",
            allowed = {"open", "replayed"})
        String status,
    @Column("Whether a replay can try it: not a whole file, and not cut because of its size.")
        boolean canBeReplayed) {
  public static final String OPEN = "open";
  public static final String REPLAYED = "replayed";

  /** This rejection with the run, version, attempts and time of an earlier sight of it. */
  public DeadLetter firstSeenAs(DeadLetter first) {
    return new DeadLetter(
        errorId,
        code,
        retryable,
        stage,
        source,
        file,
        line,
        tableName,
        columnName,
        contractVersion,
        payload,
        preview,
        cause,
        first.runId,
        first.codeVersion,
        first.attempt,
        first.firstSeenAt,
        status,
        canBeReplayed);
  }

  /** This rejection after one more attempt that ended like this. */
  public DeadLetter triedAgain(String newCode, String newColumn, String newCause) {
    return new DeadLetter(
        errorId,
        newCode,
        retryable,
        stage,
        source,
        file,
        line,
        tableName,
        newColumn,
        contractVersion,
        payload,
        preview,
        newCause,
        runId,
        codeVersion,
        attempt + 1,
        firstSeenAt,
        status,
        canBeReplayed);
  }

  /** This rejection after a replay has taken its record. */
  public DeadLetter replayed() {
    return new DeadLetter(
        errorId,
        code,
        retryable,
        stage,
        source,
        file,
        line,
        tableName,
        columnName,
        contractVersion,
        payload,
        preview,
        cause,
        runId,
        codeVersion,
        attempt + 1,
        firstSeenAt,
        REPLAYED,
        canBeReplayed);
  }
}
